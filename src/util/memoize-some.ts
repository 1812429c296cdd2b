/** Results by key. */
interface KeptResults<Value> {
  (key: string, make: () => Value): Value
  /** Whether a result is kept. */
  has(key: string): boolean
}

/**
 * Wraps a function so that it runs once per key as long as there are few keys: forgets all results when there are too many.
 *
 * @param most maximum number of results to keep.
 */
export function memoizeSome<Value>(most: number): KeptResults<Value> {
  const known = new Map<string, Value>()
  const keep = (key: string, make: () => Value) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = make()
    if (known.size >= most) known.clear()
    known.set(key, value)
    return value
  }
  return Object.assign(keep, { has: (key: string) => known.has(key) })
}
