/** The list of the data of all documents, for other programs. */
import { compare } from '../../util/compare.ts'
import { DATA, type OutputFile } from '../context.ts'
import type { DataFile, IndexEntry } from './index-entry.ts'
import { listPath } from './list-path.ts'

/** What `data/index.json` is. */
export interface DataIndex {
  readonly type: 'index'
  /** Version of this format. */
  readonly version: 1
  /** In the order of their paths. */
  readonly documents: readonly IndexedDocument[]
}

/** A document and its data. */
export interface IndexedDocument {
  /** Path of the input relative to its root. */
  readonly path: string
  readonly sourceLocale: string
  /** Titles by BCP 47 tag of the locales that the document is made in; `null` where the document does not tell. */
  readonly titles: Readonly<Record<string, string | null>>
  /** Tags of those locales that have no translation, so that the source text is shown. */
  readonly untranslated: readonly string[]
  /** Number of translation units. */
  readonly units: number
  /** The model, then the runbook where there is one. */
  readonly files: readonly DataFile[]
}

/**
 * Makes the list of data.
 *
 * @param isTaken whether a document has an output of that path: the list gets another name then, as lists of pages do.
 */
export function renderDataIndex(
  entries: readonly IndexEntry[],
  isTaken: (path: string) => boolean,
): OutputFile {
  const sorted = [...entries].sort((a, b) => compare(a.path, b.path))
  const documents = sorted.flatMap(({ path, sourceLocale, locales, units, data }): IndexedDocument | [] => {
    if (!data) return []
    const all = Object.entries(locales)
    return {
      path,
      sourceLocale,
      titles: Object.fromEntries(all.map(([locale, { title }]) => [locale, title])),
      untranslated: all.filter(([, { untranslated }]) => untranslated).map(([locale]) => locale),
      units,
      files: data,
    }
  })
  const index: DataIndex = { type: 'index', version: 1, documents }
  return {
    path: listPath(DATA, isTaken, '.json'),
    content: `${JSON.stringify(index)}\n`,
  }
}
