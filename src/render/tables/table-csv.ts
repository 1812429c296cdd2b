import { foldSpace } from '../../util/fold-space.ts'
import type { TextCell, TextGrid } from './table-grid.ts'
import { textOf } from './table-lines.ts'

/**
 * Marks the file as UTF-8. RFC 4180 knows no encoding; Excel opens a file without this mark as the system's legacy code page
 * and shows “Ã©” for “é”. Programs that do not want it know how to skip it (Python: `utf-8-sig`).
 */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A grid as CSV (RFC 4180): lines end with CRLF, a list is lines inside its cell, and a cell that spans several places has its
 * text in each, so that each row can be sorted and filtered by itself.
 */
export function tableToCsv(grid: TextGrid): string {
  const lines = grid.rows.map((row) => toRecord(row.map((cell) => quote(neutralizeAll(cellToText(cell))))))
  return BYTE_ORDER_MARK + lines.map((line) => `${line}\r\n`).join('')
}

/** A line of CSV; an empty field alone is quoted, since programs take an empty line for none. */
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

/**
 * Keeps spreadsheet programs from running a text as a formula: an apostrophe before what begins like one (OWASP, “CSV
 * Injection”: `=`, `+`, `-`, `@`, tab, carriage return; full-width forms too), be there spaces or invisible characters in front
 * of it. Negative numbers stay numbers; `+1 425 555 0100` would lose its sign, so it is text.
 */
export function neutralize(text: string): string {
  const bare = text.replace(/^[\s\p{Cf}"']+/u, '')
  if (/^[\t\r]/.test(text)) return `'${text}`
  if (!/^[=+\-@＝＋－＠]/.test(bare) || isNumber(bare) || /^[-+]$/.test(bare)) return text
  return `'${text}`
}

/**
 * The same for each part of a text that some spreadsheet program takes for a cell: where the separator of lists is a semicolon (French,
 * German, …), Excel splits there and at line breaks, and knows no quotes but those at the beginning of such a part.
 */
function neutralizeAll(text: string): string {
  if (!/[;\t\n]/.test(text)) return neutralize(text)
  return text
    .split(/([;\t\n])/)
    .map((part, at) => (at % 2 === 0 ? neutralize(part) : part))
    .join('')
}

/** Whether a text is a number, perhaps a negative one, with separators, an exponent or a percent sign. */
function isNumber(text: string): boolean {
  return /^-?\d+(?:[.,\u00A0\u202F' ]\d+)*(?:e[-+]?\d+)?\s?%?$/i.test(text.trim())
}

/**
 * A field, quoted where it has to be (RFC 4180, section 2, rules 5 to 7), and where it holds what some programs take for the separator:
 * semicolons and tabs.
 */
function quote(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
