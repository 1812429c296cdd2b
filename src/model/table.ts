/**
 * Tables of a document as grids.
 *
 * A table whose grid has more than 30 places per cell (`MOST_PLACES`) is built without spans
 * (`spansLeftOut`), and its rows can differ in length: CSV and Markdown list the cells of each row, the
 * runbook leaves the table as it is, HTML keeps the spans as written, and `table-shape` reports it.
 */

import type { TextPart } from './hast.ts'
import type { Place } from './place.ts'

/** A table as a grid (HTML Standard, section 4.9.12 “Forming a table”). */
export interface Table {
  readonly type: 'table'
  /**
   * Index among the document's tables, from 0, in document order; nested tables follow the table around them.
   */
  readonly index: number
  /**
   * Name, unique in the document and stable across locales: id of the nearest heading, or `table`; suffixed
   * `-2`, …
   */
  readonly id: string
  /** Text of the caption element, else of the nearest heading before the table; empty if there is neither. */
  readonly caption: readonly TextPart[]
  /** Id of the heading above the table, if any. */
  readonly heading?: string
  /** Syntax of the table. */
  readonly format: 'markdown' | 'html'
  /** Number of columns of the grid. */
  readonly columns: number
  /**
   * `true` if the cells' spans are ignored and each cell directly follows the previous one, because the grid
   * would be disproportionately large: see {@link MOST_PLACES}.
   */
  readonly spansLeftOut?: true
  /** Number of leading rows made of header cells only. */
  readonly headerRows: number
  readonly rows: readonly TableRow[]
  /**
   * Delimiter row of a pipe table, if its number of cells differs from the header's, or cells are empty: not
   * a table in GFM, but one to Microsoft's parser.
   */
  readonly delimiters?: { readonly cells: number; readonly place: Place }
  /** Place of the table in the input, if known. */
  readonly place?: Place
  /** Path of the included file that contains the table; absent if it is in the document itself. */
  readonly include?: string
}

/** Maximum number of places of a grid: a number per cell, plus a constant. */
export const MOST_PLACES = { forEachCell: 30, beyond: 300 }

/** A row of a table: the cells that start in it. */
export interface TableRow {
  /** The row group it is in. */
  readonly section: 'head' | 'body' | 'foot'
  readonly cells: readonly TableCell[]
  readonly place?: Place
}

/** A cell of a table. */
export interface TableCell {
  /** First row of the cell in the grid, from 0. */
  readonly row: number
  /** First column of the cell in the grid, from 0. */
  readonly column: number
  /** Number of rows and columns that the cell covers, at least 1. */
  readonly rowSpan: number
  readonly columnSpan: number
  /** Whether it is a header cell. */
  readonly header: boolean
  /** Keys of the units in the cell, in order. */
  readonly units: readonly string[]
  /** The cell's content. */
  readonly blocks: readonly Block[]
  readonly place?: Place
}

/** A block of a cell or of a runbook step, without inline markup: content, not appearance. */
export type Block = TextBlock | ListBlock | CodeBlock | GroupBlock | TableReference

/** A run of text: a paragraph, a heading, loose text of a cell. */
export interface TextBlock {
  readonly type: 'text'
  readonly parts: readonly TextPart[]
}

/** A list. */
export interface ListBlock {
  readonly type: 'list'
  readonly ordered: boolean
  readonly items: readonly (readonly Block[])[]
}

/** Preformatted text. */
export interface CodeBlock {
  readonly type: 'code'
  readonly parts: readonly TextPart[]
}

/** A quote, alert or other container. */
export interface GroupBlock {
  readonly type: 'group'
  /** `note`, `tip`, `warning`, `important`, `caution` for alerts, else the element's name. */
  readonly name: string
  readonly blocks: readonly Block[]
}

/** A table inside a cell: see the table with that index. */
export interface TableReference {
  readonly type: 'table'
  readonly index: number
}
