import { posix } from 'node:path'
import type { RedirectionTarget } from '../../model/build/redirection.ts'
import type { DocsetToc, DocsetTocs, TocEntry } from '../../model/toc.ts'
import { breadcrumbLevels } from './breadcrumb-levels.ts'
import { folderNodes } from './folder-nodes.ts'
import { pageNode } from './page-node.ts'
import type { SitePage } from './site-page.ts'
import { createNode, type SiteNode, type SiteTree } from './site-tree.ts'

/** A docset in one locale. */
export interface TreeInput {
  readonly locale: string
  readonly sourceLocale: string
  /** Its pages in this locale. */
  readonly pages: readonly SitePage[]
  /** Its tables of contents with their locale; absent if it has none. */
  readonly contents?: DocsetTocs & { readonly locale: string }
  /** Finds the page with a uid: its path, or its address elsewhere. */
  resolveUid?(uid: string): { readonly target?: string; readonly name?: string } | undefined
  /** Follows the redirection of a document that does not exist. */
  redirectionOf?(path: string): RedirectionTarget | undefined
  /** Returns the address of a page of the published site (`/…`); `null` if it is unknown. */
  publishedUrl(url: string): string | null
  /** Name of the branch of pages that no table of contents lists. */
  readonly otherPages: string
}

/** Maximum number of levels; deeper entries move up to the last one. */
const DEEPEST = 16
/** Maximum number of levels to look at: tables that contain each other could be nested much deeper. */
const DEEPEST_ENTRY = 500

/**
 * Builds the navigation of a docset in one locale: its tables of contents, then the pages that they do not list, by folder. If the tables
 * are in another language, pages are named by their titles, and other entries keep their names with their language.
 *
 * An entry is a link if its page is in the build or elsewhere on the web, else text; a branch without any link is one line of text.
 */
export function buildTree({ contents, ...input }: TreeInput): SiteTree {
  const { locale, pages, otherPages } = input
  if (!contents || contents.tocs.length === 0) return { sections: [folderNodes(pages, locale)], levels: [] }
  const placed = new Set<SitePage>()
  const toNodes = createNodeMaker({ ...input, contents }, placed)
  const listed = contents.tocs.map((toc) => {
    const nodes = toNodes(toc.entries)
    return contents.tocs.length > 1 ? gathered(toc, nodes, pages) : nodes
  })
  const rest = pages.filter((page) => !placed.has(page))
  const others = withoutLoneFolder(folderNodes(rest, locale))
  const isOwn = contents.locale === locale
  return {
    sections: [
      ...listed,
      ...(others.length > 0 ? [[createNode({ name: otherPages, children: others })]] : []),
    ],
    levels: isOwn ? breadcrumbLevels(contents, input.publishedUrl) : [],
  }
}

/** The nodes of the only folder, if there is only one. */
function withoutLoneFolder(nodes: readonly SiteNode[]): readonly SiteNode[] {
  const [only] = nodes
  return nodes.length === 1 && only!.output === null ? only!.children : nodes
}

/** One of several tables of contents: in a folder, its entries get a common node. */
function gathered(
  { path }: DocsetToc,
  nodes: readonly SiteNode[],
  pages: readonly SitePage[],
): readonly SiteNode[] {
  const folder = posix.dirname(path)
  if (nodes.length < 2 || folder === '.') return nodes
  const index = pages.find((page) => page.path === `${folder}/index.md`)
  const { name, lang } = index ? pageNode(index) : { name: posix.basename(folder), lang: null }
  return [createNode({ name, lang, children: nodes })]
}

/** @param placed receives the pages that entries link to. */
function createNodeMaker(
  {
    locale,
    sourceLocale,
    pages,
    contents,
    resolveUid,
    redirectionOf,
    publishedUrl,
  }: TreeInput & Required<Pick<TreeInput, 'contents'>>,
  placed: Set<SitePage>,
): (entries: readonly TocEntry[]) => readonly SiteNode[] {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const byFoldedPath = new Map([...pages].reverse().map((page) => [page.path.toLowerCase(), page]))
  const pageAt = (path: string) => byPath.get(path) ?? byFoldedPath.get(path.toLowerCase())
  const seen = new Set<TocEntry>()
  return (entries) => toNodes(entries, 1)

  function toNodes(entries: readonly TocEntry[], depth: number): readonly SiteNode[] {
    if (depth > DEEPEST_ENTRY) return []
    return entries.flatMap((entry) => {
      // Tables that are named several times, whose number could grow exponentially, have their branches once.
      const children = seen.has(entry) ? [] : entry.children
      seen.add(entry)
      const below = toNodes(children, depth + 1)
      const node = toNode(entry)
      if (!node) return below
      if (depth >= DEEPEST) return [node, ...below]
      return { ...node, children: below.some(hasLink) ? below : [] }
    })
  }

  function toNode(entry: TocEntry): SiteNode | undefined {
    const isReference = entry.path === null && entry.url === undefined && entry.uid !== undefined
    const found = isReference ? resolveUid?.(entry.uid!) : undefined
    const target = entry.path ?? found?.target
    const { page, url: redirected } = target === undefined ? {} : destinationOf(target)
    if (page) placed.add(page)
    const named = nameOf(entry, page, found?.name)
    const { displayName: keywords = null, isExpanded = false } = entry
    const url = page ? null : urlOf(entry.url ?? redirected ?? target)
    return named && createNode({ ...(page && pageNode(page)), ...named, url, keywords, isExpanded })
  }

  /** The page at a path, or what a redirection leads to from there. */
  function destinationOf(path: string): { readonly page?: SitePage; readonly url?: string } {
    const page = pageAt(path)
    if (page) return { page }
    const redirected = redirectionOf?.(path)
    if (redirected?.type === 'elsewhere') return { url: redirected.url }
    const other = redirected?.type === 'page' ? pageAt(redirected.path) : undefined
    return other ? { page: other } : {}
  }

  function urlOf(url: string | undefined): string | null {
    if (url === undefined) return null
    if (url.startsWith('/')) return publishedUrl(url)
    // As browsers write it, so that a space becomes %20.
    return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).href : null
  }

  function nameOf(
    entry: TocEntry,
    page: SitePage | undefined,
    reference: string | undefined,
  ): Pick<SiteNode, 'name' | 'lang'> | undefined {
    const isOwn = contents.locale === locale
    const own = isOwn ? entry.name : locale === sourceLocale ? entry.sourceName : undefined
    if (own) return { name: own, lang: null }
    if (page) {
      const { name, lang } = pageNode(page)
      return { name, lang }
    }
    const name = entry.name || reference || entry.uid || entry.url
    return name ? { name, lang: entry.name && !isOwn ? contents.locale : null } : undefined
  }
}

function hasLink({ output, url, children }: SiteNode): boolean {
  return output !== null || url !== null || children.some(hasLink)
}
