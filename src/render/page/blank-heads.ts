import type { Element } from 'hast'

/** Makes a header cell that shows nothing a plain cell: it heads nothing, and readers would be told of a header without a name. */
export function unheadBlankCell(node: Element): void {
  if (node.tagName !== 'th' || !isBlank(node)) return
  node.tagName = 'td'
  delete node.properties.scope
}

/** Whether an element contains neither text nor images. */
export function isBlank(node: Element): boolean {
  return node.children.every((child) => {
    if (child.type === 'text') return child.value.trim() === ''
    return child.type !== 'element' || (child.tagName !== 'img' && isBlank(child))
  })
}
