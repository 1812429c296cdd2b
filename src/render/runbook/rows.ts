import { mapSteps } from '../../runbook/branches/map-steps.ts'
import type { CheckItem, RunbookContent, Step, StepField, StepPart } from '../../runbook/derive-runbook.ts'
import { spokenNumber } from '../../runbook/step-numbers.ts'
import type { RunbookDuration, RunbookReference } from '../../runbook/types.ts'
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
  /** Name of the choice that it is an alternative of; empty if it is none. */
  readonly choice: string
  /** Whether it is the first alternative of its choice. */
  readonly startsChoice: boolean
  /** Whether it may not apply. */
  readonly mayNotApply: boolean
  /** Header above this row and those after it; empty if there is none. */
  readonly band: string
  /** The situation of a check item; empty for a step. */
  readonly situation: string
  /** The instruction, or the expected state. */
  readonly content: string
  /** What a step should show; empty if its instruction says it. */
  readonly expected: string
  /** Whether there is room for what was observed. */
  readonly observed: boolean
  /** Name of the question on which it depends; empty if there is none. */
  readonly question: string
  /** The answer for which it holds. */
  readonly answer: '' | 'yes' | 'no'
  /** A jump over steps; `null` if there is none. */
  readonly jump: RowJump | null
  /** Sections to go to if the step fails. */
  readonly onFailure: readonly RowReference[]
  /** Time that the step takes; `null` if its text names none. */
  readonly duration: RunbookDuration | null
}

/** A jump over steps. */
export interface RowJump {
  /** Number of the step to go on with; empty for the end of the procedure. */
  readonly to: string
  /** Name of that step. */
  readonly ref: string
  /** Names of the steps that it skips, separated by spaces. */
  readonly skips: string
  /** Their numbers, as shown. */
  readonly numbers: string
}

/** A section to go to. */
export interface RowReference {
  /** Empty if it has none. */
  readonly letter: string
  /** Id of the section or its heading; empty if it has none. */
  readonly id: string
  readonly title: string
}

/** Fields of a row that asks and shows nothing beside its content. */
const PLAIN = {
  choice: '',
  startsChoice: false,
  expected: '',
  observed: false,
  question: '',
  answer: '',
  jump: null,
  onFailure: [],
  duration: null,
} as const

/** The rows of a check list at one stage. */
export function itemsToRows(
  items: readonly CheckItem[],
  letter: string,
  start: number,
  toHtml: ToHtml,
): readonly RunbookRow[] {
  return items.flatMap((item, at) => {
    const [first, ...others] = stepToRows(stepOf(item, `${start + at}`), letter, toHtml, 0)
    const band = item.band ? toHtml(item.band) : ''
    return [{ ...first!, band, situation: toHtml(item.situation) }, ...others]
  })
}

/** An item as a step with a number of its own. */
function stepOf(item: CheckItem, number: string): Step {
  const renumber = (step: Step): Step => ({ ...step, number: number + step.number.slice(item.number.length) })
  const parts = item.parts ?? []
  const { question } = item
  const { parts: below } = mapSteps(
    [{ number: item.number, optional: false, conditional: false, notes: [], parts }],
    renumber,
  )[0]!
  return {
    number,
    optional: false,
    conditional: item.conditional,
    ...(question && { question }),
    ...(item.observed && { expected: [] }),
    notes: [],
    parts: [{ type: 'content', content: item.expected }, ...item.fields, ...below],
  }
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
  const common = { ...PLAIN, depth, note: false, band: '', situation: '' }
  const note = { ...common, note: true, ref: '', number: '', box: false, mayNotApply: false }
  if (step.notes.length > 0) rows.push({ ...note, content: toHtml(step.notes) })
  const start = rows.length
  const addContent = (content: string): void => {
    const isFirst = rows.length === start
    const mayNotApply = isFirst && (step.optional || step.conditional)
    const number = isFirst ? spokenNumber(step.number) : ''
    // A step without content of its own is done with its sub-steps.
    const box = isFirst && (content !== '' || !step.parts.some(hasSteps))
    const own = isFirst ? { ...questionOf(step), ...outcomeOf(step, letter, toHtml) } : {}
    rows.push({
      ...common,
      ...own,
      ref: box ? ref : '',
      number,
      box,
      mayNotApply: box && mayNotApply,
      content,
    })
  }
  let content = ''
  for (const [at, part] of step.parts.entries()) {
    if (!hasSteps(part)) {
      content += partToHtml(part, toHtml)
      continue
    }
    if (content !== '' || rows.length === start) addContent(content)
    content = ''
    if (part.type === 'steps') append(rows, stepsToRows(part.steps, letter, toHtml, depth + 1))
    else append(rows, optionsToRows(part.options, `${ref}/${at}`, letter, toHtml, depth + 1))
  }
  if (content !== '' || rows.length === start) addContent(content)
  return rows
}

/** The question on which a step or an item depends. */
function questionOf({ question }: Step | CheckItem): Pick<RunbookRow, 'question' | 'answer'> {
  return { question: question?.id ?? '', answer: question?.answer ?? '' }
}

/** What a step shows, where it leads and how long it takes. */
function outcomeOf(
  { expected, jump, onFailure = [], duration }: Step,
  letter: string,
  toHtml: ToHtml,
): Pick<RunbookRow, 'expected' | 'observed' | 'jump' | 'onFailure' | 'duration'> {
  const refOf = (number: string) => `${letter}-${number}`
  return {
    expected: expected ? toHtml(expected) : '',
    observed: expected !== undefined,
    jump: jump
      ? {
          to: jump.to && spokenNumber(jump.to),
          ref: jump.to && refOf(jump.to),
          skips: jump.skips.map(refOf).join(' '),
          numbers: jump.skips.map(spokenNumber).join(', '),
        }
      : null,
    onFailure: onFailure.map((section) => toReference(section, toHtml)),
    duration: duration ?? null,
  }
}

/** A reference to a section. */
export function toReference({ letter, id = '', title }: RunbookReference, toHtml: ToHtml): RowReference {
  return { letter, id: letter || id, title: toHtml(title) }
}

/** Whether a piece of a step has rows of its own. */
function hasSteps(part: StepPart): part is Extract<StepPart, { type: 'steps' | 'choice' }> {
  return part.type === 'steps' || part.type === 'choice'
}

/** The rows of a choice: each alternative with its sub-steps. */
function optionsToRows(
  options: readonly Step[],
  choice: string,
  letter: string,
  toHtml: ToHtml,
  depth: number,
): readonly RunbookRow[] {
  return options.flatMap((option, at) => {
    const rows = stepToRows(option, letter, toHtml, depth)
    const main = rows.findIndex(({ note }) => !note)
    return rows.map((row, index) => {
      const marked = index === main ? { ...row, choice, mayNotApply: false } : row
      return at === 0 && index === 0 ? { ...marked, startsChoice: true } : marked
    })
  })
}

/** A piece of a step as HTML. */
function partToHtml(part: Exclude<StepPart, { type: 'steps' | 'choice' }>, toHtml: ToHtml): string {
  return part.type === 'field' ? fieldToHtml(part, toHtml) : toHtml(part.content)
}

/** The content of a column with its header. */
function fieldToHtml(field: StepField, toHtml: ToHtml): string {
  return `<div class="field"><div class="field-label">${toHtml(field.label)}</div>${toHtml(field.content)}</div>`
}
