import { posix } from 'node:path'
import { stem } from '../context.ts'
import type { SitePage } from './site-page.ts'
import { createNode, type SiteNode } from './site-tree.ts'

/** Makes the node of a page, with the page’s title. */
export function pageNode(page: SitePage): SiteNode {
  return createNode({
    name: page.title || posix.basename(stem(page.path)),
    lang: page.title && page.isUntranslated ? page.sourceLocale : null,
    output: page.output,
    description: page.isUntranslated ? null : page.description,
  })
}
