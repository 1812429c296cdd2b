import type { Element, ElementContent } from 'hast'
import type { PhrasingContent, Root, TableCell, TableRow } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { type TextCell, type TextGrid, widthOf } from './table-grid.ts'
import { textOf } from './table-lines.ts'

const MARKDOWN = unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify).freeze()

/**
 * A grid as a GFM pipe table: the lines of a cell are parted by `<br>`, list items begin with a bullet; a cell that spans several
 * places has its text in the first one only. Stacked header rows become one; a table without any has an empty one.
 */
export function tableToMarkdown(grid: TextGrid): string {
  const columns = widthOf(grid)
  const header = Array.from({ length: columns }, (_, column) => headerCell(grid, column))
  const body = grid.rows.slice(grid.headerRows).map((row) => toRow(row.map(toCell)))
  // The library fills rows up to the longest one, which is only right where they form a full grid.
  if (body.every((row) => row.children.length === columns)) return stringify([toRow(header), ...body])
  return stringify([toRow(header)]) + body.map((row) => stringify([row]).replace(/\n[\s\S]*/, '\n')).join('')
}

function stringify(children: TableRow[]): string {
  const tree: Root = { type: 'root', children: [{ type: 'table', align: [], children }] }
  return MARKDOWN.stringify(tree)
}

/** A row of cells. */
function toRow(children: TableCell[]): TableRow {
  return { type: 'tableRow', children }
}

/** A place of the grid; empty where a cell only reaches there. */
function toCell({ lines, first }: TextCell): TableCell {
  return { type: 'tableCell', children: first ? joinLines(lines.map(lineToPhrasing)) : [] }
}

/** The header of a column: all header rows over each other, each text once. */
function headerCell(grid: TextGrid, column: number): TableCell {
  const cells = grid.rows.slice(0, grid.headerRows).flatMap((row) => row[column] ?? [])
  const lines = cells
    .filter((cell, at) => at === 0 || cell.lines !== cells[at - 1]?.lines)
    .flatMap((cell) => cell.lines)
  return { type: 'tableCell', children: joinLines(lines.map(lineToPhrasing)) }
}

/** Lines with `<br>` between them, the only line break that a pipe table's cell can have. */
function joinLines(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((line, at): PhrasingContent[] =>
    at === 0 ? line : [{ type: 'html', value: '<br>' }, ...line],
  )
}

/** A line as Markdown content. */
function lineToPhrasing({
  prefix,
  content,
}: {
  prefix: string
  content: readonly ElementContent[]
}): PhrasingContent[] {
  const nodes = trimEdges(content.flatMap(toPhrasing))
  return prefix === '' ? nodes : [{ type: 'text', value: prefix }, ...nodes]
}

/** An inline node as Markdown content; what Markdown has no form for gives its content. */
function toPhrasing(node: ElementContent): PhrasingContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/\s+/g, ' ') }]
  if (node.type !== 'element') return []
  const children = () => node.children.flatMap(toPhrasing)
  if (/^(?:strong|b)$/.test(node.tagName)) return marked('strong', children())
  if (/^(?:em|i)$/.test(node.tagName)) return marked('emphasis', children())
  if (/^(?:del|s)$/.test(node.tagName)) return marked('delete', children())
  if (/^(?:code|kbd|samp|tt)$/.test(node.tagName)) return codeOf(node)
  if (node.tagName === 'img')
    return [{ type: 'image', url: String(node.properties.src ?? ''), alt: String(node.properties.alt ?? '') }]
  if (node.tagName === 'a' && typeof node.properties.href === 'string')
    return [{ type: 'link', url: node.properties.href, children: children() as never }]
  return children()
}

/** Marked content; nothing for a mark around nothing. */
function marked(type: 'strong' | 'emphasis' | 'delete', children: PhrasingContent[]): PhrasingContent[] {
  const trimmed = trimEdges(children)
  return trimmed.length === 0 ? children : [{ type, children: trimmed }]
}

/** Code as inline code; nothing for none. */
function codeOf(node: Element): PhrasingContent[] {
  const value = textOf(node)
  return value.trim() === '' ? [] : [{ type: 'inlineCode', value }]
}

/** Content without white space at its edges. */
function trimEdges(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result = [...nodes]
  while (result[0]?.type === 'text' && result[0].value.trim() === '') result.shift()
  while (result.at(-1)?.type === 'text' && (result.at(-1) as { value: string }).value.trim() === '')
    result.pop()
  const first = result[0]
  if (first?.type === 'text') result[0] = { ...first, value: first.value.trimStart() }
  const last = result.at(-1)
  if (last?.type === 'text') result[result.length - 1] = { ...last, value: last.value.trimEnd() }
  return result
}
