import type { Element, Root } from 'hast'
import { visit } from '../../util/visit.ts'
import { element } from './element.ts'
import type { PageScope } from './page-scope.ts'

/** Labels content for some readers only (`data-zone`, `data-moniker`) with its audience. */
export function labelContainers(tree: Root, { label }: PageScope): void {
  visit(tree, 'element', (node) => {
    const { dataZone, dataMoniker } = node.properties
    if (typeof dataZone === 'string' && dataZone) prepend(node, label('page.zone', { name: dataZone }))
    if (typeof dataMoniker === 'string' && dataMoniker)
      prepend(node, label('page.moniker', { name: dataMoniker }))
  })
}

/** Inserts a label before the content of a container. */
function prepend(node: Element, text: string): void {
  node.children.unshift(element('p', { className: ['container-label'] }, [text]))
}
