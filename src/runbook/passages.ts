/**
 * Decides what a runbook uses as stages and steps.
 *
 * `flow.ts` makes a tree of headings and blocks, whatever elements wrap them; `readPassages` walks it and asks
 * `block.ts` about each table and list. Cues are English words (`language/cue.ts`, `language/imperative.ts`,
 * `stages/stage-name.ts`). Unless a sentence announces steps, most items of a list must be imperatives; if a
 * sentence offers a choice or states facts, nearly all. Every decision is recorded with its reason, and
 * `explain-runbook.ts` sorts the records.
 *
 * If in doubt, a table or list stays as it is: a property table to tick off is worse in an outage than one step
 * table to read. A runbook is derived once per document and used for both sides.
 */

import type { Element } from 'hast'
import type { UnitTables } from '../model/text.ts'
import { append } from '../util/data/append.ts'
import { ownOf, type PassageInput, readBlock } from './block.ts'
import { isElement } from './content.ts'
import { inQuotes, type TakeNote, type Verdict } from './decision.ts'
import { type FlowSection, isAlert, titleOf } from './flow.ts'
import { isElsewhere, isNumberedStep, isPrerequisite, isResult } from './language/cue.ts'
import type { RunbookSettings } from './settings.ts'
import type { StageTable } from './stages/stage-table.ts'
import { openContainers, stepsOfProse } from './steps/procedure.ts'
import { appendToStep, startOf, stepOf, toSteps } from './steps/steps.ts'
import type { ContextSection, RunbookHeading, Step } from './types.ts'

/** A section of the runbook before stages are sorted and letters assigned. */
export type Passage = StagePassage | ProcedurePassage | ContextPassage

/** Place of a passage in the document. */
interface PassagePlace {
  /** Nearest heading. */
  readonly heading: RunbookHeading | null
  /** Headings above that one, outermost first. */
  readonly headings: readonly RunbookHeading[]
  /** Blocks before and after it. */
  context: Element[]
  after: Element[]
}

/** A table of stages. */
export interface StagePassage extends PassagePlace {
  readonly type: 'stage'
  readonly table: StageTable
}

/** Steps. */
export interface ProcedurePassage extends PassagePlace {
  readonly type: 'procedure'
  /** Whether the steps come from a list with bullets. */
  readonly bullets: boolean
  steps: readonly Step[]
}

/** Prerequisites or expected results. */
export interface ContextPassage extends PassagePlace {
  readonly type: 'context'
  readonly role: ContextSection['role']
}

/** Reads a section and its subsections, and returns the blocks that belong to none of the passages. */
export function readPassages(
  section: FlowSection,
  above: readonly FlowSection[],
  input: PassageInput,
): { readonly passages: readonly Passage[]; readonly rest: readonly Element[] } {
  const why = whyLeftOut(section, input.settings)
  if (why) {
    noteAll(section, why, input.note)
    return { passages: [], rest: [] }
  }
  const path = [...above, section]
  const own = passagesOfBlocks(section, path, input)
  const passages: Passage[] = [...own.passages]
  const rest = [...own.rest]
  for (const child of section.sections) {
    const { passages: below, rest: left } = readPassages(child, path, input)
    const [first] = below
    if (child === titleOf(section) && section.depth === 0) append(rest, left)
    else if (first) governAll(below, left)
    else if (child.depth === 7 && child.element && left.length > 0)
      append(passages.at(-1)?.after ?? rest, [child.element, ...left])
    append(passages, below)
  }
  if (passages.length > 0) return { passages, rest }
  const whole = wholePassage(section, rest, above, input)
  return whole ? { passages: [whole], rest: [] } : { passages, rest }
}

/**
 * Adds the blocks above passages to the first one, and the notes among them to each stage table, since they
 * apply to all.
 */
function governAll(passages: readonly Passage[], blocks: readonly Element[]): void {
  for (const [at, passage] of passages.entries())
    if (at === 0) passage.context = [...blocks, ...passage.context]
    else if (passage.type === 'stage') passage.context = [...blocks.filter(isAlert), ...passage.context]
}

/** Reads a section as a whole: a numbered step, prerequisites, or expected results. */
function wholePassage(
  section: FlowSection,
  rest: Element[],
  above: readonly FlowSection[],
  { note, units }: PassageInput,
): Passage | null {
  if (rest.length === 0 || !section.element) return null
  const place = placeOf([...above, section])
  const title = inQuotes(section.text)
  if (isPrerequisite(section.text)) {
    note(section.element, {
      became: 'prerequisites',
      reason: `its heading ${title} announces prerequisites`,
    })
    for (const block of rest)
      note(block, { became: 'part', reason: `it is one of the prerequisites under ${title}` })
    return { type: 'context', role: 'prerequisites', ...place, context: rest, after: [] }
  }
  if (isResult(section.text)) {
    note(section.element, { became: 'results', reason: `its heading ${title} announces expected results` })
    return { type: 'context', role: 'results', ...place, context: rest, after: [] }
  }
  if (!isNumberedStep(section.text)) return null
  note(section.element, { became: 'steps', reason: `its heading ${title} is a numbered step` })
  return {
    type: 'procedure',
    bullets: false,
    ...place,
    context: [],
    steps: [stepOf(rest, '1', units, '')],
    after: [],
  }
}

/** Returns the reason why a section is not part of the runbook; `null` if it is part of it. */
function whyLeftOut(section: FlowSection, { exclude = [] }: RunbookSettings): Verdict | null {
  const isExcluded = section.heading !== null && exclude.includes(`#${section.heading.id}`)
  if (isExcluded)
    return {
      became: 'left-out',
      reason: `\`exclude\` names the section ${inQuotes(section.text)}`,
      overridden: true,
    }
  return isElsewhere(section.text)
    ? { became: 'left-out', reason: `the heading ${inQuotes(section.text)} leads elsewhere` }
    : null
}

/** Records a verdict on a section and everything in it. */
function noteAll(section: FlowSection, verdict: Verdict, note: TakeNote): void {
  if (section.element) note(section.element, verdict)
  for (const block of section.blocks) note(block, verdict)
  for (const child of section.sections) noteAll(child, verdict, note)
}

/** Headings of a passage in the last section of a path. */
function placeOf(path: readonly FlowSection[]): Pick<Passage, 'heading' | 'headings'> {
  const headings = path.flatMap(({ heading }) => heading ?? [])
  return { heading: headings.at(-1) ?? null, headings: headings.slice(0, -1) }
}

/** Reads a section's own blocks, in order, each passage with the blocks that belong to it. */
function passagesOfBlocks(
  section: FlowSection,
  path: readonly FlowSection[],
  input: PassageInput,
): { readonly passages: readonly Passage[]; readonly rest: readonly Element[] } {
  const place = placeOf(path)
  const headings = path.map(({ text }) => text)
  const passages: Passage[] = []
  let pending: Element[] = []
  for (const block of openContainers(section.blocks, input.units)) {
    const last = passages.at(-1)
    if (last?.type === 'procedure' && continues(last, block, pending, input)) {
      input.note(block, { became: 'steps', reason: 'it continues the steps before it' })
      continueWith(last, pending, toSteps(block, input.units, last.steps.length + 1), input.units)
      pending = []
      continue
    }
    const content = readBlock(block, pending, headings, input)
    if (!content) {
      pending.push(block)
      continue
    }
    if (last?.type === 'procedure') continueWith(last, takeCode(pending), [], input.units)
    const lead = last ? leadStart(pending) : 0
    if (last) append(last.after, pending.slice(0, lead))
    passages.push({ ...content, ...place, context: pending.slice(lead), after: [] })
    pending = []
  }
  const last = passages.at(-1)
  if (last) {
    if (last.type === 'procedure') continueWith(last, takeCode(pending), [], input.units)
    append(last.after, pending)
    return { passages, rest: [] }
  }
  const prose = stepsOfProse(pending, section.text, input.units)
  if (prose.steps.length === 0) return { passages, rest: pending }
  if (section.element)
    input.note(section.element, {
      became: 'steps',
      reason: `under ${inQuotes(section.text)}, paragraphs introduce code to run`,
    })
  const passage: Passage = {
    type: 'procedure',
    bullets: false,
    steps: prose.steps,
    ...place,
    context: [...prose.before],
    after: [],
  }
  return { passages: [passage], rest: [] }
}

/**
 * Whether a list continues a procedure: its numbers go on, or both have bullets and only code is between them.
 */
function continues(
  { bullets, steps }: ProcedurePassage,
  block: Element,
  between: readonly Element[],
  { keyOf, settings }: PassageInput,
): block is Element {
  if (ownOf(settings.lists, keyOf(block)) === 'reference') return false
  if (isElement(block, 'ol')) return startOf(block) > 1 && steps.at(-1)?.number === `${startOf(block) - 1}`
  const isCode = between.length > 0 && between.every((each) => isElement(each, 'pre'))
  return bullets && isCode && isElement(block, 'ul')
}

/** Adds steps to a procedure; blocks between them belong to the step before. */
function continueWith(
  passage: ProcedurePassage,
  between: readonly Element[],
  steps: readonly Step[],
  units: UnitTables,
): void {
  const last = passage.steps.at(-1)!
  passage.steps = [...passage.steps.slice(0, -1), appendToStep(last, between, units), ...steps]
}

/** Removes the code directly after a list, which belongs to its last step, from the blocks after the list. */
function takeCode(blocks: Element[]): readonly Element[] {
  const end = blocks.findIndex((block) => !isElement(block, 'pre'))
  return blocks.splice(0, end < 0 ? blocks.length : end)
}

/** Index, in the blocks between two passages, of the text that introduces the second one. */
function leadStart(blocks: readonly Element[]): number {
  const isText = (block: Element) => block.tagName === 'p' && !isAlert(block)
  let start = blocks.findLastIndex(isText)
  if (start < 0) return blocks.length
  while (start > 0 && isText(blocks[start - 1]!)) start--
  return start
}
