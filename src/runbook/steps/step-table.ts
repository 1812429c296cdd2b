import type { UnitTables } from '../../model/text.ts'
import { append } from '../../util/data/append.ts'
import { hasContent, textOfNodes } from '../content.ts'
import { inQuotes, type Reading } from '../decision.ts'
import { isImperative } from '../language/imperative.ts'
import { type Grid, groupRows, headerOf, joinHeader, separate, uniqueCells } from '../stages/grid.ts'
import type { RunbookContent, Step, StepPart } from '../types.ts'
import { flagsOf, toStepParts } from './steps.ts'

/** Header of the column that names the steps. */
const STEP =
  /^(?:phases?|stages?|steps?|tasks?|activit(?:y|ies)|activity or task|step or task)(?: ?(?:name|title))?$/i
/** Header of a column with actions. */
const ACTION = /^(?:steps?|actions?|tasks?|activit(?:y|ies)|what to do|procedure|do this|instructions?)$/i
/** Header of a column with numbers. */
const COUNT = /^(?:no\.?|nr\.?|#|step ?(?:#|no\.?|number)?|order)?$/i
/** Header of a column to tick off, which the runbook's own boxes replace. */
const DONE = /^(?:completed?|done|check(?:ed)?|status|finished|✓|✔|☐)\s*\??$/i

/** Columns of a table whose rows are steps. */
interface StepColumns {
  readonly name: number
  readonly fields: readonly number[]
  /** Fields with actions. */
  readonly actions: ReadonlySet<number>
}

/**
 * Reads the rows of a table as steps, if its headers and rows suggest that.
 *
 * @param isForced whether settings make it a table of steps: then the first column names them, and the others are
 *   fields.
 */
export function toStepTable(grid: Grid, units: UnitTables, isForced = false): Reading<readonly Step[]> {
  const headers = headersOf(grid)
  const columns = stepColumns(grid, headers) ?? (isForced ? allColumns(headers) : null)
  if (!columns) return { value: null, reason: 'its headers do not name steps and actions' }
  if (!isForced && grid.body.filter((row) => isSymbol(row[columns.name]?.text)).length * 2 > grid.body.length)
    return { value: null, reason: 'its first column has symbols instead of steps' }
  if (!isForced && !hasInstructions(grid, columns))
    return {
      value: null,
      reason: `${inQuotes(headers[columns.name]!)} names steps, but few rows contain instructions`,
    }
  const steps = toRowSteps(grid, columns, units)
  const reason = `${inQuotes(headers[columns.name]!)} names steps, and its rows contain instructions`
  return steps.length > 0 ? { value: steps, reason } : { value: null, reason: 'its rows are empty' }
}

/** Whether a cell has no letter or digit, such as an operator. */
function isSymbol(text = ''): boolean {
  return text !== '' && !/[\p{L}\p{N}]/u.test(text)
}

/** Turns the rows into steps. */
function toRowSteps(grid: Grid, columns: StepColumns, units: UnitTables): readonly Step[] {
  const steps: Step[] = []
  for (const rows of groupRows(grid)) {
    const names = uniqueCells(rows, columns.name)
    const content = names.flatMap((cell) => separate(cell.content))
    const number = `${steps.length + 1}`
    const parts: StepPart[] = hasContent(content, units) ? [{ type: 'content', content }] : []
    const fields = columns.fields.flatMap((column): StepCell[] => {
      const cells = uniqueCells(rows, column).filter((cell) => !names.includes(cell))
      const field = cells.flatMap((cell) => separate(cell.content))
      if (column === columns.name || !hasContent(field, units)) return []
      return [
        { content: field, label: joinHeader(headerOf(grid, column)), isAction: columns.actions.has(column) },
      ]
    })
    append(parts, toParts(fields, number, units))
    if (parts.length > 0)
      steps.push({ number, ...flagsOf(textOfNodes(content, units, 'source')), notes: [], parts })
  }
  return steps
}

/** Lists the headers of the columns in English. */
function headersOf(grid: Grid): readonly string[] {
  return Array.from({ length: grid.table.columns }, (_, column) =>
    headerOf(grid, column)
      .map(({ text }) => text)
      .join(' ')
      .replace(/[:…]+$/, ''),
  )
}

/** Takes the first column as names of steps, and all as fields. */
function allColumns(headers: readonly string[]): StepColumns | null {
  const fields = headers.map((_, column) => column)
  return headers.length > 0 ? { name: 0, fields, actions: new Set() } : null
}

/** Finds the columns of a step table; `null` if the headers do not fit. */
function stepColumns(grid: Grid, headers: readonly string[]): StepColumns | null {
  const kept = headers.map((_, column) => column).filter((column) => !DONE.test(headers[column]!))
  const isCounter = (column: number) => COUNT.test(headers[column]!) && countsUp(grid, column)
  const fields = kept.filter((column) => !isCounter(column))
  const name = fields[0]
  if (name === undefined || !STEP.test(headers[name]!)) return null
  const ticksOff = kept.length < headers.length
  const actions = new Set(fields.filter((column) => column !== name && ACTION.test(headers[column]!)))
  const isStep = /^(?:step|phase|stage)/i.test(headers[name]!) || fields.length < kept.length
  return ticksOff || actions.size > 0 || (isStep && fields.length > 1) ? { name, fields, actions } : null
}

/** Whether all cells of a column are numbers or empty. */
function countsUp(grid: Grid, column: number): boolean {
  return grid.body.every((row) => /^(?:\p{N}+[a-z]?|[a-z])?[.)]?$/iu.test(row[column]?.text ?? ''))
}

/** Whether at least half of the rows contain an instruction. */
function hasInstructions(grid: Grid, columns: StepColumns): boolean {
  const rows = grid.body.filter((row) => row[columns.name])
  const instructing = rows.filter((row) =>
    columns.fields.some((column) => {
      const cell = row[column]
      return cell !== undefined && isImperative(cell.text)
    }),
  )
  return rows.length > 0 && instructing.length * 2 >= rows.length
}

/** Cell of a step in another column. */
interface StepCell {
  readonly label: RunbookContent
  readonly content: RunbookContent
  /** Whether it is an action. */
  readonly isAction: boolean
}

/** Orders the pieces of a step: actions, then fields, then sub-steps and the content after them. */
function toParts(cells: readonly StepCell[], number: string, units: UnitTables): readonly StepPart[] {
  const actions = cells.filter(({ isAction }) => isAction).flatMap(({ content }) => content)
  const fields = cells
    .filter(({ isAction }) => !isAction)
    .map(({ label, content }): StepPart => ({ type: 'field', label, content }))
  const doing = toStepParts(actions, number, units)
  const list = doing.findIndex(({ type }) => type === 'steps')
  const before = list < 0 ? doing.length : list
  return [...doing.slice(0, before), ...fields, ...doing.slice(before)]
}
