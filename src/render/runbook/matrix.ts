import type { Runbook, RunbookContent, StageSection } from '../../runbook/derive-runbook.ts'
import { abbreviate, widthOf } from '../abbreviate.ts'

/** All stages of a runbook at a glance: a row per situation, a column per stage. */
export interface MatrixView {
  readonly columns: readonly MatrixColumn[]
  readonly bands: readonly MatrixBand[]
  /** Number of columns, that of situations counted. */
  readonly width: number
}

/** A stage. */
export interface MatrixColumn {
  readonly letter: string
  readonly title: string
  /** The title in the other language; empty where it is not shown. */
  readonly otherTitle: string
}

/** The situations of tables that go together. */
export interface MatrixBand {
  /** What they are about; empty where there is one band only. */
  readonly title: string
  readonly rows: readonly MatrixRow[]
}

/** A situation. */
export interface MatrixRow {
  readonly situation: string
  /** The situation in the other language; empty where it is not shown. */
  readonly otherSituation: string
  /** One for each column; `null` where the stage says nothing of it. */
  readonly cells: readonly (MatrixCell | null)[]
}

/** What is expected of a situation at a stage. */
export interface MatrixCell {
  /** The item, as the runbook numbers it. */
  readonly letter: string
  readonly number: string
  /** What it says, shortened; empty where there is no room. */
  readonly text: string
}

/** What reads a part of the runbook. */
export interface MatrixText {
  /** As text in the locale that is shown. */
  readonly shown: (content: RunbookContent) => string
  /** As text in the other language; empty where that is not shown. */
  readonly other: (content: RunbookContent) => string
  /** As text in the source language, which tells situations apart. */
  readonly source: (content: RunbookContent) => string
  /** BCP 47 tag of the locale that is shown. */
  readonly locale: string
}

/** A situation while it is filled. */
interface Row extends Pick<MatrixRow, 'situation' | 'otherSituation'> {
  /** The situation in the source language, the same in several tables. */
  readonly key: string
  /** The situation where it stands, in each table that tells of it. */
  readonly places: Map<number, RunbookContent>
  readonly cells: Map<string, MatrixCell>
}

/** A band while it is filled. */
interface Band {
  readonly title: string
  readonly stages: Set<string>
  readonly tables: Set<number>
  readonly rows: Row[]
}

/** The matrix of a runbook; `null` where it has no stages. */
export function buildMatrix(runbook: Runbook, text: MatrixText): MatrixView | null {
  const stages = runbook.sections.filter((section) => section.type === 'stage')
  if (stages.length === 0) return null
  const bands: Band[] = []
  for (const section of stages) fill(bands, section, text)
  const room = roomFor(bands, stages.length)
  return {
    width: stages.length + 1,
    columns: stages.map(({ letter, title }) => ({
      letter,
      title: abbreviate(text.shown(title), 48, text.locale),
      otherTitle: text.other(title),
    })),
    bands: bands.map(({ title, rows }) => ({
      title: bands.length > 1 ? title : '',
      rows: rows.map(({ situation, otherSituation, cells }) => ({
        otherSituation,
        situation: abbreviate(situation, 80, text.locale),
        cells: stages.map(({ letter }): MatrixCell | null => {
          const cell = cells.get(letter)
          return cell ? { ...cell, text: abbreviate(cell.text, room, text.locale) } : null
        }),
      })),
    })),
  }
}

/** Adds what a stage says. Its items are numbered through all its groups, as the check list numbers them. */
function fill(bands: Band[], { letter, groups }: StageSection, { shown, other, source }: MatrixText): void {
  let count = 0
  const open = new OpenBands(bands, letter)
  for (const group of groups) {
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
      row.cells.set(letter, { letter, number: `${count}`, text: shown(item.expected) })
    }
  }
}

/** Bands that can take what a stage says. Those that are added while it is filled are closed to it, so each is looked at once. */
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
   * The band that a table's items belong to: that of the same table, else one that says nothing of this stage so far and has one of its
   * situations, as when an event's stages are told in several tables.
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

/** Rows of a band of which a stage says nothing so far. */
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

  /** The row of a situation: that of the same row of the same table, else one that only other tables have told of in the same words. */
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

/** Things in order, of which those that are used up stay so. */
class Queue<T> {
  readonly #items: T[] = []
  #next = 0

  add(item: T): void {
    this.#items.push(item)
  }

  /** The first one that is not used up. */
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

/** Characters that a line across the table holds, with room for what pads its cells. */
const LINE = 132
/** Lines of the table that fit below the head of the first page, be it A4 or Letter. */
const LINES = 54
/** What a cell's padding and border take, in lines. */
const PADDING = 0.6
/** Characters that a cell may be shortened to; with fewer it would say nothing. */
const ROOMS = [Number.POSITIVE_INFINITY, 400, 320, 260, 220, 190, 160, 130, 100, 80, 60, 40, 24]

/** The most characters that cells may have if all is to stand on one page; 0 where only their numbers fit. */
function roomFor(bands: readonly Band[], columns: number): number {
  const line = Math.floor(LINE / (columns + 1))
  const linesOf = (width: number, room: number) => Math.ceil(Math.min(width, room) / line) + PADDING
  const widths = bands.map(({ rows }) =>
    rows.map(({ situation, cells }) => ({
      situation: widthOf(situation),
      widest: [...cells.values()].reduce((most, { text }) => Math.max(most, widthOf(`A10 ${text}`)), -1),
    })),
  )
  const height = (room: number) =>
    widths.reduce((sum, rows) => {
      const heights = rows.map(({ situation, widest }) =>
        Math.max(linesOf(situation, 80), widest < 0 ? 0 : linesOf(widest, room + 4)),
      )
      return heights.reduce((all, each) => all + each, sum + 1 + PADDING)
    }, 0)
  return ROOMS.find((room) => height(room) <= LINES) ?? 0
}
