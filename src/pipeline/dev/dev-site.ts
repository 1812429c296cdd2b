import type { OutputFile } from '../../render/context.ts'
import { fillLateParts } from '../../render/site/late-parts.ts'
import type { SitePage } from '../../render/site/site-page.ts'
import type { Site } from '../site/make-site.ts'

/** The site of a session. It knows the documents that have been read. */
export interface DevSite {
  /** Returns the file of the site at a path relative to the output folder; `undefined` if there is none. */
  file(path: string): OutputFile['content'] | undefined
  /** Fills the late parts of a page. */
  complete(path: string, html: string): string
  /** Makes the site again on the next request. */
  forget(): void
}

/** A site, with what is needed to answer requests. */
interface Made {
  readonly site: Site
  readonly files: ReadonlyMap<string, OutputFile['content']>
  readonly pages: ReadonlyMap<string, SitePage>
  /** Number of documents that had been read. */
  readonly count: number
}

/**
 * Makes the site on request. While documents are read in the background it is made again only when their number has doubled and when
 * all are read, so that navigation grows but requests do not wait for it.
 *
 * @param make makes the site of the documents.
 * @param counts returns the number of documents that have been read, and of all.
 */
export function createDevSite(
  make: () => Site,
  counts: () => { readonly read: number; readonly all: number },
): DevSite {
  let made: Made | undefined
  return {
    file: (path) => current().files.get(path),
    complete(path, html) {
      const { site, pages } = current()
      const page = pages.get(path)
      return page ? fillLateParts(html, site.partsOf(page)) : html
    },
    forget() {
      made = undefined
    },
  }

  function current(): Made {
    const { read, all } = counts()
    if (!made || (read !== made.count && (read >= 2 * made.count || read === all))) {
      const site = make()
      made = {
        site,
        files: new Map(site.files.map(({ path, content }) => [path, content])),
        pages: new Map(site.pages.map((page) => [page.output, page])),
        count: read,
      }
    }
    return made
  }
}
