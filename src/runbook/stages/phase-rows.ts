import type { UnitTables } from '../../model/text.ts'
import { hasContent, isBlank, isElement } from '../content.ts'
import { inQuotes, type Reading } from '../decision.ts'
import { isConditional, markSentences } from '../language/sentence-marks.ts'
import { itemsOf, toStepParts } from '../steps/steps.ts'
import type { CheckItem, RunbookContent, StepField } from '../types.ts'
import { type Grid, groupRows, headerOf, joinHeader, separate, textOfHeader, uniqueCells } from './grid.ts'
import type { StageColumn } from './stage-cells.ts'
import { parseStage, type Stage } from './stage-name.ts'
import { isRemarkHeader, isSameHeader, type StageSettings, type StageTable } from './stage-table.ts'

/** Header of a column of phases. */
const PHASE =
  /^(?:phases?|stages?|when|time|timing|timeline|timeframe|time frame|period|moment|point in time)?:?$/i
/** Header of a column with actions, beside which all others are remarks. */
const ACTION =
  /^(?:steps?|actions?|tasks?|activit(?:y|ies)|what to do|procedures?|do this|instructions?)(?: (?:to take|required))?$/i

/** Rows of a phase. */
interface PhaseRow {
  readonly stage: Stage
  readonly title: RunbookContent
  readonly header: string
  readonly rows: Grid['body']
}

/** Reads a table with a phase of an event in each row (“Before outage”, “After failback”) as stages. */
export function toPhaseRows(
  grid: Grid,
  units: UnitTables,
  { stages: listed, isForced = false }: StageSettings = {},
): Reading<StageTable> {
  const first = textOfHeader(headerOf(grid, 0))
  if (!isForced && !listed && !PHASE.test(first)) return { value: null, reason: '' }
  const phases = phasesOf(grid, listed)
  if (!phases) return { value: null, reason: '' }
  const columns = phases
    .map(({ stage, title, header, rows }, at): StageColumn => {
      // The rows are in order, and not merged with stages of other tables.
      const place = { ...stage, event: '', number: at + 1 }
      return { column: 0, stage: place, title, header, items: toItems(grid, rows, units) }
    })
    .filter(({ items }) => items.length > 0)
  if (columns.length === 0) return { value: null, reason: 'the rows of its stages are empty' }
  return {
    value: { table: grid.table, situationHeader: [], columns },
    reason: `its rows are stages: ${columns.map(({ header }) => inQuotes(header)).join(', ')}`,
  }
}

/** The phases of the rows; `null` unless all rows name one, of at least two kinds. */
function phasesOf(grid: Grid, listed: readonly string[] | undefined): readonly PhaseRow[] | null {
  const phases = groupRows(grid).map((rows): PhaseRow | null => {
    const cell = rows[0]?.[0]
    const stage = cell ? parseStage(cell.text) : null
    if (!cell || !stage || stage.phase === 'numbered' || stage.phase === 'condition') return null
    if (listed && !listed.some((name) => isSameHeader(name, cell.text))) return null
    return { stage, title: cell.content, header: cell.text, rows }
  })
  const known = phases.filter((phase) => phase !== null)
  const kinds = new Set(known.map(({ stage }) => stage.phase))
  return kinds.size > 1 && (listed || known.length === phases.length) ? known : null
}

/** The items of a phase: one per action, or one per column. */
function toItems(grid: Grid, rows: Grid['body'], units: UnitTables): readonly CheckItem[] {
  const columns = Array.from({ length: grid.table.columns - 1 }, (_, at) => at + 1)
  const headerText = (column: number) => textOfHeader(headerOf(grid, column))
  const actions = columns.filter((column) => ACTION.test(headerText(column)))
  const own = actions.length > 0 ? actions : columns.filter((column) => !isRemarkHeader(headerText(column)))
  const contentOf = (column: number) => uniqueCells(rows, column).flatMap(({ content }) => separate(content))
  const fields = columns.flatMap((column): StepField[] => {
    const content = own.includes(column) ? [] : contentOf(column)
    return hasContent(content, units)
      ? [{ type: 'field', label: joinHeader(headerOf(grid, column)), content }]
      : []
  })
  const pieces = own.flatMap((column) =>
    splitList(contentOf(column))
      .filter((content) => hasContent(content, units))
      .map((content) => ({ column, content })),
  )
  return pieces.map(({ column, content }, at) => {
    const number = `${at + 1}`
    const isAction = actions.length > 0
    const { expected, parts } = isAction ? splitAction(content, number, units) : { expected: content }
    return {
      number,
      // Actions need no name; other columns are situations.
      situation: isAction ? [] : joinHeader(headerOf(grid, column)),
      expected: markSentences(expected, isAction ? ['failure', 'condition'] : ['condition'], units),
      ...(parts && { parts }),
      conditional: isConditional(content, units),
      // What stands beside an action holds for each; remarks on situations stand once.
      fields: isAction || at === 0 ? fields : [],
    }
  })
}

/** Separates an action from its sub-steps. */
function splitAction(
  content: RunbookContent,
  number: string,
  units: UnitTables,
): Pick<CheckItem, 'expected' | 'parts'> {
  const [first, ...parts] = toStepParts(content, number, units)
  if (parts.length === 0 || first?.type !== 'content') return { expected: content }
  return { expected: first.content, parts }
}

/** The items of a list that is the whole content; else the content. */
function splitList(content: RunbookContent): readonly RunbookContent[] {
  const [only, ...others] = content.filter((node) => !isBlank(node))
  if (others.length > 0 || !isElement(only, 'ul', 'ol')) return [content]
  return itemsOf(only).map((item) => separate(item.children))
}
