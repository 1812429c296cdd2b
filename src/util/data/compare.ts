/** Compares strings by code unit: the same order in every locale and on every platform. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
