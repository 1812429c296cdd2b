import type { CheckItem, Step, StepField, StepPart } from '../../runbook/derive-runbook.ts'
import { itemToStep } from '../../runbook/item-steps.ts'
import { mapSteps } from '../../runbook/map-steps.ts'
import { spokenNumber } from '../../runbook/step-numbers.ts'
import type { RunbookDuration, RunbookReference } from '../../runbook/types.ts'
import { append } from '../../util/data/append.ts'
import type { RunbookWriter } from './writer.ts'

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
  /** The title in the other language; empty if it is not shown or equal. */
  readonly otherTitle: string
}

/** What rows need of the writer of a runbook. */
type RowWriter = Pick<RunbookWriter, 'content' | 'title' | 'otherTitle'>

/** Defaults for a row with only content. */
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

/**
 * The rows of a check list at one stage.
 *
 * @param start number of the first item in the section.
 */
export function itemsToRows(
  items: readonly CheckItem[],
  letter: string,
  start: number,
  writer: RowWriter,
): readonly RunbookRow[] {
  return items.flatMap((item, at) => {
    const step = countOn(item, start + at - Number(item.number))
    const [first, ...others] = stepToRows(step, letter, writer, 0)
    const band = item.band ? writer.content(item.band) : ''
    return [{ ...first!, band, situation: writer.content(item.situation) }, ...others]
  })
}

/** An item as a step whose number, and those that it names, are counted on from the items of earlier tables. */
function countOn(item: CheckItem, by: number): Step {
  const later = (number: string) => number.replace(/^\d+/, (own) => `${Number(own) + by}`)
  const renumber = (step: Step): Step => ({
    ...step,
    number: later(step.number),
    ...(step.jump && { jump: { to: later(step.jump.to), skips: step.jump.skips.map(later) } }),
  })
  return mapSteps([itemToStep(item)], renumber)[0]!
}

/** The rows of a procedure, with sub-steps below their step. */
export function stepsToRows(
  steps: readonly Step[],
  letter: string,
  writer: RowWriter,
  depth = 0,
): readonly RunbookRow[] {
  return steps.flatMap((step) => stepToRows(step, letter, writer, depth))
}

/** The rows of one step. */
function stepToRows(step: Step, letter: string, writer: RowWriter, depth: number): readonly RunbookRow[] {
  const rows: RunbookRow[] = []
  const ref = `${letter}-${step.number}`
  const common = { ...PLAIN, depth, note: false, band: '', situation: '' }
  const note = { ...common, note: true, ref: '', number: '', box: false, mayNotApply: false }
  if (step.notes.length > 0) rows.push({ ...note, content: writer.content(step.notes) })
  const start = rows.length
  const addContent = (content: string): void => {
    const isFirst = rows.length === start
    const mayNotApply = isFirst && (step.optional || step.conditional)
    const number = isFirst ? spokenNumber(step.number) : ''
    // A step without content of its own is done with its sub-steps.
    const box = isFirst && (content !== '' || !step.parts.some(hasSteps))
    const own = isFirst ? { ...questionOf(step), ...outcomeOf(step, letter, writer) } : {}
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
      content += partToHtml(part, writer)
      continue
    }
    if (content !== '' || rows.length === start) addContent(content)
    content = ''
    if (part.type === 'steps') append(rows, stepsToRows(part.steps, letter, writer, depth + 1))
    else append(rows, optionsToRows(part.options, `${ref}/${at}`, letter, writer, depth + 1))
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
  writer: RowWriter,
): Pick<RunbookRow, 'expected' | 'observed' | 'jump' | 'onFailure' | 'duration'> {
  const refOf = (number: string) => `${letter}-${number}`
  return {
    expected: expected ? writer.content(expected) : '',
    observed: expected !== undefined,
    jump: jump
      ? {
          to: jump.to && spokenNumber(jump.to),
          ref: jump.to && refOf(jump.to),
          skips: jump.skips.map(refOf).join(' '),
          numbers: jump.skips.map(spokenNumber).join(', '),
        }
      : null,
    onFailure: onFailure.map((section) => toReference(section, writer)),
    duration: duration ?? null,
  }
}

/** A reference to a section. */
export function toReference(
  { letter, id = '', title }: RunbookReference,
  writer: Pick<RowWriter, 'title' | 'otherTitle'>,
): RowReference {
  return { letter, id: letter || id, title: writer.title(title), otherTitle: writer.otherTitle(title) }
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
  writer: RowWriter,
  depth: number,
): readonly RunbookRow[] {
  return options.flatMap((option, at) => {
    const rows = stepToRows(option, letter, writer, depth)
    const main = rows.findIndex(({ note }) => !note)
    return rows.map((row, index) => {
      const marked = index === main ? { ...row, choice, mayNotApply: false } : row
      return at === 0 && index === 0 ? { ...marked, startsChoice: true } : marked
    })
  })
}

/** A piece of a step as HTML. */
function partToHtml(part: Exclude<StepPart, { type: 'steps' | 'choice' }>, writer: RowWriter): string {
  return part.type === 'field' ? fieldToHtml(part, writer) : writer.content(part.content)
}

/** The content of a column with its header. */
function fieldToHtml(field: StepField, writer: RowWriter): string {
  return `<div class="field"><div class="field-label">${writer.content(field.label)}</div>${writer.content(field.content)}</div>`
}
