/**
 * Similarity of two texts from 0 to 0.99: twice the number of words they share in the same order, divided by
 * the total number of words. Equal words give 0.99, since the texts still differ, for example in punctuation.
 * Values below `least` are 0, which often saves the exact calculation.
 */
export function similarity(a: readonly string[], b: readonly string[], least: number): number {
  const all = a.length + b.length
  if (a.length === 0 || b.length === 0) return 0
  // Cheap bounds first: the shorter text, and the common words in any order.
  if ((2 * Math.min(a.length, b.length)) / all < least || (2 * commonWords(a, b)) / all < least) return 0
  const value = Math.min(0.99, (2 * commonLength(a, b)) / all)
  return value < least ? 0 : value
}

/** Number of words that two texts have in common, in any order. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    counts.set(word, left - 1)
    common++
  }
  return common
}

/** Length of the longest common subsequence. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(a.length + 1)
  let next = new Uint32Array(a.length + 1)
  for (const word of b) {
    for (let at = 0; at < a.length; at++) {
      next[at + 1] = word === a[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!)
    }
    ;[row, next] = [next, row]
  }
  return row[a.length]!
}
