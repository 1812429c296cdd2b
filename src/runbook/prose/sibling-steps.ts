import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { ownOf, type PassageInput } from '../block.ts'
import { isElement, textOfNodes } from '../content.ts'
import { type FlowSection, isAlert } from '../flow.ts'
import { alternativesOffered, isOptionTitle } from '../language/alternatives.ts'
import {
  announcesCommand,
  cueOfHeading,
  cueOfLead,
  isFailure,
  isFailureTitle,
  isPrerequisite,
  isProblem,
  isReferenceTitle,
  isResult,
  lastSentence,
} from '../language/cue.ts'
import { flattenSteps } from '../map-steps.ts'
import type { Passage, Place, ProcedurePassage } from '../passage.ts'
import { isCommandCode } from '../steps/command-code.ts'
import { splitWhere } from '../steps/procedure.ts'
import { appendToStep, imperativeShare, itemsOf, stepOf, toSteps } from '../steps/steps.ts'
import type { Step } from '../types.ts'
import { offersRun } from './asked-commands.ts'
import { isInstruction } from './instructions.ts'
import { clickSteps, instructionSteps } from './paragraph-steps.ts'

/** A subsection as it was read. */
export interface ReadChild {
  readonly child: FlowSection
  readonly passages: readonly Passage[]
  readonly rest: readonly Element[]
}

/** Steps of a section, with the blocks before them, and why they are steps. */
interface SectionSteps {
  readonly before: readonly Element[]
  readonly steps: readonly Step[]
  /** What they are if not paragraphs: commands; `null` for the items of a list. */
  readonly prose?: 'commands' | null
  readonly reason: string
}

/**
 * Reads sections without steps as their siblings were read: the instructions of a tab, if another tab of its group has
 * steps; a sentence with a command, if two sections that are no more than that are steps; a numbered list, paragraphs of
 * work, or text that offers commands, if another section has steps of that form.
 */
export function stepsOfSiblings(
  parent: FlowSection,
  all: readonly ReadChild[],
  placeOf: (child: FlowSection) => Place,
  { units, note, keyOf, settings }: PassageInput,
): readonly ReadChild[] {
  return all.map((own): ReadChild => {
    const { child } = own
    if (own.passages.some(({ type }) => type !== 'context') || isSet(child)) return own
    const isWhole = (passage: Passage) => passage.heading === child.heading
    if (own.passages.some((passage) => isWhole(passage) && !isText(passage))) return own
    const forms = [stepsOfTab, stepsOfCommand, stepsOfList, stepsOfOffers, stepsOfParagraphs]
    const found = [
      ...forms,
      ...(isOptionTitle(child.text) || isListed(parent, units) ? [stepsOfAlternative] : []),
    ]
      .map((read) => read(own, all, units))
      .find((steps) => steps && steps.steps.length > 0)
    if (!found) return own
    if (child.element) note(child.element, { became: 'steps', reason: found.reason })
    const { before, steps, prose = 'paragraphs' } = found
    const passage: Passage = {
      type: 'procedure',
      bullets: false,
      ...(prose && { prose }),
      ...placeOf(child),
      context: [...before],
      steps,
      after: [],
    }
    return { child, passages: [passage, ...own.passages.filter((each) => !isWhole(each))], rest: [] }
  })

  /** Whether settings say what a section or a list of it is. */
  function isSet({ heading, blocks }: FlowSection): boolean {
    if (heading && ownOf(settings.sections, `#${heading.id}`) !== undefined) return true
    return blocks.some((block) => ownOf(settings.lists, keyOf(block)) !== undefined)
  }
}

/** Whether a passage is text beside steps, and no prerequisites or results. */
function isText(passage: Passage): boolean {
  return passage.type === 'context' && passage.role === 'reference'
}

/** The instructions of a tab; `null` if no other tab of its group has steps, or if they leave out a command. */
function stepsOfTab(
  { child, passages, rest }: ReadChild,
  all: readonly ReadChild[],
  units: UnitTables,
): SectionSteps | null {
  const { tab } = child
  if (!tab || passages.length > 0) return null
  if (!all.some((other) => other.child.tab?.group === tab.group && hasSteps(other))) return null
  const { before, steps, reason } = instructionSteps(rest, 1, units)
  const hasCommandBefore = before.some(
    (block, at) =>
      isElement(rest[at + 1], 'pre') && announcesCommand(requestOf(textOfNodes([block], units, 'source'))),
  )
  return hasCommandBefore ? null : { before, steps, reason: `${reason}, and other tabs have steps` }
}

/** The command of a section of nothing else; `null` if fewer than two other such sections have steps. */
function stepsOfCommand(
  { child }: ReadChild,
  all: readonly ReadChild[],
  units: UnitTables,
): SectionSteps | null {
  const command = commandOf(child, units)
  const others = all.filter((other) => hasSteps(other) && commandOf(other.child, units))
  if (!command || others.length < 2) return null
  return {
    before: [],
    steps: [stepOf(command, '1', units)],
    reason: 'it is a sentence with a command, as are other sections that are steps',
  }
}

/** Share of instructions that a list needs beside other lists of steps. */
const NEEDED_BESIDE_STEPS = 0.5

/** The numbered list of a section; `null` if no other section has one with steps, or if it states facts. */
function stepsOfList(
  { child }: ReadChild,
  all: readonly ReadChild[],
  units: UnitTables,
): SectionSteps | null {
  const { blocks: rest } = child
  const at = rest.findIndex((block) => isElement(block, 'ol'))
  const list = rest[at]
  if (!list || child.tab || isSpecial(child) || !hasForm(all, ({ bullets, prose }) => !bullets && !prose))
    return null
  const lead = textOfNodes(rest.slice(0, at).slice(-1), units, 'source')
  const cue = cueOfLead(lead)
  const share = imperativeShare(list, units)
  if (cue === 'never' || cue === 'doubt' || share < NEEDED_BESIDE_STEPS) return null
  const [last, ...before] = toSteps(list, units).toReversed()
  if (!last) return null
  const steps = [...before.toReversed(), appendToStep(last, rest.slice(at + 1), units)]
  return {
    before: rest.slice(0, at),
    steps,
    prose: null,
    reason: 'it has numbered instructions, as has another section with steps',
  }
}

/** The paragraphs that offer the commands after them; `null` if no other section has commands as steps. */
function stepsOfOffers(
  { child }: ReadChild,
  all: readonly ReadChild[],
  units: UnitTables,
): SectionSteps | null {
  const isCommands = ({ prose }: ProcedurePassage) => prose === 'commands' || prose === 'code'
  if (child.tab || isSpecial(child) || !hasForm(all, isCommands)) return null
  const found = splitWhere(child.blocks, (_, at) => offersRun(child.blocks, at, units), units)
  // Commands before the first step would be read as examples.
  if (found.before.some((block) => isCommandCode(block, units))) return null
  return { ...found, prose: 'commands', reason: 'it offers commands, and another section has commands' }
}

/** The paragraphs that ask for work at a screen; `null` if no other section has paragraphs as steps. */
function stepsOfParagraphs(
  { child }: ReadChild,
  all: readonly ReadChild[],
  units: UnitTables,
): SectionSteps | null {
  if (!child.element || child.tab || child.depth === 7 || isSpecial(child)) return null
  if (!hasForm(all, ({ prose, steps }) => prose === 'paragraphs' && flattenSteps(steps).length > 1))
    return null
  return {
    ...clickSteps(child.blocks, units),
    reason: 'it asks for work, as does another section with steps',
  }
}

/** Whether a section offers its subsections as alternatives in a list, which has one item for each of them. */
function isListed({ blocks, sections }: FlowSection, units: UnitTables): boolean {
  return blocks.some((block, at) => {
    const list = blocks[at + 1]
    if (!isElement(block, 'p') || !isElement(list, 'ul', 'ol') || itemsOf(list).length !== sections.length)
      return false
    return alternativesOffered(textOfNodes([block], units, 'source')) !== null
  })
}

/** The instructions of a section that the text above offers with others; `null` if none of these has steps. */
function stepsOfAlternative(
  { child }: ReadChild,
  all: readonly ReadChild[],
  units: UnitTables,
): SectionSteps | null {
  if (!child.element || child.tab || child.depth === 7 || isSpecial(child) || !all.some(hasSteps)) return null
  const isStart = (block: Element) =>
    isElement(block, 'p') && !isAlert(block) && isInstruction(textOfNodes([block], units, 'source'))
  return { ...splitWhere(child.blocks, isStart, units), reason: 'the text above offers it with others' }
}

/** Whether a section is about something other than the work. */
function isSpecial({ text }: FlowSection): boolean {
  const cue = cueOfHeading(text)
  return (
    cue === 'doubt' ||
    cue === 'never' ||
    isPrerequisite(text) ||
    isResult(text) ||
    isFailure(text) ||
    isFailureTitle(text) ||
    isProblem(text) ||
    isReferenceTitle(text)
  )
}

/** Whether steps of a section have a form. */
function hasForm(all: readonly ReadChild[], isForm: (procedure: ProcedurePassage) => boolean): boolean {
  return all.some(({ passages }) =>
    passages.some((passage) => passage.type === 'procedure' && isForm(passage)),
  )
}

/** The content of a section that is one sentence with a command, perhaps as an item; `null` if it is not. */
function commandOf({ blocks, sections, tab }: FlowSection, units: UnitTables): readonly Element[] | null {
  if (sections.length > 0 || tab) return null
  const [list, ...others] = blocks
  const items = isElement(list, 'ul') && others.length === 0 ? itemsOf(list) : []
  const content = items.length === 1 ? items[0]!.children.filter((node) => node.type === 'element') : blocks
  const [text, code, ...more] = content
  return isElement(text, 'p') && isElement(code, 'pre') && more.length === 0 && isCommandCode(code, units)
    ? [text, code]
    : null
}

function hasSteps({ passages }: ReadChild): boolean {
  return passages.some(({ type }) => type === 'procedure')
}

/** The last sentence of a text without the words that call it an example. */
function requestOf(text: string): string {
  return lastSentence(text).replace(/^for (?:example|instance), /i, '')
}
