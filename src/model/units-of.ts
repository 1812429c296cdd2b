import type { BilingualDocument } from './document.ts'
import type { TranslationUnit } from './unit.ts'

const LISTS = new WeakMap<BilingualDocument['units'], readonly TranslationUnit[]>()

/** The units of a document as a list in document order; cached. */
export function unitsOf({
  units,
  order,
}: Pick<BilingualDocument, 'units' | 'order'>): readonly TranslationUnit[] {
  let list = LISTS.get(units)
  if (!list) {
    list = order.map((key) => units[key]!)
    LISTS.set(units, list)
  }
  return list
}
