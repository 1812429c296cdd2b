import type { PagefindIndex } from 'pagefind'

/** Makes a search index per locale. */
export interface Indexer {
  /** Adds a page. The order in which the pages of a locale are added decides the bytes of its index. */
  add(page: IndexedPage): Promise<void>
  /** Writes the index of a locale to a folder. */
  write(locale: string, folder: string): Promise<void>
  close(): Promise<void>
}

/** A page to index. */
export interface IndexedPage {
  readonly locale: string
  /** URL relative to the output folder. */
  readonly url: string
  /** Its text as HTML: see `renderSearchRecord`. */
  readonly content: string
}

/** Maximum number of files with texts of pages, per locale. */
const MOST_FRAGMENTS = 150

/** Number of open indexers: they share one process of Pagefind. */
let open = 0

/** Starts Pagefind, which indexes in a process of its own. */
export async function openIndexer(): Promise<Indexer> {
  const pagefind = await import('pagefind')
  const indexes = new Map<string, Promise<PagefindIndex>>()
  open++

  async function create(): Promise<PagefindIndex> {
    const { index, errors } = await pagefind.createIndex({ maxFragments: MOST_FRAGMENTS })
    assertNone(errors)
    return index!
  }

  function indexOf(locale: string): Promise<PagefindIndex> {
    const index = indexes.get(locale) ?? create()
    indexes.set(locale, index)
    return index
  }

  return {
    async add({ locale, url, content }) {
      const { errors } = await (await indexOf(locale)).addHTMLFile({ url, content })
      assertNone(errors)
    },
    async write(locale, folder) {
      const { errors } = await (await indexOf(locale)).writeFiles({ outputPath: folder })
      assertNone(errors)
    },
    async close() {
      if (--open === 0) await pagefind.close()
      else await Promise.allSettled([...indexes.values()].map(async (index) => (await index).deleteIndex()))
    },
  }
}

function assertNone(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(errors.join('; '))
}
