import type { BilingualDocument } from '../../model/document.ts'
import { MOST_PLACES, type Table, type TableCell, type TableRow } from '../../model/table.ts'
import { inputOf } from '../../model/written-unit.ts'
import { memoize } from '../../util/memoize.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { enumerate } from '../engine/quote.ts'
import { cutOffPlace, type GridRow, gridRows } from '../grid-rows.ts'
import { nameOfRow } from '../name-of-row.ts'

/**
 * Every row of a table fills the columns of its header, including cells that span columns or rows. In a row
 * that is too short or too long, values are under the wrong header.
 *
 * The delimiter row (`|---|---|`) of a pipe table has as many cells as the header. If not, GFM shows the
 * table as text, while Microsoft’s parser, and so Lockstep, reads the table.
 *
 * If a row of a pipe table ends early, the finding is a hint, since Markdown adds the empty cells. Rows that
 * look as meant are not reported: five or more alike, rows with empty cells anyway, titles of one cell. Similar
 * rows share a finding, and so do rows with more cells than the header; empty ones that Markdown drops are not reported.
 *
 * If spans make a table's grid much larger than its cells (more than 30 positions per cell), that is an error
 * of its own: the table's files then have its cells without spans.
 *
 * Rows without content, and tables without a header row, whose number of columns is unknown, are not checked.
 *
 * Fails:
 *
 * ```md
 * <table>
 * <tr><th>A</th><th>B</th></tr>
 * <tr><td>1</td></tr>
 * <tr><td>1</td><td>2</td></tr>
 * </table>
 * ```
 *
 * Passes:
 *
 * ```md
 * <table>
 * <tr><th>A</th><th>B</th></tr>
 * <tr><td colspan="2">1</td></tr>
 * <tr><td>1</td><td>2</td></tr>
 * </table>
 * ```
 */
export const tableShape = defineRule({
  id: 'table-shape',
  description: 'A row of a table does not fill the columns of the header, or exceeds them.',
  severity: 'error',
  tags: ['table'],
  check(document, report) {
    for (const table of document.tables) {
      if (table.include !== undefined) continue
      if (table.spansLeftOut) report(oversized(table, document))
      if (table.spansLeftOut || table.headerRows === 0) continue
      for (const finding of shapeFindings(table, document)) report(finding)
    }
  },
})

/** The finding for a table with too many grid positions for its cells, whose grid is never built. */
function oversized(table: Table, document: BilingualDocument): Finding {
  const cells = table.rows.reduce((sum, row) => sum + row.cells.length, 0)
  const most = cells * MOST_PLACES.forEachCell + MOST_PLACES.beyond
  return {
    reason: `Unexpected spans or row lengths that make a table of ${count(cells, 'cell')} take more than ${most} grid positions, expected a grid that its cells fill`,
    ...(table.place ? { place: table.place } : placeOf(table.rows[0]!, table, document)),
    note: 'Correct `colspan` and `rowspan`, or the row that is far longer than the others: the files of this table have its cells without spans.',
  }
}

function* shapeFindings(table: Table, document: BilingualDocument): Iterable<Finding> {
  if (table.delimiters) yield wrongDelimiters(table.delimiters, table)
  const rows = gridRows(table)
  const header = rows.slice(0, table.headerRows)
  const body = rows.slice(table.headerRows).filter(({ row }) => row.cells.length > 0)
  const columns = header.reduce((width, { filled }) => Math.max(width, widthOf(filled)), 0)
  const agreed = agreedWidth(body)
  if (agreed !== undefined && agreed !== columns) {
    yield wrongHeader(header[0]!.row, columns, agreed, table, document)
    return
  }
  const short = new Map<string, GridRow[]>()
  const long = new Map<string, GridRow[]>()
  // Rarely needed, and as long as the document.
  const input = memoize((_: 'all') => inputOf(document))
  for (const row of [...header, ...body]) {
    const surplus = surplusOf(row, columns, table, () => input('all'))
    if (surplus !== undefined) {
      long.set(surplus, [...(long.get(surplus) ?? []), row])
      continue
    }
    const finding = wrongRow(row, columns, table, document)
    if (finding) yield finding
    else if (row.padded && !isEmpty(row.row)) {
      const gaps = gapsOf(row, columns).join()
      // Markdown may have extended it only to the width of a row that is too long.
      if (gaps === '') continue
      const alike = short.get(gaps)
      if (alike) alike.push(row)
      else short.set(gaps, [row])
    }
  }
  for (const rows of short.values()) {
    const doubtful = rows.length < MANY ? rows.filter(({ row }) => !isMeantShort(row, columns, table)) : []
    if (doubtful.length > 0) yield shortRows(doubtful, columns, table, document)
  }
  for (const rows of long.values()) yield longRows(rows, columns, table, document)
}

/** So many rows that end early in the same column are meant to. */
const MANY = 5

/**
 * Whether a row is meant to end early: it has empty cells anyway, or is a title of one cell in a table of more than two columns, or the header
 * has no text for what is missing.
 */
function isMeantShort({ cells }: TableRow, columns: number, { rows }: Table): boolean {
  const written = cells.filter(({ place }) => place !== undefined)
  if (written.some(isBlankCell) || (written.length === 1 && columns > 2)) return true
  const header = rows[0]!.cells
  return (
    header.some(({ column }) => column >= written.length) && header.slice(written.length).every(isBlankCell)
  )
}

function isBlankCell({ units, blocks }: TableCell): boolean {
  return units.length === 0 && blocks.length === 0
}

/** The common width of all rows, if there are several: then the header is wrong, not every row. */
function agreedWidth(rows: readonly GridRow[]): number | undefined {
  const widths = new Set(rows.map(({ filled }) => (widthOf(filled) === filled.size ? filled.size : -1)))
  const [width] = widths
  return rows.length > 1 && !rows.some(({ padded }) => padded) && widths.size === 1 && width !== -1
    ? width
    : undefined
}

function widthOf(filled: ReadonlySet<number>): number {
  let width = 0
  for (const column of filled) width = Math.max(width, column + 1)
  return width
}

/** The finding for a delimiter row that does not match the header: Markdig reads such a table, GFM does not. */
function wrongDelimiters({ cells, place }: NonNullable<Table['delimiters']>, { rows }: Table): Finding {
  const columns = (rows[0]?.cells ?? []).filter((cell) => cell.place !== undefined).length
  const isEmpty = cells === columns
  return {
    reason: isEmpty
      ? 'Unexpected empty cell in the delimiter row, expected dashes (`---`)'
      : `Unexpected delimiter row of ${count(cells, 'cell')}, expected ${columns} as in the header`,
    place,
    actual: String(cells),
    expected: [String(columns)],
    note: 'Microsoft’s parser reads this as a table, most others show text: write dashes (`---`) for each cell of the header.',
  }
}

function wrongHeader(
  row: TableRow,
  columns: number,
  agreed: number,
  table: Table,
  document: BilingualDocument,
): Finding {
  return {
    reason: `Unexpected header of ${count(columns, 'column')} in ${nameOfRow(row, document)}, expected ${agreed} as in all rows below`,
    ...placeOf(row, table, document),
    actual: String(columns),
    expected: [String(agreed)],
    note: 'Add or remove header cells, or let cells span columns (`colspan`).',
  }
}

function wrongRow(
  grid: GridRow,
  columns: number,
  table: Table,
  document: BilingualDocument,
): Finding | undefined {
  const width = widthOf(grid.filled)
  const isSound = width === columns && grid.filled.size === columns && grid.overlapping.length === 0
  if (isSound) return undefined
  const gaps = gapsOf(grid, columns)
  const row = nameOfRow(grid.row, document)
  const place = placeOf(grid.row, table, document)
  if (grid.overlapping.length > 0) {
    return {
      reason: `Unexpected cell in ${row} that overlaps a cell of a row above, expected one cell in each position of the table`,
      ...place,
      note: 'Correct the `rowspan` of the cell above or the `colspan` of this one.',
    }
  }
  // A row without text has no values under the wrong header.
  if (gaps.length === 0 || grid.padded || isEmpty(grid.row)) return undefined
  return {
    reason: `Unexpected ${row} without a cell in ${nameColumns(gaps)}, expected ${columns} as in the header`,
    ...place,
    actual: String(grid.filled.size),
    expected: [String(columns)],
    note: 'Add the missing cells (they can be empty), or let a cell span the columns.',
  }
}

/** How a row exceeds the columns of the header: its width, or text that Markdown drops. */
function surplusOf(
  { row, filled, overlapping }: GridRow,
  columns: number,
  table: Table,
  input: () => string,
): string | undefined {
  if (overlapping.length > 0) return undefined
  const width = widthOf(filled)
  if (width > columns) return String(width)
  // Empty cells after the last column do no harm.
  const rest = cutOffPlace(table, row)
  return rest && /[^\s|]/.test(input().slice(...rest)) ? 'text' : undefined
}

/** The finding for rows with more cells than the header, all to the same extent. */
function longRows(
  rows: readonly GridRow[],
  columns: number,
  table: Table,
  document: BilingualDocument,
): Finding {
  const [first, last] = [rows[0]!, rows.at(-1)!]
  const width = widthOf(first.filled)
  const more = rows.length > 1 ? ` and ${count(rows.length - 1, 'more row')}` : ''
  const names = `${nameOfRow(first.row, document)}${more}`
  return {
    ...(width > columns
      ? {
          reason: `Unexpected ${names} of ${count(width, 'column')}, expected ${columns} as in the header`,
          actual: String(width),
          expected: [String(columns)],
          note: 'Remove the surplus cells, or add header cells.',
        }
      : {
          reason: `Unexpected text in ${names} after its last column, expected ${count(columns, 'cell')} as in the header`,
          note: 'Markdown drops surplus cells: remove them, or escape a `|` in text as `\\|`.',
        }),
    ...placeOf(first.row, table, document),
    ...(last !== first && last.row.place && { related: { reason: 'The last one', place: last.row.place } }),
  }
}

/**
 * The finding for rows of a pipe table that end early in the same column: Markdown adds empty cells, often as
 * intended.
 */
function shortRows(
  rows: readonly GridRow[],
  columns: number,
  table: Table,
  document: BilingualDocument,
): Finding {
  const [first, last] = [rows[0]!.row, rows.at(-1)!.row]
  const more = rows.length > 1 ? ` and ${count(rows.length - 1, 'more row')}` : ''
  return {
    severity: 'info',
    reason: `Unexpected ${nameOfRow(first, document)}${more} without a cell in ${nameColumns(gapsOf(rows[0]!, columns))}, expected ${columns} as in the header`,
    ...placeOf(first, table, document),
    actual: String(rows[0]!.filled.size),
    expected: [String(columns)],
    note: 'Check whether a cell in the middle is missing, so that later ones are under the wrong header; write cells that are empty on purpose as `| |`.',
    ...(last !== first && last.place && { related: { reason: 'The last one', place: last.place } }),
  }
}

function gapsOf({ filled }: GridRow, columns: number): readonly number[] {
  return Array.from({ length: columns }, (_, column) => column).filter((column) => !filled.has(column))
}

function nameColumns(columns: readonly number[]): string {
  return `${columns.length > 1 ? 'columns' : 'column'} ${enumerate(columns.map((column) => String(column + 1)))}`
}

function isEmpty(row: TableRow): boolean {
  return row.cells.every(isBlankCell)
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

function placeOf(row: TableRow, table: Table, document: BilingualDocument): Pick<Finding, 'place'> {
  const unit = row.cells.flatMap((cell) => cell.units)[0]
  const place =
    row.place ??
    row.cells.find((cell) => cell.place)?.place ??
    document.units[unit ?? '']?.place ??
    table.place
  return place ? { place } : {}
}
