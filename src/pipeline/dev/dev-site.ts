import type { OutputFile } from '../../render/context.ts'
import { fillLateParts } from '../../render/site/late-parts.ts'
import type { SitePage } from '../../render/site/site-page.ts'
import type { SiteDocument } from '../site/catalog.ts'
import type { Site, SiteLocale } from '../site/make-site.ts'

/** The site of a session. It knows the documents that have been read. */
export interface DevSite {
  /** Returns the file of the site at a path relative to the output folder; `undefined` if there is none. */
  file(path: string): OutputFile['content'] | undefined
  /** Fills the late parts of a page. */
  complete(path: string, html: string): string
  /** Makes the site again on the next request if the documents differ by then. */
  review(): void
  /** Makes the site again on the next request. */
  forget(): void
}

/** A site, with what is needed to answer requests. */
interface Made {
  readonly site: Site
  /** Rendered for the first request of one. */
  files?: ReadonlyMap<string, OutputFile['content']>
  readonly pages: ReadonlyMap<string, { readonly page: SitePage; readonly navigation: SiteLocale }>
  /** The titles, summaries and dates that the site shows, for comparison. */
  readonly key: string
}

/**
 * Makes the site on request, once for all requests until something that it shows changes. While documents are read in the background it is
 * made again only when their number has doubled and when all are read, so that navigation grows but requests do not wait for it.
 *
 * @param describe describes the documents.
 * @param make makes the site of them.
 * @param counts returns the number of documents that have been read, and of all.
 */
export function createDevSite(
  describe: () => readonly SiteDocument[],
  make: (documents: readonly SiteDocument[]) => Site,
  counts: () => { readonly read: number; readonly all: number },
): DevSite {
  let made: Made | undefined
  /** Whether the documents may differ, and how many had been read when the site was made or reviewed. */
  let reviewed = { isDone: false, count: 0 }
  return {
    file(path) {
      const own = current()
      own.files ??= new Map([...own.site.files([])].map((file) => [file.path, file.content]))
      return own.files.get(path)
    },
    complete(path, html) {
      const known = current().pages.get(path)
      return known ? fillLateParts(html, known.navigation.partsOf(known.page)) : html
    },
    review() {
      reviewed = { ...reviewed, isDone: false }
    },
    forget() {
      made = undefined
    },
  }

  function current(): Made {
    const { read, all } = counts()
    const { isDone, count } = reviewed
    const hasGrown = read !== count && (read >= 2 * count || read === all)
    if (made && isDone && !hasGrown) return made
    reviewed = { isDone: true, count: read }
    const documents = describe()
    const key = JSON.stringify(
      documents.map(({ made: { sourceLocale, locales } }) => [sourceLocale, locales]),
    )
    if (made?.key === key) return made
    const site = make(documents)
    const pages = site.locales.flatMap((locale) => {
      const navigation = site.inLocale(locale)
      return navigation.pages.map((page) => [page.output, { page, navigation }] as const)
    })
    made = { site, pages: new Map(pages), key }
    return made
  }
}
