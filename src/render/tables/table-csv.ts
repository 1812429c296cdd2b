import { foldSpace } from '../../util/text/fold-space.ts'
import { isFormula } from '../../util/text/is-formula.ts'
import type { TextCell, TextGrid } from './table-grid.ts'
import { textOf } from './table-lines.ts'

/**
 * Marks the file as UTF-8. RFC 4180 specifies no encoding; Excel reads a file without this mark in the system's legacy code page
 * and shows “Ã©” for “é”. Other programs can skip it (Python: `utf-8-sig`).
 */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A grid as CSV (RFC 4180): lines end with CRLF, list items are lines inside their cell, and a cell that spans several places repeats
 * its text in each, so that rows can be sorted and filtered.
 */
export function tableToCsv(grid: TextGrid): string {
  const lines = grid.rows.map((row) => toRecord(row.map((cell) => quote(neutralizeAll(cellToText(cell))))))
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('')
}

/** A line of CSV. A single empty field is quoted, because programs skip empty lines. */
function toRecord(fields: readonly string[]): string {
  return fields.length === 1 && fields[0] === '' ? '""' : fields.join(',')
}

/** A cell's lines as text. */
function cellToText({ lines }: TextCell): string {
  return lines
    .map(({ prefix, content }) => prefix + foldSpace(content.map(textOf).join('')))
    .join('\n')
    .trim()
}

/** Prevents spreadsheet programs from running a text as a formula: adds an apostrophe before a text that starts like one. */
export function neutralize(text: string): string {
  return isFormula(text) ? `'${text}` : text
}

/**
 * Neutralizes each part of a text that a spreadsheet program may read as a cell: if the list separator is a semicolon (French, German, …),
 * Excel splits at semicolons and line breaks, and recognizes quotes only at the start of such a part.
 */
function neutralizeAll(text: string): string {
  if (!/[;\t\n]/.test(text)) return neutralize(text)
  return text
    .split(/([;\t\n])/)
    .map((part, at) => (at % 2 === 0 ? neutralize(part) : part))
    .join('')
}

/**
 * A field, quoted if required (RFC 4180, section 2, rules 5 to 7), or if it contains semicolons or tabs, which some programs read as
 * separators.
 */
function quote(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
