import type { BilingualDocument } from '../../model/document.ts'
import type { Segment, TranslationUnit, UnitDefect } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'

/** A unit with both sides. */
export interface Pair {
  readonly unit: TranslationUnit
  readonly source: Segment
  readonly target: Segment
}

/** Defects that leave unclear which text belongs to which side; comparing the sides would only repeat them. */
const doubtful: ReadonlySet<UnitDefect> = new Set(['id-differs', 'nested', 'crossed', 'truncated'])

/** By the units of a document, or by a document that has some of its pairs only. */
const PAIRS = new WeakMap<BilingualDocument['units'] | BilingualDocument, readonly Pair[]>()

/** Returns the units whose two sides exist and certainly belong together; cached, because most rules need them. */
export function soundPairs(document: BilingualDocument): readonly Pair[] {
  let pairs = PAIRS.get(document) ?? PAIRS.get(document.units)
  if (!pairs) {
    pairs = findPairs(unitsOf(document))
    PAIRS.set(document.units, pairs)
  }
  return pairs
}

/** Returns the same document, of which {@link soundPairs} has some units only. */
export function withPairs(
  document: BilingualDocument,
  isWanted: (unit: TranslationUnit) => boolean,
): BilingualDocument {
  const narrowed = { ...document }
  PAIRS.set(
    narrowed,
    soundPairs(document).filter(({ unit }) => isWanted(unit)),
  )
  return narrowed
}

function findPairs(units: readonly TranslationUnit[]): readonly Pair[] {
  const parents = new Set<string>()
  for (const { parent } of units) if (parent !== undefined) parents.add(parent)
  const pairs: Pair[] = []
  for (const unit of units) {
    const { source, target } = unit
    if (!source || !target || parents.has(unit.key)) continue
    if (unit.defects.some((defect) => doubtful.has(defect))) continue
    pairs.push({ unit, source, target })
  }
  return pairs
}
