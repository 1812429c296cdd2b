import type { Element } from 'hast'

/** Turns a blank header cell into a plain cell; screen readers would otherwise announce a header without a name. */
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
