import type { Root } from 'hast'
import { visit } from '../../util/visit.ts'
import type { PageScope } from './page-scope.ts'

/** Translates the heading and back links of footnotes into the page’s language. */
export function labelFootnotes(tree: Root, { label }: PageScope): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'h2' && node.properties.id === 'footnote-label') {
      node.children = [{ type: 'text', value: label('page.footnotes') }]
    }
    if (node.tagName === 'a' && node.properties.dataFootnoteBackref !== undefined) {
      node.properties.ariaLabel = label('page.footnoteBack', {
        number: /[\d-]*$/.exec(String(node.properties.ariaLabel ?? ''))?.[0] ?? '',
      })
    }
  })
}
