import type { Place } from '../../model/place.ts'
import type { Segment, Syntax } from '../../model/unit.ts'
import { formulasOfModel, replaceFormulas } from './formulas.ts'

/** Masks each character of content that is not prose: code, URLs, paths, references. */
export const THING = '\uFFFC'

/** Masks each character of markup that shows nothing: tags and emphasis. Typographic rules look through it. */
export const MARK = '\u0001'

/** Markup of both syntaxes. */
const HTML =
  /<!--[\s\S]*?-->|<(?<name>code|kbd|pre|samp)\b[^<>]*>[\s\S]*?<\/\k<name>\s*>|<\/?[a-z][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi

/** Code spans in Markdown. */
const CODE_SPAN = /(?<!`)(?<ticks>`+)(?!`)[\s\S]*?(?<!`)\k<ticks>(?!`)/g

/** Code elements in HTML. */
const CODE_ELEMENT = /<(?<name>code|kbd|pre|samp)\b[^<>]*>[\s\S]*?<\/\k<name>\s*>/gi

/** Returns a segment's markup with each character of code and formulas replaced by {@link THING}, so that offsets stay valid. */
export function withoutCode(segment: Segment, syntax: Syntax): string {
  const { markup } = segment
  let text = syntax === 'markdown' && markup.includes('`') ? markup.replace(CODE_SPAN, mask) : markup
  if (text.includes('<')) text = text.replace(CODE_ELEMENT, mask)
  return replaceFormulas(maskAll(text, formulasOfModel(segment)), mask)
}

/** Masks parts of a text, which are in order. */
function maskAll(text: string, parts: readonly string[]): string {
  let [masked, end] = ['', 0]
  for (const part of parts) {
    const at = text.indexOf(part, end)
    if (at < 0) break
    masked += text.slice(end, at) + mask(part)
    end = at + part.length
  }
  return end === 0 ? text : masked + text.slice(end)
}

function mask(match: string): string {
  return THING.repeat(match.length)
}

/** Code, destinations of links and images, labels of alerts and includes, and emphasis. */
const MARKDOWN =
  /(?<!`)(?<ticks>`+)(?!`)[\s\S]*?(?<!`)\k<ticks>(?!`)|\]\((?:[^()\n]|\([^()\n]*\))*\)|\[![A-Za-z]+\]?|\*+/g

/** URLs, e-mail addresses and paths in running text. */
const LITERAL =
  /\b[a-z][a-z\d+.-]{0,31}:\/\/[^\s<>"“”«»|\u0001]*[\w/]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:\b[a-z]:\\|\\\\[\w.-]+\\)[^\s<>"“”«»|,;\u0001]*/gi

/**
 * Returns a segment's markup with everything but prose masked character by character, so that offsets stay
 * valid: {@link THING} replaces visible content, {@link MARK} invisible markup; `<br>` becomes line breaks,
 * and references to no-break and thin spaces become such spaces.
 */
export function proseMarkup(segment: Segment, syntax: Syntax): string {
  if (syntax === 'text') return segment.markup
  // Marks of emphasis in formulas are none.
  let text = /[$]|\\begin/.test(segment.markup) ? withoutCode(segment, syntax) : segment.markup
  if (syntax === 'markdown' && /[`\]*[]/.test(text)) text = text.replace(MARKDOWN, maskMarkdown)
  if (/[<&]/.test(text)) text = text.replace(HTML, maskHtml)
  return /:\/\/|[@\\]/.test(text) ? text.replace(LITERAL, mask) : text
}

function maskMarkdown(match: string): string {
  if (match.startsWith('*')) return MARK.repeat(match.length)
  // The text of a link is prose; its destination is not.
  if (match.startsWith('](')) return MARK.repeat(match.length)
  return mask(match)
}

function maskHtml(match: string): string {
  if (/^<br\b/i.test(match)) return '\n'.repeat(match.length)
  const space = spaces[match.toLowerCase()]
  if (space) return space.repeat(match.length)
  return (/^(?:<\/?(?!(?:code|kbd|pre|samp)\b)|<!--)/i.test(match) ? MARK : THING).repeat(match.length)
}

/** Character references to spaces that do not break (HTML, section 13.5 “Named character references”). */
const spaces: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00A0',
  '&#160;': '\u00A0',
  '&#xa0;': '\u00A0',
  '&#8239;': '\u202F',
  '&#x202f;': '\u202F',
  '&thinsp;': '\u2009',
  '&#8201;': '\u2009',
  '&#x2009;': '\u2009',
}

/** Returns the place of a part of a segment's markup in the input. */
export function placeIn({ place: [at] }: Pick<Segment, 'place'>, start: number, end: number): Place {
  return [at + start, at + end]
}
