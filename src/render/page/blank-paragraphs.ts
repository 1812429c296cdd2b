import type { Element, ElementContent, Root } from 'hast'
import { visit } from '../../util/visit.ts'

/** Removes blank paragraphs (`<p><span> </span></p>`), which only leave gaps. */
export function dropBlankParagraphs(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'p' || index === undefined || !parent || !isBlank(node)) return
    parent.children.splice(index, 1)
    return index
  })
}

/** Whether an element contains only white space, in elements without properties. */
function isBlank(node: Element): boolean {
  return Object.keys(node.properties).length === 0 && node.children.every(isBlankContent)
}

function isBlankContent(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  return node.type === 'comment' || (node.type === 'element' && node.tagName === 'span' && isBlank(node))
}
