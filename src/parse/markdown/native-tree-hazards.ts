import type { Nodes, Parents } from 'mdast'

/**
 * Whether a tree of the native parser contains a construct that remark may parse differently:
 *
 * - indented code directly after a line that is not blank, followed by lines that may or may not belong to it, depending on how the
 *   containers before it were closed;
 * - a definition after indented code, where a paragraph seems to start;
 * - a tag alone in its line in a list item or quote, indented less than its content: remark includes its indentation;
 * - HTML that ends with a line ending, which may or may not belong to it;
 * - table rows that start with a tag, because HTML may end the table.
 */
export function hasTreeHazard(parent: Parents, text: string): boolean {
  return parent.children.some((node, at) => {
    switch (node.type) {
      case 'code': {
        const next = parent.children[at + 1]
        return (
          next !== undefined &&
          isIndented(node, text) &&
          (isBehindText(node, text) || next.type === 'definition')
        )
      }
      case 'html':
        return node.value.endsWith('\n') || isLazy(node, parent, text)
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

/** Whether a block is in a line that lazily continues its list item or quote. */
function isLazy(block: Nodes, parent: Parents, text: string): boolean {
  const start = offsetOf(block)
  const line = start > 0 ? text.lastIndexOf('\n', start - 1) + 1 : 0
  if (parent.type === 'blockquote') return !text.slice(line, start).includes('>')
  return parent.type === 'listItem' && columnOf(block) < columnOf(parent.children[0] ?? block)
}

function columnOf({ position }: Nodes): number {
  return position?.start.column ?? 0
}

function isIndented(code: Nodes, text: string): boolean {
  return !/^ {0,3}[`~]{3}/.test(text.slice(offsetOf(code), offsetOf(code) + 6))
}

/** Whether anything but quote marks precedes a block in its line or the previous line. */
function isBehindText(block: Nodes, text: string): boolean {
  const start = offsetOf(block)
  if (start === 0) return false
  const line = text.lastIndexOf('\n', start - 1)
  const before = line > 0 ? text.lastIndexOf('\n', line - 1) + 1 : 0
  return /[^\s>]/.test(text.slice(before, start))
}
