/** The list of the data of all documents, for other programs. */
import { DATA } from '../context.ts'
import type { DataFile, IndexEntry } from './index-entry.ts'

/** Content of `data/index.json`. */
export interface DataIndex {
  readonly type: 'index'
  /** Version of this format. */
  readonly version: 1
  /** Sorted by path. */
  readonly documents: readonly IndexedDocument[]
}

/** A document and its data. */
export interface IndexedDocument {
  /** Path of the input relative to its root. */
  readonly path: string
  readonly sourceLocale: string
  /** Titles by BCP 47 tag of the document's output locales; `null` if the document has no title. */
  readonly titles: Readonly<Record<string, string | null>>
  /** Tags of the locales without a translation, which show the source text. */
  readonly untranslated: readonly string[]
  /** Number of translation units. */
  readonly units: number
  /** The model, then the runbook if there is one. */
  readonly files: readonly DataFile[]
}

/**
 * Renders the list of data in pieces, because it can be long.
 *
 * @param entries sorted by path.
 * @param isTaken whether a document uses a path: if so, the list gets another one.
 */
export function renderDataIndex(
  entries: Iterable<IndexEntry>,
  isTaken: (path: string) => boolean,
): { readonly path: string; readonly pieces: Iterable<string> } {
  return { path: listPath(isTaken), pieces: piecesOf(entries) }
}

/** The first of `data/index.json`, `data/documents.json`, `data/documents-2.json`, … that no document uses. */
function listPath(isTaken: (path: string) => boolean): string {
  for (let number = 0; ; number++) {
    const name = number === 0 ? 'index' : number === 1 ? 'documents' : `documents-${number}`
    const path = `${DATA}/${name}.json`
    if (!isTaken(path)) return path
  }
}

function* piecesOf(entries: Iterable<IndexEntry>): Generator<string> {
  const head: Omit<DataIndex, 'documents'> = { type: 'index', version: 1 }
  yield `${JSON.stringify(head).slice(0, -1)},"documents":[`
  let separator = ''
  for (const { path, sourceLocale, locales, units, data } of entries) {
    if (!data) continue
    const all = Object.entries(locales)
    const document: IndexedDocument = {
      path,
      sourceLocale,
      titles: Object.fromEntries(all.map(([locale, { title }]) => [locale, title])),
      untranslated: all.filter(([, { untranslated }]) => untranslated).map(([locale]) => locale),
      units,
      files: data,
    }
    yield separator + JSON.stringify(document)
    separator = ','
  }
  yield ']}\n'
}
