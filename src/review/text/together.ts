import type { ScannedUnit } from '../scan/scanned-document.ts'

/** The markup of one or several units on a side; `null` if none of them has it. */
export function together(units: readonly ScannedUnit[], side: 'source' | 'target'): string | null {
  const markups = units.map((unit) => unit[side]).filter((markup) => markup !== null)
  return markups.length === 0 ? null : markups.join(' ')
}
