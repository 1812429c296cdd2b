import type { BilingualDocument } from '../../model/document.ts'
import type { TranslationUnit } from '../../model/unit.ts'

/** The units that a person means: by key, by id, or by number as it stands in the id (`113`, `p101`). */
export function findUnits(document: BilingualDocument, name: string): readonly TranslationUnit[] {
  const units = Object.values(document.units)
  const wanted = name.toLowerCase()
  const tests: ((unit: TranslationUnit) => boolean)[] = [
    (unit) => unit.key === name,
    (unit) => unit.id.toLowerCase() === wanted || unit.sourceId?.toLowerCase() === wanted,
    (unit) => unit.ordinal !== null && `${unit.merged ? 'p' : ''}${unit.ordinal}` === wanted,
  ]
  return tests.map((test) => units.filter(test)).find((found) => found.length > 0) ?? []
}
