import type { BilingualDocument } from './document.ts'
import type { TranslationUnit } from './unit.ts'

const LISTS = new WeakMap<BilingualDocument['units'], readonly TranslationUnit[]>()

/** Lists the units of a document in order; cached. */
export function unitsOf({ units }: Pick<BilingualDocument, 'units'>): readonly TranslationUnit[] {
  let list = LISTS.get(units)
  if (!list) {
    list = Object.values(units)
    LISTS.set(units, list)
  }
  return list
}
