import type { VFileMessage } from 'vfile-message'
import type {} from '../model/findings/message.ts'
import { type DifferencePart, difference, nearest } from './text/difference.ts'
import { visible } from './text/visible.ts'
import { clean } from './text/words.ts'

/** Two texts that a message compares, to be shown next to each other with their difference marked. */
export interface Comparison {
  readonly left: ComparedText
  readonly right: ComparedText
}

/** One of the two texts. */
export interface ComparedText {
  /** What it is: `source`, `target`, `expected` or `actual`. */
  readonly name: 'source' | 'target' | 'expected' | 'actual'
  /** The text in pieces, without line breaks and control characters; invisible ones are shown where they differ. */
  readonly parts: readonly DifferencePart[]
  /** BCP 47 tag, if known. */
  readonly locale?: string
}

/** Characters of a text around what differs at most, where no other limit is told. */
const ROOM = 300

/** A letter or digit of a script that writes spaces between words. */
const WORD =
  /(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Khmr}\p{scx=Laoo}\p{scx=Mymr}])[\p{L}\p{N}]/u

/**
 * What a message compares: the two segments with what is missing in one and too many in the other marked; without segments, what
 * was expected and what was found. `undefined` if it has neither.
 */
export function comparisonOf(message: VFileMessage, room: number = ROOM): Comparison | undefined {
  const { segments } = message
  const values = valuesOf(message)
  // A rule that compares the whole target with a better one tells more than the two languages next to each other.
  if (segments && values?.actual !== segments.target) {
    const marks = values ? marksOf(values) : { source: [], target: [] }
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

function valuesOf({ actual, expected }: VFileMessage) {
  if (actual === undefined || actual === null || !expected || expected.length === 0) return undefined
  return { actual, expected: nearest(actual, expected.slice(0, 5)) }
}

/** The values of which one side has more: a rule that compares lists writes one value on each line. */
function marksOf({ actual, expected }: { actual: string; expected: string }) {
  const [found, wanted] = [actual.split('\n'), expected.split('\n')]
  return {
    source: wanted.filter((value) => value.trim() !== '' && !found.includes(value)),
    target: found.filter((value) => value.trim() !== '' && !wanted.includes(value)),
  }
}

function markIn(text: string, marks: readonly string[]): readonly DifferencePart[] {
  // Longest first, so that a value that is part of another does not hide it.
  const sorted = [...marks].sort((a, b) => b.length - a.length)
  let parts: readonly DifferencePart[] = [{ text, differs: false }]
  for (const mark of sorted) {
    parts = parts.flatMap((part) => (part.differs ? [part] : splitAt(part.text, mark)))
  }
  return parts
}

/** A text split where a value stands as a word of its own: the `7` of a list is not the one in `17`. */
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

/** Whether letters or digits stand on both sides of a place; of East Asian scripts, which write no spaces, they do not count. */
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
    text: differs ? visible(text) : clean(text.replace(/\s*[\n\r\t]\s*/g, ' ')),
    differs,
  }))
  return { name, parts: shown, ...(locale !== undefined && { locale }) }
}

/** Cuts what is the same first: far before the first difference, then at the end. */
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

/** The first characters, no half of one among them. */
function head(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
}

function tail(text: string, length: number): string {
  return text.slice(-length).replace(/^[\uDC00-\uDFFF]/, '')
}
