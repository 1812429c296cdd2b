import type { Element, ElementContent } from 'hast'
import type { Table, TableCell } from '../../model/table.ts'
import type { UnitTables } from '../../model/text.ts'
import { isBlank, isElement, textOfNodes, trimNodes } from '../content.ts'
import { withoutMarks } from '../footnotes/marks.ts'
import type { RunbookContent } from '../types.ts'

/** A table cell with its content. */
export interface GridCell extends TableCell {
  readonly content: RunbookContent
  /** Its text in English, without marks of footnotes at its end. */
  readonly text: string
}

/** A table as rows of grid positions; a spanning cell appears in each position that it covers. */
export interface Grid {
  readonly table: Table
  readonly header: readonly (readonly (GridCell | undefined)[])[]
  readonly body: readonly (readonly (GridCell | undefined)[])[]
}

/** Combines a table with its element; `null` if the two differ, or if the model omits its spans. */
export function toGrid(element: Element, table: Table, units: UnitTables): Grid | null {
  const rows = rowsOf(element)
  if (table.spansLeftOut || rows.length !== table.rows.length) return null
  const grid: (GridCell | undefined)[][] = rows.map(() => Array(table.columns).fill(undefined))
  for (const [at, row] of table.rows.entries()) {
    const cells = cellsOf(rows[at]!)
    if (cells.length !== row.cells.length) return null
    for (const [index, cell] of row.cells.entries()) {
      const content = trimNodes(cells[index]!.children)
      const full = { ...cell, content, text: withoutMarks(textOfNodes(content, units, 'source')) }
      for (const line of grid.slice(cell.row, cell.row + cell.rowSpan))
        line.fill(full, cell.column, cell.column + cell.columnSpan)
    }
  }
  const headerRows = Math.max(table.headerRows, 1)
  return { table, header: grid.slice(0, headerRows), body: grid.slice(headerRows) }
}

/** Lists the rows of a table, without those of nested tables. */
export function rowsOf(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (isElement(child, 'tr')) return [child]
    return isElement(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child) : []
  })
}

/** Lists the cells of a row. */
export function cellsOf(row: Element): readonly Element[] {
  return row.children.filter((child) => isElement(child, 'td', 'th'))
}

/** Lists the header cells of a column, from the top, each once. */
export function headerOf(grid: Grid, column: number): readonly GridCell[] {
  const cells = grid.header.flatMap((row) => row[column] ?? [])
  return [...new Set(cells)].filter(({ text }) => text !== '')
}

/** Joins the English texts of stacked headers. */
export function textOfHeader(cells: readonly GridCell[]): string {
  return cells.map(({ text }) => text).join(' – ')
}

/** Joins the content of stacked headers. */
export function joinHeader(cells: readonly GridCell[]): RunbookContent {
  return cells.flatMap(({ content }, at) =>
    at === 0 ? content : [{ type: 'text' as const, value: ' – ' }, ...content],
  )
}

/** Groups the body rows that share a cell of the first column. */
export function groupRows(grid: Grid): readonly (readonly (GridCell | undefined)[])[][] {
  const groups: (readonly (GridCell | undefined)[])[][] = []
  for (const row of grid.body) {
    const last = groups.at(-1)
    if (last && row[0] && last[0]?.[0] === row[0]) last.push(row)
    else groups.push([row])
  }
  return groups
}

/** Lists the cells of a column in some rows, each once. */
export function uniqueCells(
  rows: readonly (readonly (GridCell | undefined)[])[],
  column: number,
): GridCell[] {
  return [...new Set(rows.flatMap((row) => row[column] ?? []))]
}

/** Wraps inline content in a paragraph, so that joined contents stay separate. */
export function separate(content: RunbookContent): RunbookContent {
  const isInline = content.every(
    (node) => node.type !== 'element' || !/^(p|ul|ol|div|pre|blockquote|table|dl|h[1-6])$/.test(node.tagName),
  )
  if (content.every(isBlank)) return []
  return isInline
    ? [{ type: 'element', tagName: 'p', properties: {}, children: [...content] as ElementContent[] }]
    : content
}
