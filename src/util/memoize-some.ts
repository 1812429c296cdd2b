/**
 * Wraps a function so that it runs once per key as long as there are few keys: forgets all results when there are too many.
 *
 * @param most maximum number of results to keep.
 */
export function memoizeSome<Value>(most: number): (key: string, make: () => Value) => Value {
  const known = new Map<string, Value>()
  return (key, make) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = make()
    if (known.size >= most) known.clear()
    known.set(key, value)
    return value
  }
}
