/**
 * Finds the structural markup in units.
 *
 * Units of the localization tool also contain structure: list and heading marks, alert keywords, a lone
 * `</div>`, comment delimiters. The structural markup that both sides share at their edges is the unit's
 * *frame*: it goes into the skeleton as text, and only the core between becomes a slot. A unit that is all
 * frame has no slot (`structural`). A unit that is a whole row of a pipe table makes its document need the full
 * parse. Alert keywords and `[!INCLUDE]` lines may be translated: the source side decides.
 */

import { foldSpace } from '../util/text/fold-space.ts'
import { readTripleColon } from './triple-colon.ts'
import { unbalancedTags } from './unbalanced-tags.ts'

/** The structural markup that both sides of a unit share at their edges, and the range of each side's core. */
export interface UnitFrame {
  /** Text for the skeleton before and after the slot. */
  readonly lead: string
  readonly tail: string
  /** Range of each side's core in its markup; `null` for a missing side. */
  readonly source: Core | null
  readonly target: Core | null
  /** Whether the unit is all frame and needs no slot. */
  readonly structural: boolean
}

/** A range of a side's markup. */
export interface Core {
  readonly start: number
  readonly end: number
  /** Number of characters that the localization tool added before it. */
  readonly added?: number
}

const LINE_START = /^[\s\uFEFF]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*)*$/
const BLOCK_MARKS = /^[ \t]*(?:(?:#{1,6}[ \t]+|[-+*][ \t]+|\d{1,9}[.)][ \t]+|>[ \t]?)[ \t]*)+/
const ALERT = /^\s*\[![^\][\n]{1,40}\](?:[ \t]*(?:\r?\n[ \t>]*|$))?[ \t]*/
/** An alert keyword after translation: the source side decides whether it is one. */
const TRANSLATED_ALERT =
  /^\s*\\?[[［【][ \t]*\\?[!！][^[\]［］【】\n]{1,40}\\?[\]］】](?:[ \t]*(?:\r?\n[ \t>]*|$))?[ \t]*/
const TRANSLATED_LINE = /^\s*\\?[[［【]\s*\\?[!！]/
const MICROSOFT_LINE = /^\s*\[!(?:INCLUDE|VIDEO|div|code(?:-[\w+#.-]+)?)\b[^\n]*\]\s*$/i
/** An include, in three groups: the text before its title, the title, and the text after it. */
const INCLUDE = /^(\s*\[!INCLUDE\s*\[)([^\n]*)(\]\([^()\n]*\)\s*\]\s*)$/i
/** A link that makes a tab, perhaps with its heading's marks: three groups, as for an include. */
const TAB = /^(\s*(?:#{1,6}[ \t]+)?\[)([^\][\n]+)(\]\(#tab\/[^()\s]+\)\s*)$/i
const WHOLE_LINE =
  /^\s*(?:`{3,}|~{3,}|\|[\s|:-]+\|?\s*$|(?:\*[ \t]*){3,}$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$|=+\s*$|<\/?[a-z])/i
/** A thematic break `***` in which the tool took asterisks for emphasis. */
const SPLIT_BREAK = /^\s*(?:\\\*\\\*_|_\\\*\\\*)\s*$/
const COMMENT = /^(\s*<!-{2,})((?:(?!-->)[\s\S])*?)(-{2,}>\s*)$/
/** A comment after translation: the source side decides whether it is one. */
const TRANSLATED_COMMENT = /^(\s*<\s*[!！]\s*-+)((?:(?!-->)[\s\S])*?)(-+\s*>\s*)$/
const LEADING_TAGS = /^(?:\s*<\/?[a-z][^<>]*>)+\s*/i
const TRAILING_TAGS = /(?:\s*<\/?[a-z][^<>]*>)+\s*$/i

/**
 * Finds the structure that both sides of a unit share at their edges.
 *
 * @param before text before the unit in its line.
 */
export function frameOf(source: string | null, target: string | null, before: string): UnitFrame {
  if (source === null || target === null) {
    return { lead: '', tail: '', source: whole(source), target: whole(target), structural: false }
  }
  const include = LINE_START.test(before) ? includeFrame(source, target) : null
  if (include) return include
  const tab = source.includes('](#tab/') ? titleFrame(TAB, source, target) : null
  if (tab) return tab
  const comment = commentFrame(source, target)
  if (comment) return comment
  const structural = wholeFrame(source, target, before)
  if (structural !== null) return framed(structural, '', whole(source, true), whole(target, true))
  const lead = leadOf(source, target, before)
  const tail = tailOf(source.slice(lead.source), target.slice(lead.target))
  return framed(
    lead.text,
    tail.text,
    { start: lead.source, end: source.length - tail.source },
    { start: lead.target, end: target.length - tail.target },
  )
}

/** Excludes the space that the localization tool adds before an address at the start of a target. */
export function withoutAddedSpace(frame: UnitFrame, target: string): UnitFrame {
  const core = frame.target
  if (!core || target[core.start] !== ' ' || !/^ https?:\/\//i.test(target.slice(core.start, core.start + 9)))
    return frame
  return { ...frame, target: { start: core.start + 1, end: core.end, added: 1 } }
}

/** Frame of an include with a translated title, which pages show if the file is missing. */
function includeFrame(source: string, target: string): UnitFrame | null {
  const frame = titleFrame(INCLUDE, source, target)
  return frame && INCLUDE.exec(source)?.[2] !== INCLUDE.exec(target)?.[2] ? frame : null
}

/** Frame around a title that both sides have; `pattern` has a group before the title, for it, and after it. */
function titleFrame(pattern: RegExp, source: string, target: string): UnitFrame | null {
  const [one, other] = [pattern.exec(source), pattern.exec(target)]
  if (!one || !other || one[2]!.trim() === '' || other[2]!.trim() === '') return null
  if (one[3]!.trim() !== other[3]!.trim()) return null
  return framed(one[1]!, one[3]!, middleOf(one), middleOf(other))
}

/** Frame of a comment, which shows only in code, with its text translated. */
function commentFrame(source: string, target: string): UnitFrame | null {
  if (!source.includes('<!--')) return null
  const [one, other] = [COMMENT.exec(source), TRANSLATED_COMMENT.exec(target)]
  return one && other && framed(one[1]!, one[3]!, middleOf(one), middleOf(other))
}

/** Range of the second of three groups. */
function middleOf([, lead = '', middle = '']: RegExpExecArray): Core {
  return { start: lead.length, end: lead.length + middle.length }
}

interface Edge {
  readonly text: string
  /** Number of characters that it covers on each side. */
  readonly source: number
  readonly target: number
}

const NO_EDGE: Edge = { text: '', source: 0, target: 0 }

function framed(lead: string, tail: string, source: Core | null, target: Core | null): UnitFrame {
  const empty = (core: Core | null) => core === null || core.start >= core.end
  return {
    lead,
    tail,
    source,
    target,
    structural: (lead !== '' || tail !== '') && empty(source) && empty(target),
  }
}

function whole(markup: string | null, empty = false): Core | null {
  return markup === null ? null : { start: empty ? markup.length : 0, end: markup.length }
}

/** Returns the skeleton's text for a unit that is all structure, or `null` for other units. */
function wholeFrame(source: string, target: string, before: string): string | null {
  const startsLine = LINE_START.test(before)
  if (startsLine && MICROSOFT_LINE.test(source) && TRANSLATED_LINE.test(target)) return source
  if (source.trimStart()[0] !== target.trimStart()[0] || foldSpace(source) !== foldSpace(target)) return null
  if (/\n[ \t>]*\r?\n/.test(target) || isStructural(target)) return target
  if (!startsLine) return null
  if (SPLIT_BREAK.test(target)) return '***'
  return WHOLE_LINE.test(target) || readTripleColon(target.trim()) ? target : null
}

function leadOf(source: string, target: string, before: string): Edge {
  if (!LINE_START.test(before)) return structuralEdge(source, target, LEADING_TAGS)
  const marks = common(BLOCK_MARKS.exec(source)?.[0], BLOCK_MARKS.exec(target)?.[0])
  const rest = [source.slice(marks.source), target.slice(marks.target)] as const
  const alert = />[ \t]*$/.test(before + marks.text) ? alertEdge(rest[0], rest[1]) : NO_EDGE
  if (marks.text !== '' || alert.text !== '') {
    return {
      text: marks.text + alert.text,
      source: marks.source + alert.source,
      target: marks.target + alert.target,
    }
  }
  return structuralEdge(source, target, LEADING_TAGS)
}

/** Edge of an alert's keyword: the source side decides which one, however the target translates it. */
function alertEdge(source: string, target: string): Edge {
  const [original, translated] = [ALERT.exec(source)?.[0], TRANSLATED_ALERT.exec(target)?.[0]]
  if (original === undefined || translated === undefined) return NO_EDGE
  return { text: original, source: original.length, target: translated.length }
}

function tailOf(source: string, target: string): Edge {
  return structuralEdge(source, target, TRAILING_TAGS)
}

/** Shared tags at an edge whose partners are outside the unit. */
function structuralEdge(source: string, target: string, pattern: RegExp): Edge {
  if (!source.includes('<')) return NO_EDGE
  const edge = common(outsideTags(source, pattern), outsideTags(target, pattern))
  return edge.text !== '' && (isStructural(edge.text) || /\n[ \t]*\r?\n/.test(edge.text)) ? edge : NO_EDGE
}

/** The outer tags at an edge: those up to the first one, from outside, whose partner is elsewhere in the text. */
function outsideTags(markup: string, pattern: RegExp): string | undefined {
  const edge = pattern.exec(markup)
  if (!edge) return undefined
  const [tags] = edge
  const unpaired = unbalancedTags(tags)
  if (unpaired.length === 0) return tags
  const alone = new Set(unbalancedTags(markup).map(({ offset }) => offset - edge.index))
  const paired = unpaired.filter(({ offset }) => !alone.has(offset))
  if (pattern === LEADING_TAGS) return tags.slice(0, paired[0]?.offset)
  const last = paired.at(-1)
  return last ? tags.slice(last.offset + last.actual.length) : tags
}

function common(one: string | undefined, other: string | undefined): Edge {
  if (one === undefined || other === undefined || foldSpace(one) !== foldSpace(other)) return NO_EDGE
  return { text: other, source: one.length, target: other.length }
}

function isStructural(markup: string): boolean {
  return markup.includes('<') && unbalancedTags(markup).length > 0
}
