/** Below this ratio of lengths two texts cannot be similar enough to be worth comparing. */
const SHORTEST = 0.4

/**
 * How similar two texts are: twice the words they have in common in the same order, by all their words. From 0 to below 1: texts
 * that differ in letter case or punctuation only are nearly equal.
 */
export function similarity(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length === 0 || short.length < long.length * SHORTEST) return 0
  return Math.min(0.99, (2 * commonLength(short, long)) / (a.length + b.length))
}

/** Length of the longest common subsequence. */
function commonLength(short: readonly string[], long: readonly string[]): number {
  let row = new Uint32Array(short.length + 1)
  for (const word of long) {
    const next = new Uint32Array(short.length + 1)
    for (let at = 0; at < short.length; at++) {
      next[at + 1] = word === short[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!)
    }
    row = next
  }
  return row[short.length]!
}
