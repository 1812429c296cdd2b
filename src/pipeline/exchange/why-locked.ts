import type { BilingualDocument } from '../../model/document.ts'
import type { TranslationUnit, UnitDefect } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'

const BY_DEFECT: Readonly<Partial<Record<UnitDefect, string>>> = {
  nested: 'it is inside another unit',
  crossed: 'its delimiters cross those of another unit',
  truncated: 'its end is missing',
}

/**
 * Returns a function that says why the translation of a unit cannot be written back into its document, for people; `undefined` if it
 * can.
 *
 * @param input text of the document.
 */
export function createLocks(
  document: BilingualDocument,
  input: string,
): (unit: TranslationUnit) => string | undefined {
  const around = new Set(unitsOf(document).flatMap(({ parent }) => parent ?? []))
  return ({ key, defects, source, target }) => {
    if (!target) return 'the document has no delimiters for it'
    return (
      defects.map((defect) => BY_DEFECT[defect]).find((each) => each !== undefined) ??
      (around.has(key) ? 'another unit is inside it' : undefined) ??
      ([source, target].every(
        (side) => side === null || input.slice(side.place[0], side.place[1]) === side.markup,
      )
        ? undefined
        : 'its text is written in another way in the document')
    )
  }
}
