import type { TranslationUnit } from '../../model/unit.ts'
import type { Finding } from './define-rule.ts'

/** Number of preceding units to search: more than units are ever nested. */
const DEPTH = 16

/**
 * Returns a function that finds the unit of a finding: the one it names, else the innermost one in which it
 * starts.
 */
export function unitFinder(
  units: Readonly<Record<string, TranslationUnit>>,
): (finding: Pick<Finding, 'unit' | 'place'>) => TranslationUnit | undefined {
  // Sorted on first use, since most documents have no findings.
  let sorted: readonly TranslationUnit[] | undefined
  return ({ unit, place }) => {
    if (unit !== undefined && Object.hasOwn(units, unit)) return units[unit]
    const offset = place?.[0]
    if (offset === undefined) return undefined
    sorted ??= Object.values(units).sort((a, b) => startOf(a) - startOf(b))
    const last = lastBefore(sorted, offset)
    for (let at = last; at >= 0 && at > last - DEPTH; at--) {
      if (offset < sorted[at]!.place[1]) return sorted[at]
    }
    return undefined
  }
}

/** Index of the last unit that starts at or before an offset; -1 if none does. */
function lastBefore(sorted: readonly TranslationUnit[], offset: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(sorted[middle]!) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

function startOf(unit: TranslationUnit): number {
  return unit.place[0]
}
