import type { UnitTables } from '../../model/text.ts'
import { contentsIn } from '../content.ts'
import { alertsOf } from '../flow.ts'
import { marksIn } from '../footnotes/marks.ts'
import { isFootnote, isMarkedBy } from '../footnotes/table-footnotes.ts'
import type { StagePassage } from '../passage.ts'
import type { StageGroup, StageSection } from '../types.ts'
import type { StageColumn } from './stage-cells.ts'
import type { Stage } from './stage-name.ts'
import { isSameHeader } from './stage-table.ts'

/** A column of a table with its sort keys. */
interface Entry {
  readonly passage: StagePassage
  readonly column: StageColumn
  readonly event: string
  readonly key: string
}

/** Order of the phases of one event. */
const RANKS: Readonly<Record<Stage['phase'], number>> = {
  before: 0,
  numbered: 1,
  condition: 1,
  during: 1,
  until: 2,
  after: 3,
}

/**
 * Makes a section per stage from the columns of all tables that name it. Events are in the order of their first
 * appearance, the stages of an event in time order.
 *
 * @param headingsOf returns the headings above a table.
 * @param listed headers in the order of the settings, which takes precedence.
 */
export function toStageSections(
  passages: readonly StagePassage[],
  headingsOf: (passage: StagePassage) => StageGroup['headings'],
  units: UnitTables,
  listed: readonly string[] = [],
): readonly Omit<StageSection, 'letter'>[] {
  const entries = passages.flatMap((passage) =>
    passage.table.columns.map((column) => toEntry(passage, column)),
  )
  const events = [...new Set(entries.map(({ event }) => event))]
  const order = ({ event, column }: Entry): readonly number[] => [
    listed.findIndex((name) => isSameHeader(name, column.header)),
    event === 'normal' ? -1 : events.indexOf(event),
    column.stage.number,
    RANKS[column.stage.phase],
  ]
  const sorted = entries
    .map((entry, at) => ({ entry, order: [...order(entry), at] }))
    .sort((a, b) => compareNumbers(a.order, b.order))
    .map(({ entry }) => entry)
  const keys = [...new Set(sorted.map(({ key }) => key))]
  return keys.map((key) => toSection(sorted, key, headingsOf, units))
}

/** Adds the keys that decide a column's section and place. */
function toEntry(passage: StagePassage, column: StageColumn): Entry {
  const { phase, number, event } = column.stage
  const bare = phase === 'numbered' ? 'numbered' : `table ${passage.table.table.index}`
  const name = event === '' ? bare : event
  return { passage, column, event: name, key: `${phase} ${number} ${name}` }
}

/** Makes the section of a stage. */
function toSection(
  sorted: readonly Entry[],
  key: string,
  headingsOf: (passage: StagePassage) => StageGroup['headings'],
  units: UnitTables,
): Omit<StageSection, 'letter'> {
  const own = sorted.filter((entry) => entry.key === key)
  const groups = own.map((entry): StageGroup => {
    const ofTable = sorted.filter(({ passage }) => passage === entry.passage)
    const { passage, column } = entry
    return {
      table: passage.table.table.index,
      column: column.column,
      headings: headingsOf(passage),
      situationHeader: passage.table.situationHeader,
      context: ofTable[0] === entry ? passage.context : alertsOf(passage.context, units),
      items: column.items,
      after: afterOf(entry, ofTable, units),
    }
  })
  const [first] = own
  return { type: 'stage', phase: first!.column.stage.phase, title: first!.column.title, groups }
}

/** What follows a table at one of its stages: all text at the last one, notes at each, footnotes where their mark is. */
function afterOf(entry: Entry, ofTable: readonly Entry[], units: UnitTables): StageGroup['after'] {
  const { after } = entry.passage
  const isLast = ofTable.at(-1) === entry
  const notes = new Set(isLast ? after : alertsOf(after, units))
  if (!after.some(isFootnote)) return [...notes]
  const own = marksAt(entry, units)
  const all = new Set(ofTable.flatMap((each) => [...marksAt(each, units)]))
  return after.filter((block) => {
    if (!isFootnote(block)) return notes.has(block)
    return isMarkedBy(block, own) || (isLast && !isMarkedBy(block, all))
  })
}

/** Marks of footnotes in what a table says of a stage. */
function marksAt({ passage, column }: Entry, units: UnitTables): ReadonlySet<string> {
  const { situationHeader } = passage.table
  return marksIn(contentsIn([situationHeader, column.title, column.items]), units)
}

/** Compares lists of numbers lexicographically. */
function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) if (value !== b[at]) return value - (b[at] ?? 0)
  return 0
}
