import type { Docset } from '../model/build/docset.ts'
import { groupBy } from '../util/data/group-by.ts'

/** The documents of a docset by target locale: translations into different languages say nothing about each other. */
export function documentsByLocale({
  documents,
}: Pick<Docset, 'documents'>): readonly Pick<Docset, 'documents'>[] {
  const locales = groupBy([...documents], ([, { targetLocale }]) => targetLocale)
  return [...locales.values()].map((own) => ({ documents: new Map(own) }))
}
