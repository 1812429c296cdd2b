import type { BookFile } from '../../render/book-link.ts'
import type { OutputFile, RenderContext } from '../../render/context.ts'
import { relativeUrl } from '../../render/page/local-url.ts'
import type { LateParts } from '../../render/site/late-parts.ts'
import { renderPageParts } from '../../render/site/page-parts.ts'
import { siteFilesOf } from '../../render/site/site-files.ts'
import type { SitePage } from '../../render/site/site-page.ts'
import type { SiteTree } from '../../render/site/site-tree.ts'
import { createStartPages } from '../../render/site/start-pages.ts'
import { renderTreeData } from '../../render/site/tree-data.ts'
import { placesIn, type TreePlace } from '../../render/site/tree-places.ts'
import { compare } from '../../util/data/compare.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import type { InputDocset } from '../document/document-inputs.ts'
import { type AddressOptions, makeAddressFiles } from './address-files.ts'
import type { Catalog } from './catalog.ts'
import { createTreeBuilder, type TreeOptions } from './docset-trees.ts'
import { pageOf, pagesOf } from './site-pages.ts'

/** Everything that a build makes of all pages together. */
export interface Site {
  /** BCP 47 tags of the locales that have pages, sorted. */
  readonly locales: readonly string[]
  /** Makes the pages and the navigation of a locale, anew on each call: there can be too many of them to have those of all locales in memory. */
  inLocale(locale: string): SiteLocale
  /**
   * Renders the files of the site besides its pages, one after the other.
   *
   * @param books of the locales.
   */
  files(books: readonly BookFile[]): Iterable<OutputFile>
}

/** The pages of a locale in their navigation. */
export interface SiteLocale {
  readonly pages: readonly SitePage[]
  /** Hashes everything that the late parts of its pages show. */
  hash(): string
  partsOf(page: SitePage): LateParts
}

/** Settings of the site. */
export interface SiteOptions extends TreeOptions, Pick<AddressOptions, 'publishedPath'> {
  readonly context: RenderContext
  /** Whether an output path is taken. */
  readonly isTaken: (path: string) => boolean
}

/** Makes the site of all documents that have pages: its navigation, and the pages that show no document. */
export function makeSite(catalog: Catalog, options: SiteOptions): Site {
  const { context, isTaken } = options
  const buildTrees = createTreeBuilder(options)
  const sources = sourceLocalesOf(catalog, context)
  const locales = [...sources.keys()].sort(compare)
  // Named before any of them is written.
  const filesOf = new Map(
    locales.map((locale) => [
      locale,
      siteFilesOf(locale, isTaken, (from, to) => relativeUrl(from, to, context)),
    ]),
  )

  function treesIn(locale: string): {
    readonly pages: readonly SitePage[]
    readonly trees: readonly SiteTree[]
  } {
    const byDocset = new Map<InputDocset, SitePage[]>()
    for (const document of catalog.inLocale(locale)) {
      const page = pageOf(document, locale, context)
      if (!page) continue
      const own = byDocset.get(document.group.docset) ?? []
      byDocset.set(document.group.docset, own)
      own.push(page)
    }
    return { pages: [...byDocset.values()].flat(), trees: buildTrees(locale, byDocset) }
  }

  function inLocale(locale: string): SiteLocale {
    const { pages, trees } = treesIn(locale)
    const files = filesOf.get(locale)!
    const places = new Map<string, { readonly place: TreePlace; readonly tree: SiteTree }>()
    for (const tree of trees)
      for (const [output, place] of placesIn(tree)) places.set(output, { place, tree })
    return {
      pages,
      hash: () => hashOf(JSON.stringify([files, trees])),
      partsOf({ output }) {
        const { place, tree } = places.get(output)!
        return renderPageParts(place, tree.levels, files, context)
      },
    }
  }

  function* files(books: readonly BookFile[]): Generator<OutputFile> {
    const all = locales.map((locale) => ({ files: filesOf.get(locale)!, sourceLocale: sources.get(locale)! }))
    const start = createStartPages(all, books, context, isTaken)
    // A redirect never takes the place of another file.
    const taken = new Set<string>()
    for (const file of navigation()) {
      taken.add(file.path)
      yield file
    }
    yield* makeAddressFiles(catalog, sources, {
      ...options,
      isTaken: (path) => taken.has(path) || isTaken(path),
    })

    function* navigation(): Generator<OutputFile> {
      yield* start.choice()
      for (const locale of locales) {
        const nodes = treesIn(locale).trees.flatMap(({ sections }) => sections.flat())
        yield* start.inLocale(locale, nodes)
        yield renderTreeData(nodes, filesOf.get(locale)!, context)
      }
    }
  }

  return { locales, inLocale, files }
}

/** The locales that have pages, in the order of these, with the source locale of their first page. */
function sourceLocalesOf(catalog: Catalog, context: RenderContext): ReadonlyMap<string, string> {
  const sources = new Map<string, string>()
  for (const document of catalog.documents())
    for (const { locale, sourceLocale } of pagesOf(document, context))
      if (!sources.has(locale)) sources.set(locale, sourceLocale)
  return sources
}
