import type { Place } from '../../model/place.ts'
import type { Segment, Syntax } from '../../model/unit.ts'

/** Stands for each character of what a reader does not read as prose: code, URLs, paths, references. */
export const THING = '\uFFFC'

/** Stands for each character of markup that shows nothing: tags and emphasis. Typography looks through it. */
export const MARK = '\u0001'

/** Markup that both syntaxes know; `<br>` is white space, other tags show nothing. */
const HTML =
  /<!--[\s\S]*?-->|<(?<name>code|kbd|pre|samp)\b[^<>]*>[\s\S]*?<\/\k<name>\s*>|<\/?[a-z][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi

/** A code span of Markdown. */
const CODE_SPAN = /(?<!`)(?<ticks>`+)(?!`)[\s\S]*?(?<!`)\k<ticks>(?!`)/g

/** Code of HTML. */
const CODE_ELEMENT = /<(?<name>code|kbd|pre|samp)\b[^<>]*>[\s\S]*?<\/\k<name>\s*>/gi

/** A segment's markup with the same length and its code masked by {@link THING}. */
export function withoutCode({ markup }: Segment, syntax: Syntax): string {
  const mask = (match: string) => THING.repeat(match.length)
  const text = syntax === 'markdown' && markup.includes('`') ? markup.replace(CODE_SPAN, mask) : markup
  return text.includes('<') ? text.replace(CODE_ELEMENT, mask) : text
}

/** Code, the destinations of links and images, the label of an alert or include, and emphasis. */
const MARKDOWN =
  /(?<!`)(?<ticks>`+)(?!`)[\s\S]*?(?<!`)\k<ticks>(?!`)|\]\((?:[^()\n]|\([^()\n]*\))*\)|\[![A-Za-z]+\]?|\*+/g

/** URLs, e-mail addresses and paths as they stand in running text. */
const LITERAL =
  /\b[a-z][a-z\d+.-]*:\/\/[^\s<>"“”«»|\u0001]*[\w/]|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:\b[a-z]:\\|\\\\[\w.-]+\\)[^\s<>"“”«»|,;\u0001]*/gi

/**
 * A segment's markup with the same length and everything that is not prose masked: {@link THING} for what stands for something,
 * {@link MARK} for what shows nothing, spaces for line breaks and references to spaces.
 */
export function proseMarkup({ markup }: Segment, syntax: Syntax): string {
  if (syntax === 'text') return markup
  let text = markup
  if (syntax === 'markdown' && /[`\]*[]/.test(text)) text = text.replace(MARKDOWN, maskMarkdown)
  if (/[<&]/.test(text)) text = text.replace(HTML, maskHtml)
  return /:\/\/|[@\\]/.test(text) ? text.replace(LITERAL, (match) => THING.repeat(match.length)) : text
}

function maskMarkdown(match: string): string {
  if (match.startsWith('*')) return MARK.repeat(match.length)
  // What a link is called is prose, where it leads to is not.
  if (match.startsWith('](')) return MARK.repeat(match.length)
  return THING.repeat(match.length)
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

/** Where a part of a segment's markup stands in the input. */
export function placeIn({ place: [at] }: Pick<Segment, 'place'>, start: number, end: number): Place {
  return [at + start, at + end]
}
