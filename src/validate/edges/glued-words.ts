import { PROCLITICS, SHORT_WORDS, SPACELESS } from '../data/spaceless.ts'
import { quote } from '../engine/quote.ts'
import type { MarkupSpan } from '../text/markup-spans.ts'
import { type EdgeFault, innerOf, NAMES, type Sides } from './sides.ts'

/** Longest ending of a word that can follow the name in markup: “**Server**s”. */
const LONGEST_ENDING = 2

/** Letters and digits directly after and before markup. */
const AFTER = /^[\p{L}\p{N}]+/u
const BEFORE = /[\p{L}\p{N}]+$/u

/** Longest part of a word to look at. */
const LONGEST = 40

/** Finds words without a space between them and markup, if the source text has none. */
export function gluedWords(sides: Sides): readonly EdgeFault[] {
  const { source, target, actual, to } = sides
  const found = actual.flatMap((span) => {
    const [left, right] = [wordBefore(span, target.markup), wordAfter(span, target.markup)]
    if (left === '' && right === '') return []
    const inner = innerOf(span, target.markup)
    if (!/[\p{L}\p{N}]/u.test(inner)) return []
    return [
      ...(left && isApart(left, inner[0] ?? '') && !PROCLITICS[to]?.test(left)
        ? [faultOf(span, inner, left, span.start - left.length, span.start, span.start)]
        : []),
      ...((Array.from(right).length > LONGEST_ENDING || SHORT_WORDS[to]?.has(right)) &&
      isApart(right, inner.at(-1) ?? '')
        ? [faultOf(span, inner, right, span.end, span.end + right.length, span.end)]
        : []),
    ]
  })
  if (found.length === 0) return found
  return sides.expected.some((span) => wordAfter(span, source.markup) || wordBefore(span, source.markup))
    ? []
    : found
}

function faultOf(
  { kind }: MarkupSpan,
  inner: string,
  word: string,
  start: number,
  end: number,
  at: number,
): EdgeFault {
  const [first, second] =
    at === start
      ? [`${NAMES[kind]} ${quote(inner)}`, quote(word)]
      : [quote(word), `${NAMES[kind]} ${quote(inner)}`]
  return {
    found: `${first} without a space before ${second}`,
    wanted: 'one',
    note: 'Insert a space.',
    start,
    end,
    fix: { start: at, end: at, text: ' ' },
  }
}

/** Whether both sides of the edge are of scripts with spaces between words. */
function isApart(word: string, edge: string): boolean {
  return !SPACELESS.test(word) && !SPACELESS.test(edge)
}

function wordAfter({ end }: MarkupSpan, markup: string): string {
  if (!isLetter(markup[end])) return ''
  return AFTER.exec(markup.slice(end, end + LONGEST))?.[0] ?? ''
}

function wordBefore({ start }: MarkupSpan, markup: string): string {
  if (!isLetter(markup[start - 1])) return ''
  return BEFORE.exec(markup.slice(Math.max(0, start - LONGEST), start))?.[0] ?? ''
}

/** Whether a code unit can be one of a letter or digit. */
function isLetter(character = ' '): boolean {
  return /[\p{L}\p{N}\uD800-\uDFFF]/u.test(character)
}
