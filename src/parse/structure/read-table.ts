import type { Element, ElementContent, Properties } from 'hast'
import type { Position } from 'unist'
import type { Place } from '../../model/place.ts'
import { MOST_PLACES, type TableCell, type TableRow } from '../../model/table.ts'
import { isElement } from './blocks.ts'

/** A table's grid, with elements as cells. */
export interface TableGrid {
  readonly columns: number
  readonly headerRows: number
  /** Set if the grid ignores spans. */
  readonly spansLeftOut?: true
  readonly rows: readonly GridRow[]
}

interface GridRow {
  readonly section: TableRow['section']
  readonly cells: readonly GridCell[]
  readonly place?: Place
}

type GridCell = Omit<TableCell, 'units' | 'blocks'> & { readonly element: Element }

const SECTIONS: Readonly<Record<string, TableRow['section']>> = {
  thead: 'head',
  tbody: 'body',
  tfoot: 'foot',
}

/** Input of {@link formGrid}. */
interface Forming {
  readonly groups: readonly RowGroup[]
  readonly place: (position: Position | undefined) => Place | undefined
  /** Maximum number of places in the grid. */
  readonly most: number
  /** Whether to apply spans. */
  readonly hasSpans: boolean
}

interface RowGroup {
  readonly section: TableRow['section']
  readonly rows: readonly { readonly element: Element; readonly cells: readonly Element[] }[]
}

/**
 * Forms a table's grid (HTML Standard, section 4.9.12): the row and column in which each cell starts, and how many it spans. A few bytes
 * can make a cell span millions of places, so a grid that is far larger than its number of cells is formed without spans.
 */
export function readTable(
  table: Element,
  place: (position: Position | undefined) => Place | undefined,
): TableGrid {
  const groups = rowGroups(table)
  const cells = groups.reduce((all, { rows }) => rows.reduce((sum, row) => sum + row.cells.length, all), 0)
  const most = cells * MOST_PLACES.forEachCell + MOST_PLACES.beyond
  return (
    formGrid({ groups, place, most, hasSpans: true }) ?? {
      ...formGrid({ groups, place, most: Number.POSITIVE_INFINITY, hasSpans: false })!,
      spansLeftOut: true,
    }
  )
}

/** @returns `undefined` if the grid would have too many places. */
function formGrid({ groups, place, most, hasSpans }: Forming): TableGrid | undefined {
  const rows: GridRow[] = []
  let columns = 0
  let steps = 0
  for (const group of groups) {
    // For each column, the first row that no cell above spans into.
    const freeFrom: number[] = []
    for (const [position, { element, cells: elements }] of group.rows.entries()) {
      const row = rows.length
      const left = group.rows.length - position
      const cells: GridCell[] = []
      let column = 0
      for (const cell of elements) {
        for (; (freeFrom[column] ?? 0) > row; column++) steps++
        const columnSpan = hasSpans ? columnSpanOf(cell) : 1
        const rowSpan = hasSpans ? rowSpanOf(cell, left) : 1
        steps += columnSpan
        if (steps > most) return undefined
        if (hasSpans)
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
      rows.push({ section: group.section, cells, ...(at ? { place: at } : {}) })
    }
  }
  if (columns * rows.length > most) return undefined
  const firstOther = rows.findIndex((row) => row.cells.length === 0 || row.cells.some((cell) => !cell.header))
  return { columns, headerRows: firstOther < 0 ? rows.length : firstOther, rows }
}

function rowGroups(table: Element): readonly RowGroup[] {
  const groups: RowGroup[] = []
  for (const child of table.children) {
    if (!isElement(child)) continue
    const section = SECTIONS[child.tagName]
    if (section) groups.push({ section, rows: rowsOf(child.children) })
    else if (child.tagName === 'tr') groups.push({ section: 'body', rows: rowsOf([child]) })
  }
  return groups
}

function rowsOf(nodes: readonly ElementContent[]): RowGroup['rows'] {
  return nodes
    .filter(isElement)
    .filter(({ tagName }) => tagName === 'tr')
    .map((element) => ({
      element,
      cells: element.children.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th'),
    }))
}

/** Columns that a cell spans (HTML Standard, section 4.9.11): 1 to 1000. */
function columnSpanOf({ properties }: Element): number {
  return Math.min(toInteger(properties.colSpan) || 1, 1000)
}

/** Rows that a cell spans: 1 to 65534, at most to the end of its row group; 0 in the attribute means up to that end. */
function rowSpanOf({ properties }: Element, left: number): number {
  return Math.min(toInteger(properties.rowSpan) ?? 1, 65_534, left) || left
}

/** Parses a number as HTML does (section 2.3.4.2): leading digits count; `undefined` if there are none. */
function toInteger(value: Properties[string]): number | undefined {
  const digits = /^[ \t\n\f\r]*\+?(\d+)/.exec(String(value))?.[1]
  return digits === undefined ? undefined : Number(digits)
}
