import type { Table } from '../../model/table.ts'
import type { UnitTables } from '../../model/text.ts'
import { hasContent, hasElement } from '../content.ts'
import { inQuotes, type Reading } from '../decision.ts'
import { isConditional, markSentences } from '../language/sentence-marks.ts'
import type { CheckItem, RunbookContent, StepField } from '../types.ts'
import {
  type Grid,
  type GridCell,
  groupRows,
  headerOf,
  joinHeader,
  separate,
  textOfHeader,
  uniqueCells,
} from './grid.ts'
import { type StageColumn, splitColumn } from './stage-cells.ts'
import { parseEvent, parseStage, type Stage } from './stage-name.ts'

/** A table read as stages, one per column. */
export interface StageTable {
  readonly table: Table
  readonly situationHeader: RunbookContent
  readonly columns: readonly StageColumn[]
}

/** Headers of columns beside the stages, with remarks on the row. */
const REMARKS =
  /^(notes?|remarks?|comments?|details?|additional (?:information|details)|(?:for )?more information|see(?: also)?|documentation|references?|links?)\b/i

/** Settings for stages. */
export interface StageSettings {
  /** Headers of the stages; all other columns are not stages. */
  readonly stages?: readonly string[]
  /** Whether settings make the table one of stages, whatever its headers. */
  readonly isForced?: boolean
}

/** Reads a table as stages named by its headers or by labels in its cells. */
export function toStageTable(
  grid: Grid,
  units: UnitTables,
  { stages: listed, isForced = false }: StageSettings = {},
): Reading<StageTable> {
  const headers = Array.from({ length: grid.table.columns }, (_, column) => headerOf(grid, column))
  const readLabel = (text: string) => (listed ? listedStage(text, null, listed) : parseStage(text))
  const rest = headers.slice(1).map((cells, at): HeadedColumn => {
    const header = textOfHeader(cells)
    const stage = listed ? listedStage(header, stageOf(cells), listed) : stageOf(cells)
    const column = {
      column: at + 1,
      title: joinHeader(cells),
      header,
      items: toItems(grid, at + 1, [], units),
    }
    const parts = splitColumn(column, readLabel, units)
    return { cells, column: at + 1, header, stage: parts?.[0]?.stage ?? stage, parts }
  })
  const named = rest.flatMap((entry) => (entry.stage ? [{ ...entry, stage: entry.stage }] : []))
  const stages =
    named.length > 0
      ? named
      : isForced
        ? rest.filter(({ cells }) => !isRemark(cells)).map(asStage)
        : asEvents(rest)
  const others = rest.filter(({ column }) => !stages.some((stage) => stage.column === column))
  const reason = isForced ? null : whyNoStages(grid, headers[0] ?? [], stages, others, listed !== undefined)
  if (reason !== null) return { value: null, reason }
  const remarks = others.map((other) => ({ column: other.column, label: joinHeader(other.cells) }))
  const columns = stages.flatMap(({ cells, column, header, stage }): readonly StageColumn[] => {
    const whole = { column, title: joinHeader(cells), header, items: toItems(grid, column, remarks, units) }
    return splitColumn(whole, readLabel, units) ?? [{ ...whole, stage }]
  })
  if (columns.every(({ items }) => items.length === 0))
    return { value: null, reason: 'the cells of its stages are empty' }
  const names = columns.map((column) => inQuotes(column.header)).join(', ')
  const isSplit = stages.some(({ parts }) => parts !== null)
  return {
    value: { table: grid.table, situationHeader: joinHeader(headers[0] ?? []), columns },
    reason: `${isSplit ? 'its cells name' : 'headers name'} stages: ${names}`,
  }
}

/** A column of a table with its stage, if any. */
interface HeadedColumn<Of = Stage | null> {
  readonly cells: readonly GridCell[]
  readonly column: number
  /** Its header in English. */
  readonly header: string
  readonly stage: Of
  /** Stages named by its cells, if any. */
  readonly parts: readonly StageColumn[] | null
}

/** Returns the reason why a table has no stages; `null` if it has. */
function whyNoStages(
  grid: Grid,
  first: readonly GridCell[],
  stages: readonly HeadedColumn<Stage>[],
  others: readonly HeadedColumn[],
  isListed: boolean,
): string | null {
  const names = (columns: readonly HeadedColumn[]) => columns.map(({ header }) => inQuotes(header)).join(', ')
  if (stages.length === 0)
    return others.length === 0 ? 'it has one column only' : `no header names a stage: ${names(others)}`
  if (isListed) return null
  if (stageOf(first) !== null)
    return `the first header ${inQuotes(textOfHeader(first))} names a stage, so there are no situations`
  if (stages.every(({ stage }) => stage.event === 'normal'))
    return `its only stage is normal operation: ${names(stages)}`
  const odd = others.filter(({ cells }) => !isRemark(cells))
  if (odd.length > 0) return `beside ${names(stages)}, headers name neither stages nor remarks: ${names(odd)}`
  if (stages.length > 1) return null
  if (others.length > 0) return `there are remarks beside its only stage ${names(stages)}`
  return stages[0]!.parts || describesBehaviour(grid, stages[0]!.column)
    ? null
    : `the cells under its only stage ${names(stages)} do not describe what happens`
}

/** Makes a stage of a column because the settings say so. */
function asStage(column: HeadedColumn): HeadedColumn<Stage> {
  return { ...column, stage: stageNamed(column.header) }
}

/**
 * Makes stages of columns if all headers except remarks are events such as “Failover to backup pool”; else
 * none.
 */
function asEvents(columns: readonly HeadedColumn[]): readonly HeadedColumn<Stage>[] {
  const own = columns.filter(({ cells }) => !isRemark(cells))
  const events = own.flatMap((column) => {
    const stage = parseEvent(column.header)
    return stage ? [{ ...column, stage }] : []
  })
  return events.length > 1 && events.length === own.length ? events : []
}

/** Returns the stage of a header in the list; `null` for other headers. */
function listedStage(header: string, stage: Stage | null, listed: readonly string[]): Stage | null {
  return listed.some((name) => isSameHeader(name, header))
    ? (stage ?? parseStage(header) ?? stageNamed(header))
    : null
}

/** Makes a stage of a header that does not name one. */
function stageNamed(header: string): Stage {
  return { phase: 'condition', event: header.toLowerCase(), number: 0 }
}

/** Whether two headers are equal, ignoring letter case, white space and a colon at the end. */
export function isSameHeader(a: string, b: string): boolean {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/[\s:.…]+$/, '')
      .trim()
  return bare(a) === bare(b)
}

/** Returns the stage that a column's headers name. */
function stageOf(cells: readonly GridCell[]): Stage | null {
  const stages = cells.flatMap(({ text }) => parseStage(text) ?? [])
  const stage = stages.at(-1)
  if (!stage) return null
  const above = cells.filter(({ text }) => parseStage(text) === null).map(({ text }) => text.toLowerCase())
  return stage.event === '' && above.length > 0 ? { ...stage, event: above.join(' ') } : stage
}

/** Whether a column has remarks on the row, independent of stages. */
function isRemark(cells: readonly GridCell[]): boolean {
  return cells.every(({ text }) => isRemarkHeader(text))
}

/** Whether a header announces remarks. */
export function isRemarkHeader(header: string): boolean {
  return REMARKS.test(header)
}

/**
 * Whether the cells of a column describe behaviour in sentences or lists. Otherwise a single column with a header
 * such as “After first use” is just as likely a property.
 */
function describesBehaviour(grid: Grid, column: number): boolean {
  const cells = grid.body.flatMap((row) => row[column] ?? []).filter(({ text }) => text !== '')
  const sentences = cells.filter(
    ({ text, content }) =>
      (/[.!…]["”’)]*$/.test(text) && text.split(' ').length > 2) ||
      content.some((node) => hasElement(node, 'li')),
  )
  return sentences.length * 3 >= cells.length * 2
}

/** Makes an item of each row that is not empty at this stage. */
function toItems(
  grid: Grid,
  column: number,
  remarks: readonly { readonly column: number; readonly label: RunbookContent }[],
  units: UnitTables,
): readonly CheckItem[] {
  const items: CheckItem[] = []
  let band: RunbookContent | undefined
  for (const rows of groupRows(grid)) {
    const first = rows[0]?.[0]
    const cells = uniqueCells(rows, column)
    if (first && cells.length === 1 && cells[0] === first) {
      band = first.content
      continue
    }
    const expected = cells.flatMap(({ content }) => separate(content))
    if (!hasContent(expected, units)) continue
    const fields = remarks.flatMap((remark): StepField[] => {
      const content = uniqueCells(rows, remark.column).flatMap((cell) => separate(cell.content))
      return hasContent(content, units) ? [{ type: 'field', label: remark.label, content }] : []
    })
    const item: CheckItem = {
      number: `${items.length + 1}`,
      situation: first?.content ?? [],
      expected: markSentences(expected, ['condition'], units),
      conditional: isConditional(expected, units),
      fields,
    }
    items.push(band ? { ...item, band } : item)
    band = undefined
  }
  return items
}
