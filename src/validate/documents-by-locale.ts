import type { Docset } from '../model/build/docset.ts'

/** The documents of a docset by target locale: translations into different languages say nothing about each other. */
export function documentsByLocale({
  documents,
}: Pick<Docset, 'documents'>): readonly Pick<Docset, 'documents'>[] {
  const locales = new Map<string, Map<string, NonNullable<ReturnType<Docset['documents']['get']>>>>()
  for (const [path, document] of documents) {
    const own = locales.get(document.targetLocale ?? '') ?? new Map()
    locales.set(document.targetLocale ?? '', own.set(path, document))
  }
  return [...locales.values()].map((own) => ({ documents: own }))
}
