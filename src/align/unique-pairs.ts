/** Finds equal texts that occur once among each side's open pieces, as pairs of indexes in the order of the left. */
export function uniquePairs(
  left: readonly string[],
  right: readonly string[],
  ofLeft: Int32Array,
  ofRight: Int32Array,
): readonly (readonly [number, number])[] {
  const theirs = onceOnly(right, ofRight)
  return [...onceOnly(left, ofLeft)].flatMap(([text, i]) => {
    const j = theirs.get(text)
    return j === undefined ? [] : [[i, j] as const]
  })
}

/** Index by text, for the open texts that occur only once. */
function onceOnly(texts: readonly string[], joined: Int32Array): Map<string, number> {
  const seen = new Map<string, number>()
  for (const [index, text] of texts.entries()) {
    if (text === '' || joined[index] !== -1) continue
    seen.set(text, seen.has(text) ? -1 : index)
  }
  for (const [text, index] of seen) if (index === -1) seen.delete(text)
  return seen
}
