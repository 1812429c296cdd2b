import type { Runbook, RunbookContent, StageSection } from '../model/runbook.ts'
import { abbreviate, widthOf } from './abbreviate.ts'

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
  for (const group of groups) {
    const keys = group.items.map(({ situation }) => source(situation).toLowerCase())
    const own = bandFor(bands, group.table, letter, keys) ?? {
      title: shown(group.headings.at(-1)?.content ?? []),
      stages: new Set(),
      tables: new Set(),
      rows: [],
    }
    if (!bands.includes(own)) bands.push(own)
    own.stages.add(letter)
    own.tables.add(group.table)
    for (const [at, item] of group.items.entries()) {
      count++
      const open = own.rows.filter(({ cells }) => !cells.has(letter))
      const row = rowFor(open, group.table, item.situation, keys[at]!) ?? {
        key: keys[at]!,
        places: new Map(),
        situation: shown(item.situation),
        otherSituation: other(item.situation),
        cells: new Map(),
      }
      if (!own.rows.includes(row)) own.rows.push(row)
      row.places.set(group.table, item.situation)
      row.cells.set(letter, { letter, number: `${count}`, text: shown(item.expected) })
    }
  }
}

/** The row of a situation: that of the same row of the same table, else one that only other tables have told of in the same words. */
function rowFor(
  rows: readonly Row[],
  table: number,
  situation: RunbookContent,
  key: string,
): Row | undefined {
  return (
    rows.find(({ places }) => places.get(table) === situation) ??
    rows.find((row) => row.key === key && !row.places.has(table))
  )
}

/**
 * The band that a table's items belong to: that of the same table, else one that says nothing of this stage so far and has one of its
 * situations, as when an event's stages are told in several tables.
 */
function bandFor(
  bands: readonly Band[],
  table: number,
  letter: string,
  situations: readonly string[],
): Band | undefined {
  return (
    bands.find(({ tables }) => tables.has(table)) ??
    bands.find(({ stages, rows }) => !stages.has(letter) && rows.some(({ key }) => situations.includes(key)))
  )
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
  const linesOf = (text: string, room: number) => Math.ceil(Math.min(widthOf(text), room) / line) + PADDING
  const height = (room: number) =>
    bands.reduce((sum, { rows }) => {
      const heights = rows.map(({ situation, cells }) =>
        Math.max(
          linesOf(situation, 80),
          ...[...cells.values()].map(({ text }) => linesOf(`A10 ${text}`, room + 4)),
        ),
      )
      return heights.reduce((all, each) => all + each, sum + 1 + PADDING)
    }, 0)
  return ROOMS.find((room) => height(room) <= LINES) ?? 0
}
