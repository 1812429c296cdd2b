import { quote, quoteMarkup } from '../engine/quote.ts'
import type { MarkupSpan } from '../text/markup-spans.ts'
import { isWhole } from './is-whole.ts'
import { type EdgeFault, innerOf, NAMES, type Sides } from './sides.ts'

/** Marks that belong to the sentence, not to a name in it. */
const MARKS = '.,;،؛。，、；'

/** A mark at the end: not of `...`, of an abbreviation with one letter or of a number in a list. */
const LAST = new RegExp(`(?<=[^\\s.…](?<!(?:^|[\\s.])[\\p{L}\\p{N}]))[${MARKS}]$`, 'u')
/** A mark at the beginning; a full stop there belongs to `.NET` or `.com`. */
const FIRST = /^[,;،؛、，；](?=[\s\p{L}])/u

/** Abbreviations whose full stop belongs to a name, in several languages. */
const ABBREVIATION =
  /(?<!\p{L})(?:approx|bzw|co|corp|dgl|ecc|etc|excl|ggf|inc|incl|jr|ltd|max|min|no|nr|sr|tel|usw|vs)\.$/iu

/** Finds bold text and links that contain the mark of the sentence around them, if those of the source text have none. */
export function swallowedMarks(sides: Sides): readonly EdgeFault[] {
  const { source, target, actual } = sides
  const found = actual.flatMap((span) => {
    if (span.kind === 'code') return []
    const inner = innerOf(span, target.markup)
    return [...lastMark(span, inner, target.markup), ...firstMark(span, inner, target.markup)]
  })
  if (found.length === 0) return found
  if (isWhole(sides.expected, source.markup) && isWhole(actual, target.markup)) return []
  return sides.expected.some((span) => span.kind !== 'code' && isMarked(innerOf(span, source.markup)))
    ? []
    : found
}

function lastMark(span: MarkupSpan, inner: string, markup: string): readonly EdgeFault[] {
  if (!MARKS.includes(inner.at(-1) ?? ' ')) return []
  const mark = LAST.exec(inner)?.[0]
  if (!mark || ABBREVIATION.test(inner.slice(-8)) || MARKS.includes(markup[span.end] || ' ')) return []
  const range = { start: span.innerEnd - mark.length, end: span.end }
  return [
    {
      found: `${quoteMarkup(mark)} at the end of the ${NAMES[span.kind]} ${quote(inner)}`,
      wanted: 'it after as in the source text',
      note: `Move the mark out of the ${NAMES[span.kind]}.`,
      ...range,
      fix: { ...range, text: markup.slice(span.innerEnd, span.end) + mark },
    },
  ]
}

function firstMark(span: MarkupSpan, inner: string, markup: string): readonly EdgeFault[] {
  const mark = FIRST.exec(inner)?.[0]
  // Nothing is before it that the mark could end.
  if (!mark || !/[\p{L}\p{N}]/u.test(markup.slice(0, span.start))) return []
  return [
    {
      found: `${quoteMarkup(mark)} at the beginning of the ${NAMES[span.kind]} ${quote(inner)}`,
      wanted: 'it before as in the source text',
      note: `Move the mark out of the ${NAMES[span.kind]}.`,
      start: span.start,
      end: span.innerStart + mark.length,
    },
  ]
}

/** Whether a text begins or ends with a mark of any kind, so that its translation can too. */
function isMarked(inner: string): boolean {
  return /^\s*[.,;:!?…]\s|[.,;:!?…。！？：；，、]["”’)\s*_]*$/.test(inner)
}
