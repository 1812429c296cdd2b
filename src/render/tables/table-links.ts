import type { Root } from 'hast'
import { visit } from '../../util/visit.ts'
import { outputPath } from '../context.ts'
import { rewriteLinks } from '../page/links.ts'
import { relativeUrl } from '../page/local-url.ts'
import type { PageScope } from '../page/page-scope.ts'

/** Points links at what the output holds, seen from a table's file; those inside the document lead to its page. */
export function pointLinks(tree: Root, scope: PageScope): void {
  rewriteLinks(tree, scope)
  if (!scope.context.outputs.has('page')) return
  visit(tree, 'element', (node) => {
    const { href } = node.properties
    if (node.tagName === 'a' && typeof href === 'string' && href.startsWith('#'))
      node.properties.href = pageUrl(scope) + href
  })
}

/** The document's page, seen from a table's file. */
export function pageUrl({ document, locale, output }: PageScope): string {
  return relativeUrl(output, outputPath(locale, document.path, '.html'))
}
