import { titleOf } from '../title-of.ts'
import type { SitePage } from './site-page.ts'
import { createNode, type SiteNode } from './site-tree.ts'

/** Makes the node of a page, with the page’s title. */
export function pageNode(page: SitePage): SiteNode {
  return createNode({
    name: titleOf(page.title || null, page.path),
    lang: page.title && page.isUntranslated ? page.sourceLocale : null,
    output: page.output,
    description: page.isUntranslated || isTitle(page) ? null : page.description,
  })
}

/** Whether the summary only repeats the title. */
function isTitle({ title, description }: SitePage): boolean {
  return (
    description
      ?.replace(/[.。]$/u, '')
      .trim()
      .toLowerCase() === title?.trim().toLowerCase()
  )
}
