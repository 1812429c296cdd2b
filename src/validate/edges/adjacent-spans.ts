import { quote } from '../engine/quote.ts'
import type { MarkupSpan } from '../text/markup-spans.ts'
import { type EdgeFault, innerOf, NAMES, type Sides } from './sides.ts'

/** Languages in which two names can follow each other: “Geben Sie in **Name** **x** ein”. */
const NAMES_MEET: ReadonlySet<string> = new Set(['de', 'nl'])

/** Finds names in bold and code that stand side by side, if those of the source text have something between them. */
export function adjacentSpans(sides: Sides): readonly EdgeFault[] {
  const { source, target, actual, to } = sides
  const found = neighbours(actual, target.markup).filter(
    ([{ kind }]) => kind === 'code' || !NAMES_MEET.has(to),
  )
  if (found.length === 0 || neighbours(sides.expected, source.markup).length > 0) return []
  return found.map(([one, other]) => ({
    found: `${NAMES[one.kind]} ${quote(innerOf(one, target.markup))} side by side with ${quote(innerOf(other, target.markup))}`,
    wanted: 'words or a mark between them as in the source text',
    note: 'Compare with the source text: words were lost between the two, or one of them stands in the wrong place.',
    start: one.start,
    end: other.end,
  }))
}

/** Pairs of bold texts or of code with only white space between them, and no mark of the sentence inside of them. */
function neighbours(
  spans: readonly MarkupSpan[],
  markup: string,
): readonly (readonly [one: MarkupSpan, other: MarkupSpan])[] {
  const found: (readonly [MarkupSpan, MarkupSpan])[] = []
  for (const kind of ['strong', 'code'] as const) {
    const own = spans.filter((span) => span.kind === kind)
    for (const [at, one] of own.entries()) {
      const other = own[at + 1]
      if (!other || other.start < one.end || !/^[ \t\n\u00A0]*$/.test(markup.slice(one.end, other.start)))
        continue
      if (!isSeparated(innerOf(one, markup), innerOf(other, markup))) found.push([one, other])
    }
  }
  return found
}

/** Whether a mark at the edge of one of two texts separates them, such as the colon of “**Name:** **value**”. */
function isSeparated(one: string, other: string): boolean {
  return /[.,;:!?،؛؟。、，：；！？>→|/=-]\s*$/u.test(one) || /^\s*[.,;:،؛。、，：；>→|/=-]/u.test(other)
}
