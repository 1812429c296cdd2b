import type { BilingualDocument } from '../model/document.ts'
import type { Segment, TranslationUnit, UnitDefect } from '../model/unit.ts'

/** A unit with both sides. */
export interface Pair {
  readonly unit: TranslationUnit
  readonly source: Segment
  readonly target: Segment
}

/** Defects that make it doubtful which text belongs to which side: to compare the sides would only repeat them. */
const doubtful: ReadonlySet<UnitDefect> = new Set(['id-differs', 'nested', 'crossed', 'truncated'])

/** The units whose sides can be compared: both present, and certainly each other's. */
export function soundPairs(document: BilingualDocument): readonly Pair[] {
  const units = Object.values(document.units)
  const parents = new Set(units.map((unit) => unit.parent))
  const pairs: Pair[] = []
  for (const unit of units) {
    const { source, target } = unit
    if (!source || !target || parents.has(unit.key)) continue
    if (unit.defects.some((defect) => doubtful.has(defect))) continue
    pairs.push({ unit, source, target })
  }
  return pairs
}
