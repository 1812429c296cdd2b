/**
 * Appends items to a list one by one: `push(...items)` passes them on the stack and throws a `RangeError` from
 * about 100,000 items on.
 */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item)
}
