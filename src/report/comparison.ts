import type { VFileMessage } from 'vfile-message'
import type { MessageSegments } from '../model/findings/message.ts'
import { type DifferencePart, difference, nearest } from '../util/text/difference.ts'
import { visibleEdges } from './text/visible.ts'
import { clean } from './text/words.ts'

/** Two texts that a message compares, to show next to each other with their difference marked. */
export interface Comparison {
  readonly left: ComparedText
  readonly right: ComparedText
}

/** One of the two texts. */
export interface ComparedText {
  /** Role of the text. */
  readonly name: 'source' | 'target' | 'expected' | 'actual'
  /**
   * The text in pieces, without line breaks and control characters; pieces that differ show invisible
   * characters.
   */
  readonly parts: readonly DifferencePart[]
  /** BCP 47 tag, if known. */
  readonly locale?: string
}

/** Default maximum number of characters to show around the difference. */
const ROOM = 300

/** A letter or digit of a script that puts spaces between words. */
const WORD =
  /(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Khmr}\p{scx=Laoo}\p{scx=Mymr}])[\p{L}\p{N}]/u

/**
 * Compares the two segments of a message and marks what one side is missing and the other has too many of;
 * without segments, compares the expected and the actual value. `undefined` if it has neither.
 */
export function comparisonOf(message: VFileMessage, room: number = ROOM): Comparison | undefined {
  const { segments } = message
  const values = valuesOf(message)
  // A rule that compares the whole target with a better one says more than both languages side by side.
  if (segments && !(values && isBetterTarget(values, segments))) {
    const marks = values ? marksOf(values, segments) : { source: [], target: [] }
    const { source, target, sourceLocale, targetLocale } = segments
    return {
      left: text('source', markIn(source, marks.source), room, sourceLocale),
      right: text('target', markIn(target, marks.target), room, targetLocale),
    }
  }
  if (!values) return undefined
  const { expected, actual } = difference(values.actual, values.expected)
  return { left: text('expected', expected, room), right: text('actual', actual, room) }
}

function valuesOf({ actual, expected }: VFileMessage): Values | undefined {
  if (actual === undefined || actual === null || !expected || expected.length === 0) return undefined
  return { actual, expected: nearest(actual, expected.slice(0, 5)) }
}

/** The actual value of a message and the expected one that is nearest to it. */
interface Values {
  readonly actual: string
  readonly expected: string
}

/**
 * Whether a rule compares the whole target with a better one. If the expected value is a part of the source text, in another language, that is
 * so only if most of it is the same.
 */
function isBetterTarget({ actual, expected }: Values, { source, target }: MessageSegments): boolean {
  if (actual !== target) return false
  if (!source.includes(expected)) return true
  const same = difference(actual, expected).actual.filter(({ differs }) => !differs)
  return same.reduce((sum, { text }) => sum + text.length, 0) * 2 > Math.max(actual.length, expected.length)
}

/** Values that only one side has: a rule that compares lists puts each value on a line. A whole segment needs no mark. */
function marksOf({ actual, expected }: Values, { source, target }: MessageSegments) {
  const [found, required] = [actual.split('\n'), expected.split('\n')]
  return {
    source: required.filter((value) => !['', source].includes(value.trim()) && !found.includes(value)),
    target: found.filter((value) => !['', target].includes(value.trim()) && !required.includes(value)),
  }
}

function markIn(text: string, marks: readonly string[]): readonly DifferencePart[] {
  // Longest first, so that a value does not hide a longer one that contains it.
  const sorted = [...marks].sort((a, b) => b.length - a.length)
  let parts: readonly DifferencePart[] = [{ text, differs: false }]
  for (const mark of sorted) {
    parts = parts.flatMap((part) => (part.differs ? [part] : splitAt(part.text, mark)))
  }
  return parts
}

/** Splits a text at each place where a value is a whole word: the `7` of a list is not the one in `17`. */
function splitAt(text: string, value: string): readonly DifferencePart[] {
  const parts: DifferencePart[] = []
  let end = 0
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) {
    if (isInWord(text, at) || isInWord(text, at + value.length)) continue
    if (at > end) parts.push({ text: text.slice(end, at), differs: false })
    parts.push({ text: value, differs: true })
    end = at + value.length
  }
  if (end < text.length) parts.push({ text: text.slice(end), differs: false })
  return parts
}

/**
 * Whether a place is inside a word: between two letters or digits. Scripts without spaces between words do
 * not count.
 */
function isInWord(text: string, at: number): boolean {
  return at > 0 && WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at))
}

function text(
  name: ComparedText['name'],
  parts: readonly DifferencePart[],
  room: number,
  locale?: string,
): ComparedText {
  const shown = shorten(parts, room).map(({ text, differs }) => ({
    text: differs ? visibleEdges(text) : clean(text.replace(/\s*[\n\r\t]\s*/g, ' ')),
    differs,
  }))
  return { name, parts: shown, ...(locale !== undefined && { locale }) }
}

/** Cuts equal text first: before the first difference, then at the end. */
function shorten(parts: readonly DifferencePart[], room: number): readonly DifferencePart[] {
  const length = parts.reduce((sum, part) => sum + part.text.length, 0)
  if (length <= room) return parts
  const lead = Math.floor(room / 4)
  const first = parts[0]!
  const cutsLead = parts.length > 1 && !first.differs && first.text.length > lead
  const kept = cutsLead ? [{ ...first, text: `…${tail(first.text, lead)}` }, ...parts.slice(1)] : parts
  const shown: DifferencePart[] = []
  let left = room
  for (const part of kept) {
    if (part.text.length > left) {
      shown.push({ ...part, text: `${head(part.text, Math.max(0, left - 1))}…` })
      break
    }
    shown.push(part)
    left -= part.text.length
  }
  return shown
}

/** The first characters, without half a surrogate pair at the end. */
function head(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}

function tail(text: string, length: number): string {
  return text.slice(-length).replace(/^[\uDC00-\uDFFF]/, '')
}
