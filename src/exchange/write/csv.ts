import { type CodedText, codesOf } from '../../model/coded-text.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { toCell } from '../csv-cells.ts'
import { CSV_COLUMNS, type CsvColumn } from '../csv-columns.ts'
import { toTagged } from '../csv-tags.ts'
import type { ExchangeFile, ExchangeUnit } from '../exchange-file.ts'
import { writeStamp } from '../stamp-text.ts'

/**
 * Starts a CSV file of units (RFC 4180), for one document or for several.
 *
 * It has a byte order mark: RFC 4180 specifies no encoding, and Excel reads UTF-8 without this mark in the system's legacy code page (“Ã©” for
 * “é”). Excel's “CSV UTF-8” writes the mark as well; `import` accepts both.
 */
export function csvHead(): string {
  return `\uFEFF${CSV_COLUMNS.join(',')}\r\n`
}

/**
 * Writes the units of a document as rows of CSV.
 *
 * - Codes in texts are tags such as `<1>…</1>` and `<2/>` (see `csv-tags.ts`); the column `codes` lists what each number is.
 * - A missing translation is an empty cell.
 * - Texts that spreadsheet programs would run or convert begin with an apostrophe (see `toCell`), which `import` removes.
 * - Every cell is quoted, and line breaks within are LF, as Excel and LibreOffice save them.
 *
 * Excel keeps at most 32,767 characters of a cell (“Excel specifications and limits”).
 */
export function* csvFile({ path, targetLocale, units }: ExchangeFile): Iterable<string> {
  for (const unit of units) {
    const cells: Readonly<Record<CsvColumn, string>> = {
      document: path,
      id: unit.id,
      locale: targetLocale,
      source: toTagged(unit.source),
      target: toTagged(unit.target ?? []),
      state: unit.state,
      notes: unit.notes.map(({ text }) => text).join('\n'),
      codes: legendOf(unit),
      stamps: writeStamp(unit.stamp),
    }
    yield `${CSV_COLUMNS.map((name) => quote(toCell(cells[name]))).join(',')}\r\n`
  }
}

/** What each code is: a line such as `1 link: [ … ](url)`. */
function legendOf({ source, target }: ExchangeUnit): string {
  const lines = new Map([...linesOf(target ?? []), ...linesOf(source)])
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, line]) => line)
    .join('\n')
}

function linesOf(coded: CodedText): Map<number, string> {
  const lines = new Map<number, string>()
  for (const { id, type, kind, markup } of codesOf(coded)) {
    const written = foldSpace(markup)
    const line = lines.get(id)
    lines.set(id, type === 'close' && line ? `${line} … ${written}` : `${id} ${kind}: ${written}`)
  }
  return lines
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
