import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, Parser } from 'csv-parse'
import type { ExchangeProblem } from '../exchange-file.ts'
import { createCsvRows } from './csv-rows.ts'
import { decodeUtf8 } from './decode-utf-8.ts'
import type { ExchangeHandlers, ReadingResult } from './exchange-reader.ts'

const HOW_TO_SAVE = 'Save it as UTF-8; in Excel, as “CSV UTF-8 (Comma delimited)”.'

/** Longest row, in bytes. */
const MAX_ROW = 1_000_000
/** Reading ends after this number of problems. */
const MAX_PROBLEMS = 100

/**
 * Reads CSV that `export` wrote and a spreadsheet program may have saved: separated by comma, semicolon or tab, lines that end with LF or CRLF,
 * with or without a byte order mark, columns in any order, with others between. Only `document`, `id` and `target` are required. Rows that
 * cannot be used are reported and left out. The documents come after the last row, because programs may have sorted the rows; there are
 * none if the file could not be read to its end.
 */
export async function readCsv(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { onFile, onProblem }: ExchangeHandlers,
): Promise<ReadingResult> {
  let [problems, faults] = [0, 0]
  const fail = (problem: ExchangeProblem) => {
    faults++
    onProblem(problem)
  }
  const rows = createCsvRows((problem) => {
    if (++problems > MAX_PROBLEMS) throw new TooManyProblems()
    onProblem(problem)
  })
  const texts = decodeUtf8(chunks, fail, HOW_TO_SAVE)
  const { start, separator, linesBefore } = await startOf(texts)
  const parser = new Parser({
    delimiter: separator,
    record_delimiter: '\n',
    relax_column_count: true,
    max_record_size: MAX_ROW,
    // Called at once; the buffer of a stream would wait for its reader.
    on_record: (cells: string[], { lines }) => {
      rows.add(cells, lines + linesBefore)
      return null
    },
  })
  parser.resume()
  try {
    await pipeline(Readable.from(joined(start, texts)), parser)
    if (faults === 0 && !rows.hasHeader())
      fail(unexpected('Unexpected file without units, expected a row of column names', 1))
  } catch (error) {
    if (error instanceof TooManyProblems)
      fail(
        unexpected(
          `Unexpected ${MAX_PROBLEMS} rows with problems, expected a file that export wrote`,
          rows.line(),
        ),
      )
    else if (error instanceof CsvError) fail(problemOf(error, rows.line()))
    else throw error
  }
  if (faults > 0 || !rows.isSound()) return { complete: false }
  for (const file of rows.files()) onFile(file)
  return { complete: true }
}

class TooManyProblems extends Error {}

async function* joined(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start
  yield* rest
}

/** The first line decides the separator; spreadsheet programs also know a line `sep=;` before it. */
async function startOf(texts: AsyncGenerator<string>) {
  let start = ''
  while (start.length < MAX_ROW && !/^(?:sep=.\n)?[^\n]*\n/i.test(start)) {
    const { value, done } = await texts.next()
    if (done) break
    start += value
  }
  const [line = '', told] = /^sep=(.)\n/i.exec(start) ?? []
  const rest = start.slice(line.length)
  return { start: rest, separator: told ?? separatorOf(rest), linesBefore: told ? 1 : 0 }
}

/** The most frequent of the separators that programs write. */
function separatorOf(text: string): string {
  const [line = ''] = text.split('\n', 1)
  const count = (separator: string) => line.split(separator).length
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}

function unexpected(reason: string, line: number): ExchangeProblem {
  return { reason, line, column: 1 }
}

function problemOf({ code }: CsvError, line: number): ExchangeProblem {
  if (code === 'CSV_MAX_RECORD_SIZE') {
    const note = 'A quotation mark may be missing at the end of a cell.'
    return {
      ...unexpected(`Unexpected row of more than ${MAX_ROW} bytes, expected a shorter one`, line),
      note,
    }
  }
  const note = 'Put quotation marks around the cell, and double those in its text.'
  return { ...unexpected('Unexpected quotation mark, expected one around a whole cell', line), note }
}
