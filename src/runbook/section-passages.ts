/**
 * Reads the blocks of one section: each table and list by `block.ts`, the text between them as what introduces or
 * follows it, and without any of these the prose, if it asks for work.
 */

import type { Element } from 'hast'
import type { UnitTables } from '../model/text.ts'
import { append } from '../util/data/append.ts'
import { ownOf, type PassageInput, readBlock } from './block.ts'
import { isElement } from './content.ts'
import { inQuotes } from './decision.ts'
import { type FlowSection, isAlert } from './flow.ts'
import { isFootnote, markFootnotes } from './footnotes/table-footnotes.ts'
import { isFailure, isNumberedStep, isPrerequisite, isResult } from './language/cue.ts'
import type { Passage, Place, ProcedurePassage } from './passage.ts'
import { askedCommands } from './prose/asked-commands.ts'
import { paragraphSteps, seriesSteps } from './prose/paragraph-steps.ts'
import { followSteps } from './steps/follow-ups.ts'
import {
  commandsOfProse,
  isOneOfMany,
  openContainers,
  type ProseSteps,
  stepsOfProse,
} from './steps/procedure.ts'
import { appendToStep, startOf, toSteps } from './steps/steps.ts'
import type { Step } from './types.ts'

/** Whether the text below a title belongs to the section that it stands in: a label in bold, a tab that is no step. */
export function isLabel({ depth, tab, text }: FlowSection): boolean {
  return depth === 7 || (tab !== undefined && !isNumberedStep(text))
}

/** Headings of a passage in the last section of a path. */
export function placeOf(path: readonly FlowSection[]): Place {
  const named = path.filter(({ heading }) => heading)
  const headings = named.flatMap(({ heading }) => heading ?? [])
  return {
    heading: headings.at(-1) ?? null,
    headings: headings.slice(0, -1),
    isTab: named.at(-1)?.tab !== undefined,
  }
}

/** Reads a section's own blocks, in order, each passage with the blocks that belong to it. */
export function passagesOfBlocks(
  section: FlowSection,
  path: readonly FlowSection[],
  input: PassageInput,
): { readonly passages: readonly Passage[]; readonly rest: readonly Element[] } {
  const place = placeOf(path)
  // The title of a tab names a case rather than work.
  const headings = path
    .filter((each) => each.text !== '' && !(each.tab && isLabel(each)))
    .map(({ text }) => text)
  const title = section.text === '' ? '' : (headings.at(-1) ?? '')
  const passages: Passage[] = []
  let pending: Element[] = []
  const blocks = markFootnotes(openContainers(section.blocks, input.units), input.units)
  for (const [at, block] of blocks.entries()) {
    const last = passages.at(-1)
    if (last?.type === 'procedure' && continues(last, block, pending, input)) {
      input.note(block, { became: 'steps', reason: 'it continues the steps before it' })
      continueWith(last, pending, toSteps(block, input.units, last.steps.length + 1), input.units)
      pending = []
      continue
    }
    if (last?.type === 'procedure' && isElement(block, 'ul') && goesOn(last, blocks.slice(at + 1), input)) {
      pending.push(block)
      continue
    }
    // Only numbers go on in later lists.
    const after = isElement(block, 'ol') ? blocks.slice(at + 1) : []
    const content = readBlock(block, pending, after, headings, input)
    if (!content) {
      pending.push(block)
      continue
    }
    if (last?.type === 'procedure') continueWith(last, takeCode(pending), [], input.units)
    const { taken = 0, ...own } = { taken: 0, ...content }
    const before = taken > 0 ? pending.slice(0, -taken) : pending
    const asked = last ? null : commandsBefore(place, before, headings, input)
    if (asked) passages.push(asked)
    const lead = last || asked ? leadStart(before) : 0
    if (last) append(passages, leaveAfter(last, before.slice(0, lead), title, input.units))
    passages.push({ ...own, ...place, context: before.slice(lead), after: [...(content.after ?? [])] })
    pending = []
  }
  const last = passages.at(-1)
  if (last) {
    if (last.type === 'procedure') continueWith(last, takeCode(pending), [], input.units)
    append(passages, leaveAfter(last, pending, title, input.units))
    return { passages, rest: [] }
  }
  const prose = proseSteps(title, section.sections, pending, headings, input.units)
  if (prose.steps.length === 0) return { passages, rest: pending }
  if (section.element)
    input.note(section.element, {
      became: 'steps',
      reason: `under ${inQuotes(section.text)}, paragraphs ${prose.prose === 'paragraphs' ? 'are instructions' : 'introduce code to run'}`,
    })
  const passage: Passage = {
    type: 'procedure',
    bullets: false,
    prose: prose.prose,
    steps: prose.steps,
    ...place,
    context: [...prose.before],
    after: [],
  }
  return { passages: [passage], rest: [] }
}

/** The commands that the text before the first list or table of a section asks for; `null` if there are none. */
function commandsBefore(
  place: Place,
  blocks: readonly Element[],
  headings: readonly string[],
  { units }: PassageInput,
): ProcedurePassage | null {
  const { before, steps } = askedCommands(blocks.slice(0, leadStart(blocks)), headings, units)
  if (steps.length === 0) return null
  return {
    type: 'procedure',
    bullets: false,
    prose: 'commands',
    ...place,
    context: [...before],
    steps,
    after: [],
  }
}

/** Reads the prose of a section as steps: the paragraphs that introduce code, else those that are instructions. */
function proseSteps(
  text: string,
  sections: readonly FlowSection[],
  blocks: readonly Element[],
  headings: readonly string[],
  units: UnitTables,
): ProseSteps & Required<Pick<ProcedurePassage, 'prose'>> {
  const none = { before: blocks, steps: [], prose: 'code' } as const
  if (isResult(text) || isPrerequisite(text)) return none
  const withCode = stepsOfProse(blocks, text, units)
  if (withCode.steps.length > 0 && !isOneOfMany(withCode)) return { ...withCode, prose: 'code' }
  const asked = isFailure(text) ? none : askedCommands(blocks, headings, units)
  if (asked.steps.length > 0) return { ...asked, prose: 'commands' }
  const series = isFailure(text) ? none : seriesSteps(blocks, units)
  if (series.steps.length > 0) return { ...series, prose: 'paragraphs' }
  // Text above subsections introduces them.
  return sections.length > 0 ? none : { ...paragraphSteps(blocks, text, units), prose: 'paragraphs' }
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

/** Whether a later list goes on with the numbers of a procedure. */
function goesOn(passage: ProcedurePassage, after: readonly Element[], input: PassageInput): boolean {
  return after.some((block) => isElement(block, 'ol') && continues(passage, block, [], input))
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

/** Leaves blocks after a passage; of those after steps, the commands to run become steps of their own. */
function leaveAfter(
  passage: Passage,
  blocks: readonly Element[],
  heading: string,
  units: UnitTables,
): readonly ProcedurePassage[] {
  const left = passage.type === 'procedure' ? followProcedure(passage, blocks, heading, units) : blocks
  const { before, steps } =
    passage.type === 'procedure' ? commandsOfProse(left, heading, units) : { before: left, steps: [] }
  append(passage.after, before)
  if (steps.length === 0) return []
  const { heading: own, headings, isTab = false } = passage
  return [{ type: 'procedure', bullets: false, heading: own, headings, isTab, context: [], steps, after: [] }]
}

/** Adds what the paragraphs after a numbered list ask for, or say of its results; returns the blocks left. */
function followProcedure(
  passage: ProcedurePassage,
  blocks: readonly Element[],
  heading: string,
  units: UnitTables,
): readonly Element[] {
  if (passage.bullets) return blocks
  const { steps, rest } = followSteps(passage.steps, blocks, heading, units)
  passage.steps = steps
  return rest
}

/** Removes the code directly after a list, which belongs to its last step, from the blocks after the list. */
function takeCode(blocks: Element[]): readonly Element[] {
  const end = blocks.findIndex((block) => !isElement(block, 'pre'))
  return blocks.splice(0, end < 0 ? blocks.length : end)
}

/** Index, in the blocks between two passages, of the text that introduces the second one. */
function leadStart(blocks: readonly Element[]): number {
  const isText = (block: Element) => block.tagName === 'p' && !isAlert(block) && !isFootnote(block)
  let start = blocks.findLastIndex(isText)
  if (start < 0) return blocks.length
  const last = start
  while (start > 0 && isText(blocks[start - 1]!)) start--
  // Text directly after code is about the code.
  return start > 0 && start < last && isElement(blocks[start - 1], 'pre') ? start + 1 : start
}
