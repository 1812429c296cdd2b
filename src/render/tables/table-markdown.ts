import type { Element, ElementContent } from 'hast'
import type { PhrasingContent, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { type TextGrid, widthOf } from './table-grid.ts'
import { type CellLine, textOf } from './table-lines.ts'

const MARKDOWN = unified().use(remarkGfm).use(remarkStringify).freeze()

/**
 * A grid as a GFM pipe table: `<br>` separates the lines of a cell, list items start with a bullet, and a cell that spans several
 * places has its text only in the first. Stacked header rows are merged; a table without header rows gets an empty one.
 */
export function tableToMarkdown(grid: TextGrid): string {
  const columns = Array.from({ length: Math.max(1, widthOf(grid)) }, (_, column) => column)
  const header = columns.map((column) => linesToMarkdown(headerLines(grid, column)))
  const body = grid.rows
    .slice(grid.headerRows)
    .map((row) => row.map(({ lines, first }) => (first ? linesToMarkdown(lines) : '')))
  return [header, columns.map(() => '-'), ...body].map(toRow).join('')
}

/** A row of cells, at least one. */
function toRow(cells: readonly string[]): string {
  return `|${(cells.length > 0 ? cells : ['']).map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|\n`
}

/** The header of a column: the texts of all header rows, each once. */
function headerLines(grid: TextGrid, column: number): readonly CellLine[] {
  const cells = grid.rows.slice(0, grid.headerRows).flatMap((row) => row[column] ?? [])
  return cells
    .filter((cell, at) => at === 0 || cell.lines !== cells[at - 1]?.lines)
    .flatMap((cell) => cell.lines)
}

/** Characters that can be Markdown syntax inside a cell; text without them needs no escaping. */
const UNSAFE = /[\\`*_[\]<&!|~@]|[Ww]\.|[ps]:\//

/** Cache of cells as Markdown, because monolingual and bilingual files share cells. */
const known = new WeakMap<readonly CellLine[], string>()

/** Lines as the content of a cell. Uses the library, which takes ten times as long, only for text that may need escaping. */
function linesToMarkdown(lines: readonly CellLine[]): string {
  let markdown = known.get(lines)
  if (markdown === undefined) {
    const children = linesToPhrasing(lines)
    markdown = plainMarkdown(children) ?? stringify(children)
    known.set(lines, markdown)
  }
  return markdown
}

/** The text of nodes if it needs no escaping, else `undefined`. */
function plainMarkdown(nodes: readonly PhrasingContent[]): string | undefined {
  const [only] = nodes
  if (only?.type === 'strong' && nodes.length === 1 && only.children.every(({ type }) => type === 'text')) {
    const text = plainMarkdown(only.children)
    return text === undefined ? undefined : `**${text}**`
  }
  if (!nodes.every((node) => node.type === 'text' || node.type === 'html')) return undefined
  const isUnsafe = UNSAFE.test(nodes.map(({ type, value }) => (type === 'text' ? value : ' ')).join(''))
  return isUnsafe ? undefined : nodes.map(({ value }) => value).join('')
}

function stringify(children: PhrasingContent[]): string {
  return MARKDOWN.stringify({ type: 'tableCell', children } as unknown as Root).slice(0, -1)
}

/** Lines as Markdown content, separated by `<br>`, the only line break possible in a cell of a pipe table. */
export function linesToPhrasing(lines: readonly CellLine[]): PhrasingContent[] {
  return lines.flatMap((line, at): PhrasingContent[] =>
    at === 0 ? lineToPhrasing(line) : [{ type: 'html', value: '<br>' }, ...lineToPhrasing(line)],
  )
}

/** A line as Markdown content. */
function lineToPhrasing({ prefix, content }: CellLine): PhrasingContent[] {
  const nodes = trimEdges(content.flatMap(toPhrasing))
  return prefix === '' ? nodes : [{ type: 'text', value: prefix }, ...nodes]
}

/** An inline node as Markdown content; a node without a Markdown equivalent is replaced by its content. */
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

/** Content in a mark; empty if the content is empty. */
function marked(type: 'strong' | 'emphasis' | 'delete', children: PhrasingContent[]): PhrasingContent[] {
  const trimmed = trimEdges(children)
  return trimmed.length === 0 ? children : [{ type, children: trimmed }]
}

/** Code as inline code; empty if the code is empty. */
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
