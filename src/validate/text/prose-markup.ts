import type { Place } from '../../model/place.ts'
import type { Segment, Syntax } from '../../model/unit.ts'
import { formulasOfModel, replaceFormulas } from './formulas.ts'

/** Masks each character of content that is not prose: code, URLs, paths, references. */
export const THING = '\uFFFC'

/** Masks each character of markup that shows nothing: tags and emphasis. Typographic rules look through it. */
export const MARK = '\u0001'

/** Markup of both syntaxes; of comments and code, only what opens them. */
const HTML = /<!--|<\/?[a-z][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi

/** Code spans in Markdown. */
const CODE_SPAN = /(?<!`)(?<ticks>`+)(?!`)[\s\S]*?(?<!`)\k<ticks>(?!`)/g

/** What opens comments or code elements in HTML, and code elements only. */
const OPENER = /^<(!--|(?:code|kbd|pre|samp)\b)/i
const CODE = /<(?:code|kbd|pre|samp)\b[^<>]*>/gi

/**
 * Replaces each match of a pattern with what a function returns; if it opens a comment or a code element, all up to its end. What is not closed
 * is looked for only once, so that a text can have much of it.
 */
function replaceElements(text: string, pattern: RegExp, replace: (match: string) => string): string {
  const unclosed = new Set<string>()
  let [made, end] = ['', 0]
  for (const { 0: match, index } of text.matchAll(pattern)) {
    if (index < end) continue
    const name = OPENER.exec(match)?.[1]?.toLowerCase()
    const close = name !== undefined && !unclosed.has(name) ? closeAfter(text, name, index + match.length) : 0
    if (close === undefined) unclosed.add(name!)
    // What opens no comment is text.
    if (!close && (name === '!--' || pattern === CODE)) continue
    const last = close || index + match.length
    made += text.slice(end, index) + replace(text.slice(index, last))
    end = last
  }
  return end === 0 ? text : made + text.slice(end)
}

const CLOSERS: Readonly<Record<string, RegExp>> = {
  '!--': /-->/g,
  code: /<\/code\s*>/gi,
  kbd: /<\/kbd\s*>/gi,
  pre: /<\/pre\s*>/gi,
  samp: /<\/samp\s*>/gi,
}

/** Where a comment or code element ends. */
function closeAfter(text: string, name: string, start: number): number | undefined {
  const closer = CLOSERS[name]!
  closer.lastIndex = start
  return closer.test(text) ? closer.lastIndex : undefined
}

/** Returns a segment's markup with each character of code and formulas replaced by {@link THING}, so that offsets stay valid. */
export function withoutCode(segment: Segment, syntax: Syntax): string {
  const { markup } = segment
  let text = syntax === 'markdown' && markup.includes('`') ? markup.replace(CODE_SPAN, mask) : markup
  if (text.includes('<')) text = replaceElements(text, CODE, mask)
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
  if (/[<&]/.test(text)) text = replaceElements(text, HTML, maskHtml)
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
