import type { Place } from '../model/place.ts'
import type { Table, TableCell, TableRow } from '../model/table.ts'

/** A row of a table's grid with the columns that it fills, including cells that span into it from above. */
export interface GridRow {
  readonly row: TableRow
  /** Filled columns, counted from 0. */
  readonly filled: ReadonlySet<number>
  /** Cells that overlap another cell. */
  readonly overlapping: readonly TableCell[]
  /** Whether the row is too short, so that Markdown adds empty cells. */
  readonly padded: boolean
}

/** Lays out the cells of a table on its grid, without the cells that Markdown adds to short rows. */
export function gridRows(table: Table): readonly GridRow[] {
  const until: number[] = []
  return table.rows.map((row, index) => {
    const overlapping: TableCell[] = []
    for (const cell of row.cells) {
      if (isPadding(row, cell)) continue
      let overlaps = false
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        if ((until[column] ?? 0) > index) overlaps = true
        until[column] = index + cell.rowSpan
      }
      if (overlaps) overlapping.push(cell)
    }
    const filled = new Set<number>()
    for (const [column, end] of until.entries()) if ((end ?? 0) > index) filled.add(column)
    return { row, filled, overlapping, padded: row.cells.some((cell) => isPadding(row, cell)) }
  })
}

/** Whether Markdown added a cell to a short row; such cells are not in the input and have no place. */
function isPadding(row: TableRow, cell: TableCell): boolean {
  return (
    row.place !== undefined && cell.place === undefined && cell.units.length === 0 && cell.blocks.length === 0
  )
}

/** The place of what follows the last column of a pipe table in a row, which Markdown drops. */
export function cutOffPlace(table: Table, row: TableRow): Place | undefined {
  const [end, rowEnd] = [row.cells.at(-1)?.place?.[1], row.place?.[1]]
  return table.format === 'markdown' && end !== undefined && rowEnd !== undefined && rowEnd > end
    ? [end, rowEnd]
    : undefined
}
