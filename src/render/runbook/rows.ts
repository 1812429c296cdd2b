import type { CheckItem, RunbookContent, Step, StepField, StepPart } from '../../runbook/derive-runbook.ts'
import { spokenNumber } from '../../runbook/step-numbers.ts'
import { append } from '../../util/data/append.ts'

/** Renders a part of the runbook as HTML. */
export type ToHtml = (content: RunbookContent) => string

/** A line of a runbook: a step, an item, or the rest of a step after its sub-steps. */
export interface RunbookRow {
  /** Unique name in the runbook: letter and number, `A-3.1`. */
  readonly ref: string
  /** Number as shown. */
  readonly number: string
  /** Nesting level below the procedure, from 0. */
  readonly depth: number
  /** Whether it is a note that belongs to the next row. */
  readonly note: boolean
  /** Whether it has a check box. */
  readonly box: boolean
  /** Whether it may not apply. */
  readonly mayNotApply: boolean
  /** Header above this row and those after it; empty if there is none. */
  readonly band: string
  /** The situation of a check item; empty for a step. */
  readonly situation: string
  /** The instruction, or the expected state. */
  readonly content: string
}

/** The rows of a check list at one stage. */
export function itemsToRows(
  items: readonly CheckItem[],
  letter: string,
  start: number,
  toHtml: ToHtml,
): readonly RunbookRow[] {
  return items.map((item, at) => {
    const number = `${start + at}`
    return {
      ref: `${letter}-${number}`,
      number,
      depth: 0,
      note: false,
      box: true,
      mayNotApply: item.conditional,
      band: item.band ? toHtml(item.band) : '',
      situation: toHtml(item.situation),
      content: toHtml(item.expected) + item.fields.map((field) => fieldToHtml(field, toHtml)).join(''),
    }
  })
}

/** The rows of a procedure, with sub-steps below their step. */
export function stepsToRows(
  steps: readonly Step[],
  letter: string,
  toHtml: ToHtml,
  depth = 0,
): readonly RunbookRow[] {
  return steps.flatMap((step) => stepToRows(step, letter, toHtml, depth))
}

/** The rows of one step. */
function stepToRows(step: Step, letter: string, toHtml: ToHtml, depth: number): readonly RunbookRow[] {
  const rows: RunbookRow[] = []
  const ref = `${letter}-${step.number}`
  const common = { depth, note: false, band: '', situation: '' }
  const note = { ...common, note: true, ref: '', number: '', box: false, mayNotApply: false }
  if (step.notes.length > 0) rows.push({ ...note, content: toHtml(step.notes) })
  const start = rows.length
  const addContent = (content: string): void => {
    const isFirst = rows.length === start
    const mayNotApply = isFirst && (step.optional || step.conditional)
    const number = isFirst ? spokenNumber(step.number) : ''
    rows.push({ ...common, ref: isFirst ? ref : '', number, box: isFirst, mayNotApply, content })
  }
  let content = ''
  for (const part of step.parts) {
    if (part.type !== 'steps') {
      content += partToHtml(part, toHtml)
      continue
    }
    if (content !== '' || rows.length === start) addContent(content)
    content = ''
    append(rows, stepsToRows(part.steps, letter, toHtml, depth + 1))
  }
  if (content !== '' || rows.length === start) addContent(content)
  return rows
}

/** A piece of a step as HTML. */
function partToHtml(part: Exclude<StepPart, { type: 'steps' }>, toHtml: ToHtml): string {
  return part.type === 'field' ? fieldToHtml(part, toHtml) : toHtml(part.content)
}

/** The content of a column with its header. */
function fieldToHtml(field: StepField, toHtml: ToHtml): string {
  return `<div class="field"><div class="field-label">${toHtml(field.label)}</div>${toHtml(field.content)}</div>`
}
