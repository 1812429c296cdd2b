import type { Element, ElementContent } from 'hast'
import type { Position } from 'unist'
import type { TableCell, TableRow } from '../model/table.ts'
import { isElement } from './blocks.ts'

/** A table's grid, its cells still elements. */
export interface TableGrid {
  readonly columns: number
  readonly headerRows: number
  readonly rows: readonly GridRow[]
}

interface GridRow {
  readonly section: TableRow['section']
  readonly cells: readonly GridCell[]
  readonly place?: Position
}

type GridCell = Omit<TableCell, 'units' | 'blocks'> & { readonly element: Element }

const SECTIONS: Readonly<Record<string, TableRow['section']>> = {
  thead: 'head',
  tbody: 'body',
  tfoot: 'foot',
}

/** Forms a table's grid (HTML Standard, section 4.9.12): which row and column each cell starts in, and how many it takes. */
export function readTable(
  table: Element,
  place: (position: Position | undefined) => Position | undefined,
): TableGrid {
  const rows: GridRow[] = []
  let columns = 0
  for (const { section, elements } of rowGroups(table)) {
    // For each column, the first row that no cell above reaches down into.
    const freeFrom: number[] = []
    for (const [position, element] of elements.entries()) {
      const row = rows.length
      const left = elements.length - position
      const cells: GridCell[] = []
      let column = 0
      for (const cell of element.children) {
        if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue
        while ((freeFrom[column] ?? 0) > row) column++
        const columnSpan = Math.min(span(cell, 'colSpan') || 1, 1000)
        // Row spans end with their row group; 0 means up to its end.
        const rowSpan = Math.min(
          span(cell, 'rowSpan') || (cell.properties.rowSpan === undefined ? 1 : left),
          left,
        )
        for (let taken = column; taken < column + columnSpan; taken++) freeFrom[taken] = row + rowSpan
        const at = place(cell.position)
        cells.push({
          row,
          column,
          rowSpan,
          columnSpan,
          header: cell.tagName === 'th',
          ...(at ? { place: at } : {}),
          element: cell,
        })
        column += columnSpan
        columns = Math.max(columns, column)
      }
      const at = place(element.position)
      rows.push({ section, cells, ...(at ? { place: at } : {}) })
    }
  }
  const firstOther = rows.findIndex((row) => row.cells.length === 0 || row.cells.some((cell) => !cell.header))
  return { columns, headerRows: firstOther < 0 ? rows.length : firstOther, rows }
}

function rowGroups(table: Element): { section: TableRow['section']; elements: Element[] }[] {
  const groups: { section: TableRow['section']; elements: Element[] }[] = []
  for (const child of table.children) {
    if (!isElement(child)) continue
    const section = SECTIONS[child.tagName]
    if (section) groups.push({ section, elements: rowsOf(child.children) })
    else if (child.tagName === 'tr') groups.push({ section: 'body', elements: [child] })
  }
  return groups
}

function rowsOf(nodes: readonly ElementContent[]): Element[] {
  return nodes.filter(isElement).filter((node) => node.tagName === 'tr')
}

function span(cell: Element, name: 'rowSpan' | 'colSpan'): number {
  const value = Number(cell.properties[name] ?? 1)
  return Number.isInteger(value) && value >= 0 ? Math.min(value, 65_534) : 1
}
