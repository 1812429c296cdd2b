import { cutEnd } from '../../util/text/cut-end.ts'

/** Pairs of quotation marks that are not the same on both sides, and cannot be those of another pair. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
]

const anyMark = /[«»„“”"「」『』]/

/** A text without marks at its edges that open or close a quotation in the unit after or before. */
function withoutCutOff(text: string): string {
  return cutEnd(text, /[\s«„「『]/).replace(/^[\s»”」』]+/, '')
}

/**
 * Returns a quotation mark of each kind that has no partner in a text. Languages pair them in different ways („…“, „…”, “…”, ”…”, »…«), and a
 * straight one inside a word is part of a Hebrew abbreviation; so marks are counted.
 */
export function lonelyQuotationMarks(text: string): readonly string[] {
  if (!anyMark.test(text)) return []
  const counts = new Map<string, number>()
  for (const { 0: mark } of withoutCutOff(text).matchAll(
    /[«»„“”「」『』]|(?<!\p{Script=Hebrew})"|"(?!\p{Script=Hebrew})/gu,
  ))
    counts.set(mark, (counts.get(mark) ?? 0) + 1)
  const countOf = (mark: string) => counts.get(mark) ?? 0
  const lonely = PAIRS.flatMap(([open, close]) => surplus(open, countOf(open), close, countOf(close)))
  const [low, open, close] = ['„', '“', '”'].map(countOf) as [number, number, number]
  if (low > 0)
    lonely.push(
      ...((low + open + close) % 2 === 0 ? [] : surplus('„', low, open > 0 ? '“' : '”', open + close)),
    )
  else lonely.push(...surplus('“', open, '”', close))
  if (countOf('"') % 2 > 0) lonely.push('"')
  return lonely
}

/** The mark that is there more often than its partner, unless a text uses the same on both sides. */
function surplus(open: string, opened: number, close: string, closed: number): readonly string[] {
  if (opened === closed || (Math.min(opened, closed) === 0 && (opened + closed) % 2 === 0)) return []
  return [opened > closed ? open : close]
}
