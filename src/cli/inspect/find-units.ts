import type { BilingualDocument } from '../../model/document.ts'
import type { TranslationUnit } from '../../model/unit.ts'
import { readUnitId } from '../../model/unit-id.ts'
import { unitsOf } from '../../model/units-of.ts'

/** The units that a person means: by key, by id, or by number as it stands in the id (`113`, `p101`). */
export function findUnits(document: BilingualDocument, name: string): readonly TranslationUnit[] {
  const units = unitsOf(document)
  const wanted = name.toLowerCase()
  const tests: ((unit: TranslationUnit) => boolean)[] = [
    (unit) => unit.key === name,
    (unit) => unit.id.toLowerCase() === wanted || unit.sourceId?.toLowerCase() === wanted,
    ({ id }) => {
      const { ordinal, merged } = readUnitId(id)
      return ordinal !== null && `${merged ? 'p' : ''}${ordinal}` === wanted
    },
  ]
  return tests.map((test) => units.filter(test)).find((found) => found.length > 0) ?? []
}
