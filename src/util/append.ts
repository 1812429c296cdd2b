/**
 * Adds items to the end of a list, one by one: `push(...items)` passes them on the stack, which ends with a `RangeError` where there are
 * some 100,000.
 */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item)
}
