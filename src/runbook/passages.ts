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
import { markAlternatives, markOtherWays, type ReadSection } from './alternatives.ts'
import { ownOf, type PassageInput, readBlock } from './block.ts'
import { isElement, textOfNodes } from './content.ts'
import { inQuotes, type TakeNote, type Verdict } from './decision.ts'
import { alertsOf, type FlowSection, isAlert, paragraph, titleOf } from './flow.ts'
import { isFootnote, markFootnotes } from './footnotes/table-footnotes.ts'
import {
  isElsewhere,
  isFailure,
  isNumberedStep,
  isPrerequisite,
  isRequirement,
  isResult,
} from './language/cue.ts'
import type { Passage, Place, ProcedurePassage } from './passage.ts'
import { askedCommands } from './prose/asked-commands.ts'
import { forcedSteps, paragraphSteps } from './prose/paragraph-steps.ts'
import { stepsOfSiblings } from './prose/sibling-steps.ts'
import { wholePassage } from './prose/whole-section.ts'
import type { RunbookSettings, SectionRole } from './settings.ts'
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

/** Reads a section and its subsections, and returns the blocks that belong to none of the passages. */
export function readPassages(
  section: FlowSection,
  above: readonly FlowSection[],
  input: PassageInput,
  {
    isTitle = false,
    isCounted = false,
    hasResults = false,
    isForced = false,
    isAnnounced = false,
  }: Surroundings = {},
): { readonly passages: readonly Passage[]; readonly rest: readonly Element[] } {
  const path = [...above, section]
  const role = section.heading ? ownOf(input.settings.sections, `#${section.heading.id}`) : undefined
  const why = whyLeftOut(section, role, input.settings)
  if (why) {
    noteAll(section, why, input.note)
    return { passages: [], rest: [] }
  }
  if (role === 'reference') return { passages: keptAsReference(section, path, input.note), rest: [] }
  const isSteps = role === 'steps' || isForced
  const own = passagesOfBlocks(section, path, input)
  markOtherWays(own.passages, input.units)
  const passages: Passage[] = [...own.passages]
  const rest = [...own.rest]
  const counted = countedSections(section.sections)
  const children: ReadSection[] = []
  const title = section.depth === 0 ? titleOf(section) : null
  const read = section.sections.map((child, at) => ({
    child,
    ...readPassages(child, path, input, {
      isTitle: child === title,
      isCounted: counted.has(child),
      hasResults: isResult(section.sections[at + 1]?.text ?? ''),
      isForced: isSteps,
      isAnnounced: isLedTo(section, at, input.units),
    }),
  }))
  for (const { child, passages: below, rest: left } of stepsOfSiblings(
    read,
    (child) => placeOf([...path, child]),
    input,
  )) {
    if (child === title) append(rest, left)
    else if (below.length > 0)
      append(passages, governAll(below, left, placeOf([...path, child]), input.units))
    else if (child.tab && passages.length > 0 && left.length > 0)
      passages.push({
        type: 'context',
        role: 'reference',
        ...placeOf([...path, child]),
        context: [...left],
        after: [],
      })
    else if (isLabel(child) && left.length > 0)
      append(tailOf(passages.at(-1)) ?? rest, [...(child.element ? [child.element] : []), ...left])
    append(passages, below)
    children.push({ section: child, passages: below })
  }
  markAlternatives(section, children, input.units)
  const place = placeOf(path)
  if (isSteps && rest.length > 0 && own.passages.length === 0)
    return { passages: [forcedProcedure(section, rest, place, input), ...passages], rest: [] }
  if (isTitle && own.passages.length === 0) noteTitle(section, rest, input)
  if (passages.some(({ type }) => type !== 'context')) {
    noteContaining(section, own.passages, isTitle, input.note)
    return { passages, rest }
  }
  if (isLabel(section)) return { passages, rest }
  const whole = wholePassage(
    {
      section,
      blocks: rest,
      place,
      isTitle,
      isCounted,
      hasResults,
      hasPassages: passages.some(staysInSight),
      isKept: isKept(rest, input),
      isAnnounced,
    },
    input.units,
    input.note,
  )
  if (whole) return { passages: [whole, ...passages], rest: [] }
  return { passages, rest: isTitle || !section.element ? rest : [] }
}

/** Whether the text below a title belongs to the section that it stands in: a label in bold, a tab that is no step. */
function isLabel({ depth, tab, text }: FlowSection): boolean {
  return depth === 7 || (tab !== undefined && !isNumberedStep(text))
}

/** What stands around a section. */
interface Surroundings {
  /** Whether its heading is the document's title. */
  readonly isTitle?: boolean
  /** Whether headings beside it count on. */
  readonly isCounted?: boolean
  /** Whether the next section has its results. */
  readonly hasResults?: boolean
  /** Whether settings call a section around it steps. */
  readonly isForced?: boolean
  /** Whether the text directly above it leads to it. */
  readonly isAnnounced?: boolean
}

/** A section with everything in it as text that stays in sight, because settings call it reference. */
function keptAsReference(
  section: FlowSection,
  path: readonly FlowSection[],
  note: TakeNote,
): readonly Passage[] {
  noteAll(section, { became: 'reference', reason: 'settings call it reference', overridden: true }, note)
  const context = allBlocks(section)
  if (context.length === 0) return []
  return [{ type: 'context', role: 'reference', ...placeOf(path), context, after: [] }]
}

/** The steps of blocks without any of their own, because settings call their section steps. */
function forcedProcedure(
  { element }: FlowSection,
  blocks: readonly Element[],
  place: Place,
  { units, note }: PassageInput,
): ProcedurePassage {
  const { before, steps } = forcedSteps(blocks, units)
  if (element) note(element, { became: 'steps', reason: 'settings call it steps', overridden: true })
  return { type: 'procedure', bullets: false, ...place, context: [...before], steps, after: [] }
}

/** Whether settings call one of the blocks reference. */
function isKept(blocks: readonly Element[], { keyOf, settings }: PassageInput): boolean {
  return blocks.some((block) => {
    const roles = isElement(block, 'table') ? settings.tables : settings.lists
    return isElement(block, 'table', 'ul', 'ol') && ownOf(roles, keyOf(block)) === 'reference'
  })
}

/** Whether a passage stays in the runbook, whatever later steps refer to. */
function staysInSight(passage: Passage): boolean {
  return passage.type !== 'context' || !(passage.onlyIfNamed || passage.onlyWarnings)
}

/** Where blocks after a passage go. */
function tailOf(passage: Passage | undefined): Element[] | undefined {
  return passage?.type === 'context' ? passage.context : passage?.after
}

/** Records that a section has steps or stages in it. */
function noteContaining(
  { element, depth, text }: FlowSection,
  own: readonly Passage[],
  isTitle: boolean,
  note: TakeNote,
): void {
  if (!element || isTitle || depth === 7 || own.length === 0) return
  const hasStages = own.some(({ type }) => type === 'stage')
  note(element, {
    became: hasStages ? 'stages' : 'steps',
    reason: `${hasStages ? 'stages' : 'steps'} are under ${inQuotes(text)}`,
  })
}

/** Records that the text under the title of the document introduces it. */
function noteTitle(
  { element, text, sections }: FlowSection,
  blocks: readonly Element[],
  { units, note }: PassageInput,
): void {
  if (!element || blocks.length === 0) return
  const whyNoSteps = () =>
    sections.some((each) => !isElsewhere(each.text))
      ? 'text above sections introduces them'
      : paragraphSteps(blocks, text, units).reason
  note(element, { became: 'reference', reason: 'it introduces the document', whyNoSteps })
}

/** Sections whose headings count from 1: “1. Install …”, “2. Configure …”. */
function countedSections(sections: readonly FlowSection[]): ReadonlySet<FlowSection> {
  const counted: FlowSection[] = []
  for (const section of sections) if (numberOf(section.text) === counted.length + 1) counted.push(section)
  return new Set(counted.length > 1 ? counted : [])
}

/** Number at the start of a heading; 0 if there is none. */
function numberOf(heading: string): number {
  return Number(/^(\d{1,2})\s?[.):–-]\s*(?!\d)/.exec(heading)?.[1] ?? 0)
}

/** All blocks of a section and its subsections, with their headings as bold lines. */
function allBlocks({ blocks, sections }: FlowSection): Element[] {
  return [
    ...blocks,
    ...sections.flatMap((child) => [
      paragraph([
        { type: 'element', tagName: 'strong', properties: {}, children: [...(child.heading?.content ?? [])] },
      ]),
      ...allBlocks(child),
    ]),
  ]
}

/**
 * Adds the blocks above passages to the first one with steps or stages, and the notes among them to each stage
 * table, since they apply to all.
 *
 * @returns a passage of its own for the blocks if others would stand before them.
 */
function governAll(
  passages: readonly Passage[],
  blocks: readonly Element[],
  place: Place,
  units: UnitTables,
): readonly Passage[] {
  const first = passages.find(({ type }) => type !== 'context') ?? passages[0]
  const isBefore =
    first !== passages[0] && blocks.some((block) => !isAlert(block)) && !hasRequirement(blocks, units)
  for (const passage of passages)
    if (passage === first && !isBefore) passage.context = [...blocks, ...passage.context]
    else if (passage.type === 'stage') passage.context = [...alertsOf(blocks, units), ...passage.context]
  return isBefore ? [{ type: 'context', role: 'reference', ...place, context: [...blocks], after: [] }] : []
}

/** Whether the text directly above a subsection leads to it. */
function isLedTo({ blocks, sections }: FlowSection, at: number, units: UnitTables): boolean {
  const before = sections[at - 1]
  if (before && before.sections.length > 0) return false
  return LEADS_BELOW.test(textOfNodes(before?.blocks ?? blocks, units, 'source'))
}

/** Asks to follow what the next section has: “follow the instructions below”. */
const LEADS_BELOW =
  /\b(?:follow|use|complete|perform|do) the (?:instructions|steps|procedures?) (?:below|in the (?:next|following) section)\b(?!s)/i

/** Whether blocks say what the steps after them need. */
function hasRequirement(blocks: readonly Element[], units: UnitTables): boolean {
  return blocks.some((block) => isElement(block, 'p') && isRequirement(textOfNodes([block], units, 'source')))
}

/** Returns the reason why a section is not part of the runbook; `null` if it is part of it. */
function whyLeftOut(
  section: FlowSection,
  role: SectionRole | undefined,
  { exclude = [] }: RunbookSettings,
): Verdict | null {
  const isExcluded = section.heading !== null && exclude.includes(`#${section.heading.id}`)
  if (isExcluded || role === 'exclude')
    return {
      became: 'left-out',
      reason: `\`${isExcluded ? 'exclude' : 'sections'}\` names the section ${inQuotes(section.text)}`,
      overridden: true,
      cause: 'excluded',
    }
  if (role !== undefined || !isElsewhere(section.text)) return null
  return {
    became: 'left-out',
    reason: `the heading ${inQuotes(section.text)} leads elsewhere`,
    cause: 'elsewhere',
  }
}

/** Records a verdict on a section and everything in it. */
function noteAll(section: FlowSection, verdict: Verdict, note: TakeNote): void {
  if (section.element) note(section.element, verdict)
  for (const block of section.blocks) note(block, verdict)
  for (const child of section.sections) noteAll(child, verdict, note)
}

/** Headings of a passage in the last section of a path. */
function placeOf(path: readonly FlowSection[]): Place {
  const named = path.filter(({ heading }) => heading)
  const headings = named.flatMap(({ heading }) => heading ?? [])
  return {
    heading: headings.at(-1) ?? null,
    headings: headings.slice(0, -1),
    isTab: named.at(-1)?.tab !== undefined,
  }
}

/** Reads a section's own blocks, in order, each passage with the blocks that belong to it. */
function passagesOfBlocks(
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
