/**
 * Decides what a runbook uses as stages and steps.
 *
 * `flow.ts` makes a tree of headings and blocks, whatever elements wrap them; `readPassages` walks it,
 * `section-passages.ts` reads the blocks of each section, and `block.ts` each table and list. Cues are English words
 * (`language/cue.ts`, `language/imperative.ts`, `stages/stage-name.ts`). Unless a sentence announces steps, most items
 * of a list must be imperatives; if a sentence offers a choice or states facts, nearly all. Every decision is recorded
 * with its reason, and `explain-runbook.ts` sorts the records.
 *
 * If in doubt, a table or list stays as it is: a property table to tick off is worse in an outage than one step
 * table to read. A runbook is derived once per document and used for both sides.
 */

import type { Element, ElementContent } from 'hast'
import type { UnitTables } from '../model/text.ts'
import { append } from '../util/data/append.ts'
import { markAlternatives, markOtherWays, type ReadSection } from './alternatives/mark-alternatives.ts'
import { ownOf, type PassageInput } from './block.ts'
import { isElement, textOfNodes } from './content.ts'
import { inQuotes, type TakeNote, type Verdict } from './decision.ts'
import { alertsOf, type FlowSection, isAlert, paragraph, titleOf } from './flow.ts'
import { isElsewhere, isRequirement, isResult } from './language/cue.ts'
import type { ContextPassage, Passage, Place, ProcedurePassage } from './passage.ts'
import { forcedSteps, paragraphSteps, stepsOfPage } from './prose/paragraph-steps.ts'
import { stepsOfSiblings } from './prose/sibling-steps.ts'
import { takePrerequisites } from './prose/take-prerequisites.ts'
import { wholePassage } from './prose/whole-section.ts'
import { isLabel, passagesOfBlocks, placeOf } from './section-passages.ts'
import type { RunbookSettings, SectionRole } from './settings.ts'

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
    section,
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
  if (isTitle && own.passages.length === 0) {
    const page = pagePassage(section, rest, place, passages, input)
    if (page) return { passages: [page, ...passages], rest: [] }
    noteTitle(section, rest, input)
  }
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

/** The text under the title of the document as steps, if it asks for work, and sections have steps; else `null`. */
function pagePassage(
  { element, text }: FlowSection,
  blocks: readonly Element[],
  place: Place,
  passages: readonly Passage[],
  { units, note }: PassageInput,
): ProcedurePassage | null {
  if (!passages.some(({ type }) => type === 'procedure')) return null
  const { before, steps } = stepsOfPage(blocks, units)
  if (steps.length === 0) return null
  if (element)
    note(element, { became: 'steps', reason: `under ${inQuotes(text)}, paragraphs are instructions` })
  const context = { context: [...before], steps, after: [] }
  return { type: 'procedure', bullets: false, prose: 'paragraphs', ...place, ...context }
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
 * @returns passages of their own for the blocks if others would stand before them, or if the first one is an alternative:
 *   what stands above alternatives is for all of them.
 */
function governAll(
  passages: readonly Passage[],
  blocks: readonly Element[],
  place: Place,
  units: UnitTables,
): readonly Passage[] {
  const first = passages.find(({ type }) => type !== 'context') ?? passages[0]
  const isBefore = isOption(first)
    ? blocks.length > 0
    : first !== passages[0] && blocks.some((block) => !isAlert(block)) && !hasRequirement(blocks, units)
  for (const passage of passages)
    if (passage === first && !isBefore) passage.context = [...blocks, ...passage.context]
    else if (passage.type === 'stage') passage.context = [...alertsOf(blocks, units), ...passage.context]
  if (!isBefore) return []
  const { context, prerequisites } = isOption(first)
    ? takePrerequisites(blocks, units)
    : { context: blocks, prerequisites: [] }
  const toPassage = (role: ContextPassage['role'], nodes: readonly ElementContent[]): readonly Passage[] => {
    const above = nodes.filter((node) => node.type === 'element')
    return above.length > 0
      ? [{ type: 'context', role, ...place, context: above, after: [], isAbove: true }]
      : []
  }
  return [...toPassage('reference', context), ...toPassage('prerequisites', prerequisites)]
}

/** Whether a passage is one of several alternatives, so that what stands above it is for the others as well. */
function isOption(passage: Passage | undefined): boolean {
  return passage?.type === 'procedure' && passage.alternatives !== undefined
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
