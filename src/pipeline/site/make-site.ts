import type { BookFile } from '../../render/book-link.ts'
import type { OutputFile, RenderContext } from '../../render/context.ts'
import { relativeUrl } from '../../render/page/local-url.ts'
import { pagePath } from '../../render/page-path.ts'
import type { LateParts } from '../../render/site/late-parts.ts'
import { renderPageParts } from '../../render/site/page-parts.ts'
import { siteFilesOf } from '../../render/site/site-files.ts'
import type { SitePage } from '../../render/site/site-page.ts'
import type { SiteTree } from '../../render/site/site-tree.ts'
import { type LocaleContents, renderStartPages } from '../../render/site/start-pages.ts'
import { renderTreeData } from '../../render/site/tree-data.ts'
import { placesIn, type TreePlace } from '../../render/site/tree-places.ts'
import { compare } from '../../util/data/compare.ts'
import { hashOf } from '../../util/data/hash-of.ts'
import { type AddressOptions, makeAddressFiles } from './address-files.ts'
import { type TreeOptions, treesOf } from './docset-trees.ts'
import type { SiteDocument } from './site-document.ts'

/** Everything that a build makes of all pages together. */
export interface Site {
  readonly pages: readonly SitePage[]
  /** By locale, a hash of everything that the late parts of its pages show. */
  readonly hashes: Readonly<Record<string, string>>
  partsOf(page: SitePage): LateParts
  /**
   * Renders the files of the site besides its pages.
   *
   * @param books of the locales.
   */
  files(books: readonly BookFile[]): readonly OutputFile[]
}

/** Settings of the site. */
export interface SiteOptions extends TreeOptions, Pick<AddressOptions, 'publishedPath'> {
  readonly context: RenderContext
  /** Whether a document uses an output path. */
  readonly isTaken: (path: string) => boolean
}

/** Makes the site of all documents that have pages: its navigation, and the pages that show no document. */
export function makeSite(documents: readonly SiteDocument[], options: SiteOptions): Site {
  const { context, isTaken } = options
  const pages = documents.flatMap((document) => pagesOf(document, context))
  const docsets = new Map(documents.map(({ group: { path, docset } }) => [path, docset]))
  const trees = treesOf(docsets, pages, options)
  const places = new Map<string, { readonly place: TreePlace; readonly tree: SiteTree }>()
  for (const tree of trees.values()) {
    for (const [output, place] of placesIn(tree)) places.set(output, { place, tree })
  }
  const locales = [...new Set(pages.map(({ locale }) => locale))].sort(compare)
  const contents = locales.map((locale): LocaleContents => {
    const own = [...trees].filter(([key]) => key.locale === locale).map(([, tree]) => tree)
    return {
      files: siteFilesOf(locale, isTaken, (from, to) => relativeUrl(from, to, context)),
      nodes: own.flatMap(({ sections }) => sections.flat()),
      sourceLocale: pages.find((page) => page.locale === locale)!.sourceLocale,
    }
  })
  const filesOf = new Map(contents.map(({ files }) => [files.locale, files]))
  return {
    pages,
    hashes: Object.fromEntries(
      locales.map((locale) => [
        locale,
        hashOf(JSON.stringify([filesOf.get(locale), [...trees].filter(([key]) => key.locale === locale)])),
      ]),
    ),
    partsOf({ output, locale }) {
      const { place, tree } = places.get(output)!
      return renderPageParts(place, tree.levels, filesOf.get(locale)!, context)
    },
    files(books) {
      const navigation = [
        ...renderStartPages(contents, books, context, isTaken),
        ...contents.map(({ files, nodes }) => renderTreeData(nodes, files, context)),
      ]
      // A redirect never takes the place of another file.
      const taken = new Set(navigation.map(({ path }) => path))
      const addresses = makeAddressFiles(documents, pages, {
        ...options,
        isTaken: (path) => taken.has(path) || isTaken(path),
      })
      return [...navigation, ...addresses]
    },
  }
}

function pagesOf(
  { group: { path }, made, kinds }: SiteDocument,
  context: RenderContext,
): readonly SitePage[] {
  return Object.entries(made.locales).flatMap(([locale, { title, description, date, untranslated }]) => {
    if (!kinds.get(locale)?.has('page')) return []
    return {
      path,
      output: pagePath(locale, path, context),
      locale,
      sourceLocale: made.sourceLocale,
      title,
      description,
      date,
      isUntranslated: untranslated === true,
    }
  })
}
