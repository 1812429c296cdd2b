import type { Element } from 'hast'
import { outputPath } from '../context.ts'
import { rewriteLink } from '../page/links.ts'
import { relativeUrl } from '../page/local-url.ts'
import type { PageScope } from '../page/page-scope.ts'

/** Points a link at what the output holds, seen from a table's file; one inside the document leads to its page. */
export function pointLink(node: Element, scope: PageScope): void {
  rewriteLink(node, scope)
  const { href } = node.properties
  if (
    node.tagName === 'a' &&
    typeof href === 'string' &&
    href.startsWith('#') &&
    scope.context.outputs.has('page')
  )
    node.properties.href = pageUrl(scope) + href
}

/** The document's page, seen from a table's file. */
export function pageUrl({ document, locale, output }: PageScope): string {
  return relativeUrl(output, outputPath(locale, document.path, '.html'))
}
