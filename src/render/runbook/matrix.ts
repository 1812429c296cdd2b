import type { Runbook, RunbookContent, StageSection } from '../../runbook/derive-runbook.ts'
import { isAction } from '../../runbook/item-steps.ts'
import { memoize } from '../../util/memoize.ts'
import { abbreviate, widthOf } from '../abbreviate.ts'
import { type CellPiece, type LongCell, shortenCells } from './shorten-cells.ts'
import type { RunbookWriter } from './writer.ts'

/** An overview of all stages of a runbook: a row per situation, a column per stage. */
export interface MatrixView {
  readonly columns: readonly MatrixColumn[]
  readonly bands: readonly MatrixBand[]
  /** Number of columns, including the one for situations. */
  readonly width: number
}

/** A stage. */
export interface MatrixColumn {
  readonly letter: string
  readonly title: string
  /** The title in the other language; empty if that is not shown. */
  readonly otherTitle: string
  /** Key of the label of a doubtful title; empty if it is not doubtful. */
  readonly doubt: string
}

/** The situations of tables that belong together. */
export interface MatrixBand {
  /** Their topic; empty if there is only one band. */
  readonly title: string
  readonly rows: readonly MatrixRow[]
}

/** A situation. */
export interface MatrixRow {
  readonly situation: string
  /** The situation in the other language; empty if that is not shown. */
  readonly otherSituation: string
  /** One for each column; `null` if the stage does not cover the situation. */
  readonly cells: readonly (MatrixCell | null)[]
}

/** The expectation for a situation at a stage. */
export interface MatrixCell {
  /** Letter and number of the item in the runbook. */
  readonly letter: string
  readonly number: string
  /** Its text, shortened; empty if there is no room. */
  readonly text: string
  /** The text in the other language; empty if that is not shown or equal. */
  readonly otherText: string
}

/** Functions that read a part of the runbook. */
export interface MatrixText extends Pick<RunbookWriter, 'doubt' | 'otherText'> {
  /** Text in the displayed locale. */
  readonly shown: (content: RunbookContent) => string
  /** Text in the other language; empty if that is not shown. */
  readonly other: (content: RunbookContent) => string
  /** Text in the source language, which identifies situations. */
  readonly source: (content: RunbookContent) => string
  /** Sentences in the displayed locale. */
  readonly pieces: (content: RunbookContent) => readonly CellPiece[]
  /** Sentences in the other language; none if that is not shown. */
  readonly otherPieces: (content: RunbookContent) => readonly CellPiece[]
  /** Whether the paper lies on its long side. */
  readonly isLandscape: boolean
  /** BCP 47 tag of the displayed locale. */
  readonly locale: string
}

/** A situation under construction. */
interface Row extends Pick<MatrixRow, 'situation' | 'otherSituation'> {
  /** The situation in the source language, which is the same in several tables. */
  readonly key: string
  /** The situation's content in each table that contains it. */
  readonly places: Map<number, RunbookContent>
  readonly cells: Map<string, LongCell & { readonly number: string; readonly other: LongCell }>
}

/** The text of a cell, shortened. */
type ShortText = Pick<MatrixCell, 'text' | 'otherText'>

/** A band under construction. */
interface Band {
  readonly title: string
  readonly stages: Set<string>
  readonly tables: Set<number>
  readonly rows: Row[]
}

/** The matrix of a runbook; `null` if it has no stages, or if they have no situations. */
export function buildMatrix(runbook: Runbook, text: MatrixText): MatrixView | null {
  const stages = runbook.sections.filter((section) => section.type === 'stage')
  if (stages.length === 0) return null
  const bands: Band[] = []
  for (const section of stages) fill(bands, section, text)
  if (bands.length === 0) return null
  const texts = shortenRows(bands, stages.length, text, linesOfQuestions(runbook.questions.length))
  return {
    width: stages.length + 1,
    columns: stages.map(({ letter, title }) => {
      const doubt = text.doubt(title)
      return {
        letter,
        title: abbreviate(text.shown(title), 48, text.locale),
        otherTitle: doubt ? text.otherText(title) : text.other(title),
        doubt,
      }
    }),
    bands: bands.map(({ title, rows }) => ({
      title: bands.length > 1 ? title : '',
      rows: rows.map((row) => ({
        otherSituation: row.otherSituation,
        situation: abbreviate(row.situation, 80, text.locale),
        cells: toCells(row, stages, texts.get(row)!),
      })),
    })),
  }
}

/** The cells of a row in the order of the stages. */
function toCells(
  { cells }: Row,
  stages: readonly StageSection[],
  texts: readonly ShortText[],
): readonly (MatrixCell | null)[] {
  const letters = [...cells.keys()]
  return stages.map(({ letter }) => {
    const cell = cells.get(letter)
    return cell ? { letter, number: cell.number, ...texts[letters.indexOf(letter)]! } : null
  })
}

/** Adds the items of a stage, numbered across all its groups like in the check list. */
function fill(
  bands: Band[],
  { letter, groups }: StageSection,
  { shown, other, source, pieces, otherPieces }: MatrixText,
): void {
  let count = 0
  const open = new OpenBands(bands, letter)
  for (const group of groups) {
    // Actions without a situation have nothing to compare.
    if (group.items.every(isAction)) {
      count += group.items.length
      continue
    }
    const keys = group.items.map(({ situation }) => source(situation).toLowerCase())
    let own = open.find(group.table, keys)
    if (!own) {
      own = {
        title: shown(group.headings.at(-1)?.content ?? []),
        stages: new Set(),
        tables: new Set(),
        rows: [],
      }
      bands.push(own)
    }
    open.note(own, group.table)
    for (const [at, item] of group.items.entries()) {
      count++
      let row = open.rowsOf(own).find(group.table, item.situation, keys[at]!)
      if (!row) {
        row = {
          key: keys[at]!,
          places: new Map(),
          situation: shown(item.situation),
          otherSituation: other(item.situation),
          cells: new Map(),
        }
        own.rows.push(row)
      }
      row.places.set(group.table, item.situation)
      row.cells.set(letter, {
        number: `${count}`,
        text: shown(item.expected),
        pieces: pieces(item.expected),
        other: { text: other(item.expected), pieces: otherPieces(item.expected) },
      })
    }
  }
}

/** Bands that can receive items of a stage. Bands that the stage adds are closed to it, so each is visited once. */
class OpenBands {
  readonly #letter: string
  readonly #byTable = new Map<number, Band>()
  readonly #byKey = new Map<string, Queue<readonly [number, Band]>>()
  readonly #rows = new Map<Band, OpenRows>()

  constructor(bands: readonly Band[], letter: string) {
    this.#letter = letter
    for (const [index, band] of bands.entries()) {
      for (const table of band.tables) if (!this.#byTable.has(table)) this.#byTable.set(table, band)
      for (const { key } of band.rows) queueOf(this.#byKey, key).add([index, band])
    }
  }

  /**
   * The band for a table's items: that of the same table, else one without items of this stage that has one of its situations, because the
   * stages of an event can be in several tables.
   */
  find(table: number, situations: readonly string[]): Band | undefined {
    const same = this.#byTable.get(table)
    if (same) return same
    let first: readonly [number, Band] | undefined
    for (const key of situations) {
      const found = this.#byKey.get(key)?.first(([, { stages }]) => !stages.has(this.#letter))
      if (found && (!first || found[0] < first[0])) first = found
    }
    return first?.[1]
  }

  note(band: Band, table: number): void {
    band.stages.add(this.#letter)
    band.tables.add(table)
    if (!this.#byTable.has(table)) this.#byTable.set(table, band)
  }

  rowsOf(band: Band): OpenRows {
    const rows = this.#rows.get(band) ?? new OpenRows(band.rows, this.#letter)
    this.#rows.set(band, rows)
    return rows
  }
}

/** Rows of a band without items of a stage. */
class OpenRows {
  readonly #letter: string
  readonly #rows: readonly Row[]
  readonly #byTable = new Map<
    number,
    { byPlace: Map<RunbookContent, Queue<Row>>; byKey: Map<string, Queue<Row>> }
  >()

  constructor(rows: readonly Row[], letter: string) {
    this.#letter = letter
    this.#rows = rows.slice()
  }

  /** The row of a situation: that of the same row of the same table, else one with the same text that comes only from other tables. */
  find(table: number, situation: RunbookContent, key: string): Row | undefined {
    const { byPlace, byKey } = this.#queuesOf(table)
    const isOpen = ({ cells }: Row) => !cells.has(this.#letter)
    return (
      byPlace.get(situation)?.first(isOpen) ??
      byKey.get(key)?.first((row) => isOpen(row) && !row.places.has(table))
    )
  }

  #queuesOf(table: number) {
    const known = this.#byTable.get(table)
    if (known) return known
    const queues = { byPlace: new Map<RunbookContent, Queue<Row>>(), byKey: new Map<string, Queue<Row>>() }
    for (const row of this.#rows) {
      const place = row.places.get(table)
      if (place) queueOf(queues.byPlace, place).add(row)
      else queueOf(queues.byKey, row.key).add(row)
    }
    this.#byTable.set(table, queues)
    return queues
  }
}

/** A queue of items; a used item never becomes available again. */
class Queue<T> {
  readonly #items: T[] = []
  #next = 0

  add(item: T): void {
    this.#items.push(item)
  }

  /** The first available item. */
  first(isLeft: (item: T) => boolean): T | undefined {
    while (this.#next < this.#items.length && !isLeft(this.#items[this.#next]!)) this.#next++
    return this.#items[this.#next]
  }
}

function queueOf<Key, T>(queues: Map<Key, Queue<T>>, key: Key): Queue<T> {
  const queue = queues.get(key) ?? new Queue<T>()
  queues.set(key, queue)
  return queue
}

/**
 * Room for the matrix on both A4 and Letter: characters in a line across the table, without the padding of cells, and
 * lines of the table. In one language, these are the lines that fit below the header of the first page.
 */
const PORTRAIT = { line: 132, lines: 57 }
/** Texts in two languages take twice the room, so they may fill a second page. */
const PORTRAIT_BILINGUAL = { line: 132, lines: 130 }
const LANDSCAPE_BILINGUAL = { line: 200, lines: 74 }
/** Height of a cell's padding and border, in lines. */
const PADDING = 0.6
/** Lengths in characters to which cells can be shortened; shorter texts would be meaningless. */
const ROOMS = [
  24,
  40,
  60,
  80,
  100,
  120,
  140,
  160,
  180,
  200,
  230,
  260,
  300,
  350,
  400,
  Number.POSITIVE_INFINITY,
]

/** Lines that the box of questions above the matrix takes. */
function linesOfQuestions(count: number): number {
  return count === 0 ? 0 : 4 + 3 * count
}

/**
 * Shortens the cells of all rows so that the matrix fits on one page, or on two in two languages: all to the same length,
 * then row by row to more as long as there is room. Only the numbers of cells remain if not even that fits.
 */
function shortenRows(
  bands: readonly Band[],
  columns: number,
  { locale, isLandscape }: MatrixText,
  taken: number,
): ReadonlyMap<Row, readonly ShortText[]> {
  const isBilingual = bands.some((band) => band.rows.some(({ otherSituation }) => otherSituation !== ''))
  const page = isLandscape ? LANDSCAPE_BILINGUAL : isBilingual ? PORTRAIT_BILINGUAL : PORTRAIT
  const lines = page.lines - taken
  const line = Math.floor(page.line / (columns + 1))
  const linesOf = (width: number) => Math.ceil(width / line)
  const rows = bands.flatMap((band) => band.rows)
  const heads = bands.length * (1 + PADDING)
  const textsOf = memoize((row: Row) => {
    const cells = [...row.cells.values()]
    const others = cells.map(({ other }) => other)
    return memoize((room: number): readonly ShortText[] => {
      const otherTexts = shortenCells(others, room, locale)
      return shortenCells(cells, room, locale).map((text, at) => ({ text, otherText: otherTexts[at]! }))
    })
  })
  const heightOf = (row: Row, room: number) =>
    PADDING +
    Math.max(
      linesOf(Math.min(widthOf(row.situation), 80)) + linesOf(Math.min(widthOf(row.otherSituation), 80)),
      ...textsOf(row)(room).map(
        ({ text, otherText }) => linesOf(widthOf(`A10 ${text}`)) + linesOf(widthOf(otherText)),
      ),
    )
  const heightAt = (room: number) => rows.reduce((sum, row) => sum + heightOf(row, room), heads)
  const common = ROOMS.findLast((room) => heightAt(room) <= lines) ?? 0
  let left = lines - heightAt(common)
  const rooms = new Map(rows.map((row) => [row, common]))
  for (const room of common === 0 ? [] : ROOMS.filter((each) => each > common)) {
    for (const row of rows) {
      const more = heightOf(row, room) - heightOf(row, rooms.get(row)!)
      if (more > left) continue
      rooms.set(row, room)
      left -= more
    }
  }
  return new Map(rows.map((row) => [row, textsOf(row)(rooms.get(row)!)]))
}
