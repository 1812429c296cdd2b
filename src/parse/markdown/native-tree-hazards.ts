import type { Nodes, Parents } from 'mdast'

/**
 * Whether a tree of the native parser holds what makes it possible that remark gives another one:
 *
 * - indented code right behind a line that is not blank, with more behind it, which belongs to it or not, as the containers before it were
 *   closed;
 * - a definition behind indented code, with which a paragraph seems to begin;
 * - a tag alone in its line in a list item or quote, indented less than what it holds: remark takes its indentation with it;
 * - HTML that ends with a line ending, which belongs to it or not;
 * - rows of a table that begin with a tag, where HTML may end the table.
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

/** Whether a block stands in a line that only continues the paragraph before it in its list item or quote. */
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

/** Whether anything stands before a block in its line or the line before, but for marks of quotes. */
function isBehindText(block: Nodes, text: string): boolean {
  const start = offsetOf(block)
  if (start === 0) return false
  const line = text.lastIndexOf('\n', start - 1)
  const before = line > 0 ? text.lastIndexOf('\n', line - 1) + 1 : 0
  return /[^\s>]/.test(text.slice(before, start))
}
