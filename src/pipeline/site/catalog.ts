import { join } from 'node:path'
import type { VFile } from 'vfile'
import type { OutputKind } from '../../render/output-kinds.ts'
import { compare } from '../../util/data/compare.ts'
import { memoize } from '../../util/memoize.ts'
import { openRecordFile, type RecordList } from '../../write/record-file.ts'
import { openTemporaryFolder } from '../../write/temporary-folder.ts'
import type { DocumentInputs } from '../document/document-inputs.ts'
import type { MadeDocument } from '../document/document-result.ts'
import type { MadeKinds } from '../write-outputs.ts'

/** A document as lists and navigation show it. */
export interface SiteDocument {
  readonly group: DocumentInputs
  readonly made: MadeDocument
  readonly kinds: MadeKinds
}

/** A document with the files of its inputs, which have its messages. */
export interface ListedDocument extends SiteDocument {
  readonly files: readonly VFile[]
}

/** The documents that lists and navigation show. */
export interface Catalog<Document extends SiteDocument = SiteDocument> {
  /** BCP 47 tags of all their locales, sorted. */
  readonly locales: readonly string[]
  /** Tags of the source locales of its documents. */
  readonly sourceLocales: ReadonlySet<string>
  /** All documents, in order. */
  documents(): Iterable<Document>
  /** The documents of one of the locales, in order; their other locales may be absent. */
  inLocale(locale: string): Iterable<Document>
}

/** A catalog that grows, on the disk: most of what it makes is made of one locale after the other. */
export interface StoredCatalog extends Catalog<ListedDocument> {
  /** The same documents as {@link Catalog.documents} or {@link Catalog.inLocale}, sorted by path. */
  byPath(locale?: string): Iterable<ListedDocument>
  add(document: ListedDocument): void
  close(): void
}

/** A catalog of documents in memory. */
export function catalogOf(documents: readonly SiteDocument[]): Catalog {
  return {
    locales: [...new Set(documents.flatMap(({ made }) => Object.keys(made.locales)))].sort(compare),
    sourceLocales: new Set(documents.map(({ made }) => made.sourceLocale)),
    documents: () => documents,
    inLocale: (locale) => documents.filter(({ made }) => Object.hasOwn(made.locales, locale)),
  }
}

/** A document on the disk. */
interface Stored {
  /** Its number, from 0. */
  readonly at: number
  readonly made: MadeDocument
  /** Kinds of output by locale, as JSON. */
  readonly kinds: string
}

/** Opens a catalog in a temporary file. */
export function openCatalog(): StoredCatalog {
  const folder = openTemporaryFolder()
  const file = openRecordFile(join(folder.path, 'catalog'))
  const known: Pick<ListedDocument, 'group' | 'files'>[] = []
  const all = file.list<Stored>()
  const byLocale = new Map<string, RecordList<Stored>>()
  const sourceLocales = new Set<string>()
  let isSorted = true
  // Nearly all documents have the same ones.
  const kindsIn = memoize(
    (json: string): MadeKinds =>
      new Map((JSON.parse(json) as [string, OutputKind[]][]).map(([locale, own]) => [locale, new Set(own)])),
  )

  function documentOf({ at, made, kinds }: Stored): ListedDocument {
    return { ...known[at]!, made, kinds: kindsIn(kinds) }
  }

  function* read(list: RecordList<Stored>): Generator<ListedDocument> {
    for (let number = 0; number < list.length; number++) yield documentOf(list.at(number))
  }

  /** Sorted by path, as the documents of one docset are. */
  function sorted(list: RecordList<Stored>): Iterable<ListedDocument> {
    return isSorted ? read(list) : [...read(list)].sort((a, b) => compare(a.group.path, b.group.path))
  }

  return {
    get locales() {
      return [...byLocale.keys()].sort(compare)
    },
    sourceLocales,
    add({ group, files, made, kinds }) {
      isSorted &&= known.length === 0 || compare(known.at(-1)!.group.path, group.path) <= 0
      const at = known.push({ group, files }) - 1
      const kindsOf = (locales: readonly string[]) =>
        JSON.stringify(locales.map((locale) => [locale, [...(kinds.get(locale) ?? [])]]))
      sourceLocales.add(made.sourceLocale)
      all.add({ at, made, kinds: kindsOf([...kinds.keys()]) })
      for (const [locale, own] of Object.entries(made.locales)) {
        const list = byLocale.get(locale) ?? file.list<Stored>()
        byLocale.set(locale, list)
        list.add({ at, made: { ...made, locales: { [locale]: own }, data: [] }, kinds: kindsOf([locale]) })
      }
    },
    documents: () => read(all),
    byPath: (locale) => sorted(locale === undefined ? all : byLocale.get(locale)!),
    inLocale: (locale) => read(byLocale.get(locale)!),
    close() {
      file.close()
      folder.remove()
    },
  }
}
