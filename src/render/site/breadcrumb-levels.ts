import type { DocsetTocs, TocEntry } from '../../model/toc.ts'
import { createNode, type SiteNode } from './site-tree.ts'

/** Maximum number of levels. */
const DEEPEST = 8

/**
 * Returns the levels above a docset's tables of contents, from its breadcrumb files: on each level the only entry, or the one that represents
 * a folder of the tables.
 */
export function breadcrumbLevels(
  { breadcrumbs, tocs }: DocsetTocs,
  publishedUrl: (url: string) => string | null,
): readonly SiteNode[] {
  const folders = new Set(tocs.flatMap(({ path }) => path.toLowerCase().split('/').slice(0, -1)))
  const levels: SiteNode[] = []
  for (let entries = breadcrumbs; levels.length < DEEPEST; ) {
    const entry = entries.length === 1 ? entries[0] : entries.find((each) => folders.has(lastFolder(each)))
    if (!entry) break
    const url =
      entry.url === undefined ? null : entry.url.startsWith('/') ? publishedUrl(entry.url) : entry.url
    if (entry.name) levels.push(createNode({ name: entry.name, url }))
    entries = entry.children
  }
  return levels
}

/** Last folder of the pages that an entry represents. */
function lastFolder({ scope = '' }: TocEntry): string {
  return (
    scope
      .toLowerCase()
      .split('/')
      .findLast((part) => part !== '') ?? ''
  )
}
