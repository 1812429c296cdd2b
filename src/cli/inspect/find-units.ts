import type { BilingualDocument } from '../../model/document.ts'
import type { TranslationUnit } from '../../model/unit.ts'
import { readUnitId } from '../../model/unit-id.ts'
import { unitsOf } from '../../model/units-of.ts'

/** Finds units by key, by id, or by number as in the id (`113`, `p101`). */
export function findUnits(document: BilingualDocument, name: string): readonly TranslationUnit[] {
  const units = unitsOf(document)
  const needle = name.toLowerCase()
  const tests: ((unit: TranslationUnit) => boolean)[] = [
    (unit) => unit.key === name,
    (unit) => unit.id.toLowerCase() === needle || unit.sourceId?.toLowerCase() === needle,
    ({ id }) => {
      const { ordinal, merged } = readUnitId(id)
      return ordinal !== null && `${merged ? 'p' : ''}${ordinal}` === needle
    },
  ]
  return tests.map((test) => units.filter(test)).find((found) => found.length > 0) ?? []
}
