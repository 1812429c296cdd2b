import type { TranslationUnit } from '../../model/unit.ts'
import { lastBefore } from '../../util/data/last-before.ts'
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
    const last = lastBefore(sorted, offset, startOf)
    for (let at = last; at >= 0 && at > last - DEPTH; at--) {
      if (offset < sorted[at]!.place[1]) return sorted[at]
    }
    return undefined
  }
}

function startOf(unit: TranslationUnit): number {
  return unit.place[0]
}
