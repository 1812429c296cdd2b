import { fromCell } from '../csv-cells.ts'
import { CSV_COLUMNS, type CsvColumn } from '../csv-columns.ts'
import { fromTagged } from '../csv-tags.ts'
import type { ExchangeProblem, ReturnedFile, ReturnedUnit } from '../exchange-file.ts'
import { readStamp } from '../stamp-text.ts'

const REQUIRED: readonly CsvColumn[] = ['document', 'id', 'target']
/** States that say that a translation needs no more work. */
const DONE = new Set(['translated', 'approved', 'final'])

/** Collects the rows of a CSV file. */
export interface CsvRows {
  /** Takes a row; the first one names the columns. */
  readonly add: (cells: readonly string[], lastLine: number) => void
  readonly hasHeader: () => boolean
  /** Whether there are all required columns. */
  readonly isSound: () => boolean
  /** First line of the next row. */
  readonly line: () => number
  readonly files: () => Iterable<ReturnedFile>
}

/** A document in one locale. */
interface Group {
  readonly path: string
  readonly locale: string
  readonly units: Map<string, ReturnedUnit>
  readonly doubled: Set<string>
}

/** Makes an empty collection that reports rows that it cannot use. */
export function createCsvRows(report: (problem: ExchangeProblem) => void): CsvRows {
  let columns: ReadonlyMap<CsvColumn, number> | undefined
  let [line, width, isSound] = [1, 0, false]
  const groups = new Map<string, Group>()
  const problem = (reason: string, note: string) => report({ reason, note, line, column: 1 })

  return {
    add(cells, lastLine) {
      if (columns) row(columns, cells)
      else header(cells)
      line = lastLine + 1
    },
    hasHeader: () => columns !== undefined,
    isSound: () => isSound,
    line: () => line,
    *files() {
      for (const { path, locale, units, doubled } of groups.values()) {
        const kept = [...units.values()].filter(({ id }) => !doubled.has(id))
        yield { path, ...(locale && { targetLocale: locale }), units: kept }
      }
    },
  }

  function header(cells: readonly string[]): void {
    const names = cells.map((cell) => fromCell(cell).trim().toLowerCase())
    columns = new Map(
      CSV_COLUMNS.flatMap((name) => (names.includes(name) ? [[name, names.indexOf(name)] as const] : [])),
    )
    width = cells.length
    const missing = REQUIRED.filter((name) => !names.includes(name))
    const doubled = CSV_COLUMNS.filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
    isSound = missing.length === 0 && doubled.length === 0
    const note = `The first row names the columns: ${CSV_COLUMNS.join(', ')}.`
    if (missing.length > 0)
      problem(`Unexpected columns without “${missing.join('”, “')}”, expected all`, note)
    if (doubled.length > 0) problem(`Unexpected second column “${doubled[0]}”, expected one`, note)
  }

  function row(places: ReadonlyMap<CsvColumn, number>, cells: readonly string[]): void {
    if (!isSound || cells.every((cell) => cell.trim() === '')) return
    const cell = (name: CsvColumn) => {
      const at = places.get(name)
      return at === undefined ? undefined : fromCell(cells[at] ?? '')
    }
    const fault = faultOf(cells, cell)
    if (fault) {
      problem(...fault)
      return
    }
    const stamp = readStamp(cell('stamps') ?? '')
    const target = cell('target')!
    const source = cell('source')
    add(cell('document')!.trim(), cell('locale')?.trim() ?? '', {
      id: cell('id')!.trim(),
      ...(source !== undefined && { source: fromTagged(source) }),
      target: target === '' ? null : fromTagged(target),
      ...(stamp && { stamp }),
      approved: DONE.has(cell('state')?.trim().toLowerCase() ?? ''),
      line,
      column: 1,
    })
  }

  /** Why a row cannot be used, and what to do. */
  function faultOf(
    cells: readonly string[],
    cell: (name: CsvColumn) => string | undefined,
  ): readonly [reason: string, note: string] | undefined {
    const missing = (['document', 'id'] as const).find((name) => cell(name)!.trim() === '')
    const stamps = cell('stamps')?.trim()
    if (cells.slice(width).some((each) => each !== ''))
      return [
        `Unexpected ${cells.length} cells, expected ${width}`,
        'Put quotation marks around cells that contain separators.',
      ]
    if (missing)
      return [`Unexpected row without ${missing}, expected that of a unit`, 'Copy it from the exported file.']
    if (stamps && !readStamp(stamps))
      return [
        'Unexpected stamps, expected those of the exported file',
        'Copy them from the exported file, or empty the cell.',
      ]
    return undefined
  }

  function add(path: string, locale: string, unit: ReturnedUnit): void {
    const key = JSON.stringify([path, locale])
    const group = groups.get(key) ?? { path, locale, units: new Map(), doubled: new Set() }
    groups.set(key, group)
    const first = group.units.get(unit.id)
    if (!first) group.units.set(unit.id, unit)
    else {
      group.doubled.add(unit.id)
      problem(
        `Unexpected second row of “${unit.id}”, expected only line ${first.line}`,
        'Remove one of them.',
      )
    }
  }
}
