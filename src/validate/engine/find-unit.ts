import type { TranslationUnit } from '../../model/unit.ts'
import type { Finding } from './define-rule.ts'

/** How many units before a place are looked at: more than units are ever nested. */
const DEPTH = 16

/** Makes what finds the unit that a finding is about: the one it names, else the innermost that its place begins in. */
export function unitFinder(
  units: Readonly<Record<string, TranslationUnit>>,
): (finding: Pick<Finding, 'unit' | 'place'>) => TranslationUnit | undefined {
  // Most documents have no findings, so it is sorted when the first one comes.
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

/** Index of the last unit that begins at or before an offset; -1 if none does. */
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
