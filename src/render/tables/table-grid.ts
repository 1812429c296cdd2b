import type { Element, ElementContent } from 'hast'
import type { Block, Table } from '../../model/table.ts'
import { textOfParts } from '../../model/text.ts'
import { visit } from '../../util/tree/visit.ts'
import { labelMissing } from '../page/labels.ts'
import { rewriteLink } from '../page/links.ts'
import { relativeUrl } from '../page/local-url.ts'
import type { PageScope } from '../page/page-scope.ts'
import { pagePath } from '../page-path.ts'
import { fillTable, rowsOfTable, tablesOf } from './table-element.ts'
import { type CellLine, cellLines } from './table-lines.ts'

/** A table as a full grid of lines, for formats without spans; rows are shorter if a full grid would be disproportionately large. */
export interface TextGrid {
  readonly headerRows: number
  readonly rows: readonly (readonly TextCell[])[]
}

/** A place in the grid. */
export interface TextCell {
  readonly lines: readonly CellLine[]
  /** Whether the cell starts here, rather than spanning here from another place. */
  readonly first: boolean
}

/** One side of a table. */
export interface FilledTable {
  /** The filled table with links relative to the table's file; `null` if the skeleton has no element for it. */
  readonly element: Element | null
  readonly scope: PageScope
  /** The table as text; its cells contain nodes of the element. */
  readonly grid: TextGrid
}

/** Fills a table for the file that is the scope's output. */
export function readTable(table: Table, scope: PageScope): FilledTable {
  const element = fillTable(table, scope)
  const page = pageUrl(scope)
  if (element)
    visit(element, 'element', (node) => {
      labelMissing(node, scope)
      rewriteLink(node, scope)
      const { href } = node.properties
      // Anchors of the document are on its page.
      if (page !== null && node.tagName === 'a' && typeof href === 'string' && href.startsWith('#'))
        node.properties.href = page + href
    })
  return { element, scope, grid: tableToGrid(table, element, scope) }
}

/** URL of the document's page relative to a table's file; `null` if there is no page. */
export function pageUrl({ document, locale, output, context }: PageScope): string | null {
  return context.outputs.has('page')
    ? relativeUrl(output, pagePath(locale, document.path, context), context)
    : null
}

/** One side of a table as a grid, with the links of the filled element. */
function tableToGrid(table: Table, element: Element | null, scope: PageScope): TextGrid {
  const rows = table.rows.map(({ cells }) =>
    Array.from({ length: table.spansLeftOut ? cells.length : table.columns }, () => EMPTY),
  )
  const contents = contentsOf(table, element, scope)
  const nested = new Map((element ? tablesOf(element.children) : []).map((inner, at) => [inner, at]))
  const seeTable = (inner: Element) =>
    scope.label('table.seeTable', { number: table.index + 2 + (nested.get(inner) ?? -1) })
  for (const [at, row] of table.rows.entries())
    for (const [index, cell] of row.cells.entries()) {
      const lines = cellLines(contents[at]?.[index] ?? [], seeTable)
      for (let y = cell.row; y < cell.row + cell.rowSpan; y++)
        for (let x = cell.column; x < cell.column + cell.columnSpan; x++)
          if (rows[y]?.[x]) rows[y]![x] = { lines, first: y === cell.row && x === cell.column }
    }
  return { headerRows: table.headerRows, rows }
}

/** The cells' contents, row by row: from the element if its cells match the model's, else from the model. */
function contentsOf(
  table: Table,
  element: Element | null,
  scope: PageScope,
): readonly (readonly ElementContent[][])[] {
  const rows = element ? rowsOfTable(element) : []
  const agrees =
    rows.length === table.rows.length &&
    rows.every(({ cells }, at) => cells.length === table.rows[at]?.cells.length)
  if (agrees) return rows.map(({ cells }) => cells.map((cell) => cell.children))
  return table.rows.map(({ cells }) =>
    cells.map((cell) => cell.blocks.flatMap((block) => blockToHast(block, scope))),
  )
}

/** A block of the model as hast, without inline markup. */
function blockToHast(block: Block, scope: PageScope): ElementContent[] {
  const all = (blocks: readonly Block[]) => blocks.flatMap((inner) => blockToHast(inner, scope))
  const wrap = (tagName: string, children: ElementContent[]): ElementContent => ({
    type: 'element',
    tagName,
    properties: {},
    children,
  })
  if (block.type === 'group') return [wrap('div', all(block.blocks))]
  if (block.type === 'list')
    return [
      wrap(
        block.ordered ? 'ol' : 'ul',
        block.items.map((item) => wrap('li', all(item))),
      ),
    ]
  if (block.type === 'table')
    return [wrap('p', [{ type: 'text', value: scope.label('table.seeTable', { number: block.index + 1 }) }])]
  const value = textOfParts(block.parts, scope.document, scope.side)
  return [wrap(block.type === 'code' ? 'pre' : 'p', [{ type: 'text', value }])]
}

/**
 * Combines several locales in one grid: each column repeats for each locale, and header cells end with the locale. A table without header
 * rows gets one with the locales.
 *
 * @param grids the same table in each locale; the first determines the shape.
 */
export function multilingualGrid(grids: readonly TextGrid[], locales: readonly string[]): TextGrid {
  const { rows: shape, headerRows } = grids[0]!
  const columns = widthOf(grids[0]!)
  const rows = shape.map((row, y) =>
    row.flatMap((_, x) => {
      const cells = grids.map(({ rows: own }) => own[y]?.[x] ?? EMPTY)
      const isHeader = y === 0 && headerRows > 0
      return cells.map((cell, at) => (isHeader ? withLocale(cell, locales[at] ?? '') : cell))
    }),
  )
  if (headerRows > 0) return { headerRows, rows }
  const header = Array.from({ length: columns }, () =>
    locales.map((locale) => withLocale(EMPTY, locale)),
  ).flat()
  return { headerRows: 1, rows: [header, ...rows] }
}

/** Number of columns of a grid. */
export function widthOf({ rows }: TextGrid): number {
  return rows.reduce((width, row) => Math.max(width, row.length), 0)
}

const EMPTY: TextCell = { lines: [], first: true }

/** A header cell with the locale after its text. */
function withLocale(cell: TextCell, locale: string): TextCell {
  const last = cell.lines.at(-1)
  const value = last ? ` (${locale})` : locale
  const text = { type: 'text' as const, value }
  if (!last) return { ...cell, lines: [{ prefix: '', content: [text] }] }
  return { ...cell, lines: [...cell.lines.slice(0, -1), { ...last, content: [...last.content, text] }] }
}
