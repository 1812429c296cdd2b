import type { Element } from 'hast'
import type { Table } from '../model/table.ts'
import type { UnitTables } from '../model/text.ts'
import { isElement } from './content.ts'
import type { Reading, TakeNote, Verdict } from './decision.ts'
import { takeFootnoteRows } from './footnotes/table-footnotes.ts'
import type { RunbookSettings } from './settings.ts'
import { toGrid } from './stages/grid.ts'
import { toPhaseRows } from './stages/phase-rows.ts'
import { type StageTable, toStageTable } from './stages/stage-table.ts'
import { choiceOfList } from './steps/offered-choice.ts'
import { isTaskList, toBulletProcedure, toProcedure } from './steps/procedure.ts'
import { toStepTable } from './steps/step-table.ts'
import { toSteps, withContinuations } from './steps/steps.ts'
import type { Step } from './types.ts'

/** Facts about the document for reading passages. */
export interface PassageInput {
  readonly units: UnitTables
  /** Returns the model of a table's element. */
  readonly tableOf: (element: Element) => Table | undefined
  /** Returns the key of a table or list in settings. */
  readonly keyOf: (element: Element) => string
  readonly settings: RunbookSettings
  readonly note: TakeNote
}

/**
 * Reads a block as stages or steps; `null` if it is neither.
 *
 * @param after blocks after an ordered list, among which it can continue.
 */
export function readBlock(
  block: Element,
  before: readonly Element[],
  after: readonly Element[],
  headings: readonly string[],
  input: PassageInput,
): PassageContent | null {
  if (isElement(block, 'table')) return readTable(block, input)
  return isElement(block, 'ol', 'ul') ? readList(block, before, after, headings, input) : null
}

/** Stages or steps made of a block. */
export type PassageContent =
  | { readonly type: 'stage'; readonly table: StageTable; readonly after?: readonly Element[] }
  | {
      readonly type: 'procedure'
      readonly bullets: boolean
      readonly isTaskList?: boolean
      /** Number of blocks directly before the block that its steps contain: the text that offers a choice. */
      readonly taken?: number
      readonly steps: readonly Step[]
      readonly after?: readonly Element[]
    }

/** Reads a table as stages or steps, according to the settings or else to its headers. */
function readTable(
  element: Element,
  { units, tableOf, keyOf, settings, note }: PassageInput,
): PassageContent | null {
  const role = ownOf(settings.tables, keyOf(element))
  const model = tableOf(element)
  const whole = model ? toGrid(element, model, units) : null
  if (!whole) {
    note(element, { became: 'reference', reason: 'its markup is damaged' })
    return null
  }
  const { grid, footnotes: after } = takeFootnoteRows(whole, units)
  const decide = (became: Verdict['became'], reason: string): void => {
    note(
      element,
      role ? { became, reason: `settings call it ${role}`, overridden: true } : { became, reason },
    )
  }
  const options = { isForced: role === 'stage', ...(settings.stages && { stages: settings.stages }) }
  const isOpen = role === undefined || role === 'stage'
  const rows = isOpen ? toPhaseRows(grid, units, options) : NOTHING
  const stages = isOpen && !rows.value ? toStageTable(grid, units, options) : rows
  if (stages.value) {
    decide('stages', stages.reason)
    return { type: 'stage', table: stages.value, after }
  }
  const steps = role === undefined || role === 'steps' ? toStepTable(grid, units, role === 'steps') : NOTHING
  if (steps.value) {
    decide('steps', steps.reason)
    return { type: 'procedure', bullets: false, steps: steps.value, after }
  }
  if (role === 'reference') decide('reference', '')
  else
    note(element, { became: 'reference', reason: [stages.reason, steps.reason].filter(Boolean).join('; ') })
  return null
}

const NOTHING: Reading<never> = { value: null, reason: '' }

/** Reads a list as steps, according to the settings or else to its items and the text before it. */
function readList(
  list: Element,
  before: readonly Element[],
  after: readonly Element[],
  headings: readonly string[],
  { units, keyOf, settings, note }: PassageInput,
): PassageContent | null {
  const role = ownOf(settings.lists, keyOf(list))
  const choice = role === undefined ? choiceOfList(list, before, headings, units) : null
  if (choice) {
    note(list, { became: 'steps', reason: 'the text before it offers a choice of instructions' })
    const taken = before.length - choice.before.length
    return { type: 'procedure', bullets: true, taken, steps: choice.steps }
  }
  const read = isElement(list, 'ol')
    ? toProcedure(list, before, headings, units, withContinuations(list, after))
    : toBulletProcedure(list, before, headings, units)
  const steps = role === 'steps' ? toSteps(list, units) : role === 'reference' ? null : read.value
  const became = steps ? 'steps' : 'reference'
  note(
    list,
    role ? { became, reason: `settings call it ${role}`, overridden: true } : { became, reason: read.reason },
  )
  return steps
    ? { type: 'procedure', bullets: isElement(list, 'ul'), isTaskList: isTaskList(list), steps }
    : null
}

/** Returns an object's own property, or `undefined`. */
export function ownOf<Value>(values: Readonly<Record<string, Value>> = {}, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined
}
