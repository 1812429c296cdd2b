import type { Table, TableCell, TableRow } from '../model/table.ts'

/** Which columns of a table's grid a row fills, with the cells that reach into it from above. */
export interface GridRow {
  readonly row: TableRow
  /** Columns filled, from 0. */
  readonly filled: ReadonlySet<number>
  /** Cells that start in a place that another cell takes already. */
  readonly overlapping: readonly TableCell[]
  /** Whether Markdown fills the row up with empty cells, as it ends early. */
  readonly padded: boolean
}

/** Lays the cells of a table out on its grid. Cells that Markdown adds by itself to fill a short row are not counted. */
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

/** A pipe table's row may be shorter than its header; the cells that fill it up are not written anywhere, so have no place. */
function isPadding(row: TableRow, cell: TableCell): boolean {
  return (
    row.place !== undefined && cell.place === undefined && cell.units.length === 0 && cell.blocks.length === 0
  )
}

/** Whether a row of a pipe table goes on after its last column: Markdown drops what stands there. */
export function isCutOff(table: Table, row: TableRow): boolean {
  const end = row.cells.at(-1)?.place?.[1]
  return table.format === 'markdown' && end !== undefined && (row.place?.[1] ?? end) > end
}
