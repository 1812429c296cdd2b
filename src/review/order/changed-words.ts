import { plainText } from '../text/plain-text.ts'
import type { UnitReview } from '../types/unit-review.ts'

/** Number of source words that a translator has to deal with: those that changed, or all of a new unit. */
export function changedWords({ source, texts, words }: UnitReview): number {
  if (!texts || texts.oldSource === null || texts.newSource === null) return words
  if (source === 'same' || source === 'whitespace') return 0
  const counts = new Map<string, number>()
  for (const word of wordsOf(texts.oldSource)) counts.set(word, (counts.get(word) ?? 0) + 1)
  let added = 0
  for (const word of wordsOf(texts.newSource)) {
    const left = counts.get(word) ?? 0
    if (left > 0) counts.set(word, left - 1)
    else added++
  }
  const gone = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return Math.max(added, gone)
}

function wordsOf(markup: string): readonly string[] {
  return plainText(markup).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
