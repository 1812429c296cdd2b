import type { Element, Root } from 'hast'
import { visit } from '../../util/visit.ts'

/** Turns blank header cells into plain cells; screen readers would announce a header without a name. */
export function unheadBlankCells(tree: Root | Element): void {
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'th' || !isBlank(node)) return
    node.tagName = 'td'
    delete node.properties.scope
  })
}

/** Whether an element contains neither text nor images. */
export function isBlank(node: Element): boolean {
  return node.children.every((child) => {
    if (child.type === 'text') return child.value.trim() === ''
    return child.type !== 'element' || (child.tagName !== 'img' && isBlank(child))
  })
}
