import type { Root } from 'hast'
import { visit } from '../../util/visit.ts'
import { element } from './element.ts'
import type { PageScope } from './page-scope.ts'

/** Keys of labels for missing content, by `data-missing`. */
const LABELS: ReadonlyMap<unknown, string> = new Map([
  ['code', 'missing.code'],
  ['include', 'missing.include'],
])

/** Labels missing includes and code (`data-missing`) in the page’s language. */
export function labelMissing(tree: Root, { label }: Pick<PageScope, 'label'>): void {
  visit(tree, 'element', (node) => {
    const key = LABELS.get(node.properties.dataMissing)
    if (key) node.children.unshift(element('span', { className: ['missing-label'] }, [`${label(key)} `]))
  })
}
