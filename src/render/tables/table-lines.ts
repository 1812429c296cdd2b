import type { Element, ElementContent } from 'hast'

/** A line of a cell: its prefix and inline content. */
export interface CellLine {
  /** Bullet or number of a list item with a space, or empty. */
  readonly prefix: string
  readonly content: readonly ElementContent[]
}

/** Bullets by depth. */
const BULLETS = ['• ', '◦ ', '▪ ']

/** Elements that start a new line. */
const BLOCK =
  /^(?:address|article|aside|blockquote|dd|details|div|dl|dt|figcaption|figure|h[1-6]|hr|p|section|summary)$/

/**
 * A cell's content as lines, one for each paragraph, list item, line break and line of code.
 *
 * @param seeTable returns the text that replaces a table inside the cell.
 */
export function cellLines(
  children: readonly ElementContent[],
  seeTable: (table: Element) => string,
): readonly CellLine[] {
  const lines: CellLine[] = []
  let current: ElementContent[] = []
  let prefix = ''

  function close(): void {
    if (current.some(isSeen)) {
      lines.push({ prefix, content: current })
      prefix = ''
    }
    current = []
  }

  function walk(nodes: readonly ElementContent[], depth: number): void {
    for (const node of nodes) {
      if (node.type !== 'element') {
        if (node.type === 'text') current.push(node)
        continue
      }
      if (node.tagName === 'br') close()
      else if (node.tagName === 'ul' || node.tagName === 'ol') list(node, depth)
      else if (node.tagName === 'pre') code(node)
      else if (node.tagName === 'table') block([{ type: 'text', value: seeTable(node) }], depth)
      else if (BLOCK.test(node.tagName)) block(node.children, depth)
      else if (holdsBlock(node)) walk(node.children, depth)
      else current.push(node)
    }
  }

  function block(nodes: readonly ElementContent[], depth: number): void {
    close()
    walk(nodes, depth)
    close()
  }

  function list(node: Element, depth: number): void {
    close()
    let number = Number(node.properties.start ?? 1)
    for (const item of node.children) {
      if (item.type !== 'element') continue
      prefix = node.tagName === 'ol' ? `${number++}. ` : (BULLETS[Math.min(depth, 2)] ?? '')
      block(item.children, depth + 1)
      prefix = ''
    }
  }

  function code(node: Element): void {
    close()
    for (const line of textOf(node).replace(/\n$/, '').split('\n')) {
      current = [
        { type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value: line }] },
      ]
      close()
    }
  }

  walk(children, 0)
  close()
  return lines
}

/** Whether an inline element contains a block. */
function holdsBlock(node: Element): boolean {
  return node.children.some(
    (child) =>
      child.type === 'element' &&
      (/^(?:br|ol|ul|pre|table)$/.test(child.tagName) || BLOCK.test(child.tagName) || holdsBlock(child)),
  )
}

/** Whether a node is visible. */
function isSeen(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return node.type === 'element' && (node.tagName === 'img' || node.children.some(isSeen))
}

/** Plain text of a node; alternative text for images. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  if (node.tagName === 'img') return String(node.properties.alt ?? '')
  return node.children.map(textOf).join('')
}
