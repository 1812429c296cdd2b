/**
 * Tables as Markdig reads them.
 *
 * Markdig, Microsoft's parser, does not require the header and the delimiter row of a table to have the same number of cells, and makes a
 * table as wide as its widest row; GFM shows such a table as text, and drops surplus cells. These paragraphs are found in the first tree,
 * their delimiter row is rewritten in the skeleton's text (`rewritten` keeps places and slots correct), and `parse-as-markdig.ts` parses the
 * text again. The model keeps the row in `delimiters`, and `table-shape` reports it.
 */

import type { Root } from 'mdast'
import type { Replacement } from '../../bitext/skeleton-text.ts'
import { visit } from '../../util/tree/visit.ts'

/** A delimiter row that GFM does not accept, and its replacement with as many cells as the header. */
export interface DelimiterRow extends Replacement {
  /** Number of cells as written. */
  readonly cells: number
}

const DELIMITER = /^[ \t]*(?::?-+:?[ \t]*)?$/
const MAY_HOLD = /^[ \t>]*[|:-][ \t|:-]*$/m
const LINE = /[^\r\n]+/g
/** Maximum ratio of cells after padding to cells as written. */
const MOST_PADDING = 20
const PREFIX = /^[ \t>]*/

/**
 * Finds paragraphs that are tables in Markdig, but not in GFM: every line has a pipe, and the second is a delimiter row with a different
 * number of cells than the header (Markdig’s `PipeTableParser`; GFM, section 4.10).
 *
 * @param tree of the text, before any transform.
 */
export function delimiterRowsOf(tree: Root, text: string): DelimiterRow[] {
  if (!text.includes('|') || !MAY_HOLD.test(text)) return []
  const rows: DelimiterRow[] = []
  visit(tree, 'paragraph', ({ position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset]
    if (start === undefined || end === undefined) return
    const lines = [...text.slice(start, end).matchAll(LINE)]
    const [header, delimiters] = lines
    if (!header || !delimiters || !isRowOfDelimiters(delimiters[0])) return
    if (!lines.every(([line]) => cellsOf(line).length > 1 || /(?<!\\)\|/.test(line))) return
    const prefix = PREFIX.exec(delimiters[0])![0]
    const found = cellsOf(delimiters[0])
    const row = `|${cellsOf(header[0])
      .map((_, index) => found[index]?.trim() || '---')
      .join('|')}|`
    const at = start + delimiters.index
    rows.push({ start: at + prefix.length, end: at + delimiters[0].length, cells: found.length, text: row })
  })
  return rows
}

/** Whether a line consists of delimiters and empty cells. */
function isRowOfDelimiters(line: string): boolean {
  const cells = line.replace(PREFIX, '').split('|')
  return line.includes('-') && cells.every((cell) => DELIMITER.test(cell))
}

/** The cells of a row: the text between unescaped pipes, without the outer pipes. */
function cellsOf(line: string): string[] {
  const row = line
    .replace(PREFIX, '')
    .trimEnd()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return row.split(/(?<!\\)\|/)
}

/**
 * Makes tables as wide as their widest row, as in Markdig, so that no row is cut off at the width of the header. Empty cells at the end of
 * a row come from a surplus pipe and add no column.
 */
export function widenTables(tree: Root): void {
  visit(tree, 'table', (table) => {
    const { length } = table.children
    const header = table.children[0]?.children.length ?? 0
    const width = table.children.reduce((most, { children }) => {
      const last = children.findLastIndex((cell) => cell.children.length > 0)
      return Math.max(most, last + 1)
    }, header)
    const cells = table.children.reduce((sum, { children }) => sum + children.length, 0)
    // One very long row must not pad all others.
    if (length * width > MOST_PADDING * (cells + length)) return
    const align = table.align ?? []
    if (align.length < width)
      table.align = Array.from({ length: width }, (_, column) => align[column] ?? null)
  })
}
