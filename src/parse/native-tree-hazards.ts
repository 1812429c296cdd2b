import type { Nodes, Parents } from 'mdast'

/**
 * Whether a tree of the native parser holds what makes it possible that remark gives another one:
 *
 * - indented code right behind a line that is not blank: what comes after it belongs to it or not, as the containers before it were closed;
 * - a definition behind indented code, with which a paragraph seems to begin;
 * - a tag alone in its line in a list item, indented less than the item: remark takes its indentation with it;
 * - HTML that ends with a line ending, which belongs to it or not;
 * - rows of a table that begin with a tag, where HTML may end the table.
 */
export function hasTreeHazard(parent: Parents, text: string): boolean {
  return parent.children.some((node, at) => {
    switch (node.type) {
      case 'code':
        return (
          isIndented(node, text) &&
          (isBehindText(node, text) || parent.children[at + 1]?.type === 'definition')
        )
      case 'html':
        return (
          node.value.endsWith('\n') || (parent.type === 'listItem' && isOutside(node, parent.children[0]))
        )
      case 'table':
        return node.children.some((row) => text[offsetOf(row)] === '<')
      case 'blockquote':
      case 'list':
      case 'listItem':
        return hasTreeHazard(node, text)
      default:
        return false
    }
  })
}

function offsetOf({ position }: Nodes): number {
  return position?.start.offset ?? 0
}

/** Whether a block begins left of the first one of its list item. */
function isOutside(node: Nodes, first: Nodes | undefined): boolean {
  return (node.position?.start.column ?? 0) < (first?.position?.start.column ?? 0)
}

function isIndented(code: Nodes, text: string): boolean {
  return !/^ {0,3}[`~]{3}/.test(text.slice(offsetOf(code), offsetOf(code) + 6))
}

/** Whether anything stands before a block in its line or the line before, but for marks of quotes. */
function isBehindText(block: Nodes, text: string): boolean {
  const start = offsetOf(block)
  if (start === 0) return false
  const line = text.lastIndexOf('\n', start - 1)
  const before = line > 0 ? text.lastIndexOf('\n', line - 1) + 1 : 0
  return /[^\s>]/.test(text.slice(before, start))
}
