import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { offeredLinks } from '../alternatives/offered-links.ts'
import { contains, hasElement, textOfNodes } from '../content.ts'
import { inQuotes, type TakeNote, type Verdict } from '../decision.ts'
import type { FlowSection } from '../flow.ts'
import {
  isFailure,
  isNumberedStep,
  isPhaseTitle,
  isPrerequisite,
  isProblem,
  isResult,
} from '../language/cue.ts'
import { isActionTitle, isOpenEnded } from '../language/imperative.ts'
import type { ContextPassage, Passage, Place } from '../passage.ts'
import { isCommandCode } from '../steps/command-code.ts'
import { stepOf } from '../steps/steps.ts'
import { firstDuty, firstInstruction, isWarning, warningsIn } from './instructions.ts'
import { paragraphSteps } from './paragraph-steps.ts'

/** A section without steps or stages of its own, and its surroundings. */
export interface WholeSection {
  readonly section: FlowSection
  /** Its blocks. */
  readonly blocks: Element[]
  readonly place: Place
  /** Whether its heading is the document's title, whose text introduces the runbook. */
  readonly isTitle: boolean
  /** Whether headings beside it count on: “1. Install …”, “2. Configure …”. */
  readonly isCounted: boolean
  /** Whether the next section has the results of this one. */
  readonly hasResults: boolean
  /** Whether subsections of it stay in sight. */
  readonly hasPassages: boolean
  /** Whether settings keep a table or list of it as reference. */
  readonly isKept: boolean
  /** Whether the text directly above leads to it. */
  readonly isAnnounced: boolean
}

/** The verdict on a section that is background. */
export const BACKGROUND: Verdict = {
  became: 'left-out',
  reason: 'it contains no instruction and no warning',
  cause: 'background',
}

/** What a section becomes as a whole. */
interface Reading {
  readonly verdict: Verdict
  readonly passage: Passage | null
}

/**
 * Reads a section as a whole: as steps, as text that stays in sight, or as one that is left out. Records the verdict.
 *
 * @returns `null` if the section is left out, or if its heading is the title and nothing special.
 */
export function wholePassage(whole: WholeSection, units: UnitTables, note: TakeNote): Passage | null {
  const { section, blocks, isTitle } = whole
  if (blocks.length === 0 || !section.element) return null
  const reading = readNamed(whole, units) ?? (isTitle ? null : readText(whole, units))
  if (!reading) return null
  const whyNoSteps = () => paragraphSteps(blocks, section.text, units).reason
  note(section.element, { ...reading.verdict, ...(reading.verdict.became === 'reference' && { whyNoSteps }) })
  const title = inQuotes(section.text)
  for (const block of blocks) {
    if (reading.verdict.became === 'prerequisites')
      note(block, { became: 'part', reason: `it is one of the prerequisites under ${title}` })
    if (reading.verdict.became === 'left-out') note(block, reading.verdict)
  }
  return reading.passage
}

/** Headings of nothing but prerequisites. */
const ONLY_NEEDED = /^(?:before you (?:begin|start)|prerequisites?)\s*:?$/i

/** Reads a section by its heading. */
function readNamed(whole: WholeSection, units: UnitTables): Reading | null {
  const { section, blocks, isCounted, hasResults, isTitle } = whole
  const title = inQuotes(section.text)
  if (isPrerequisite(section.text))
    return inSight(whole, 'prerequisites', `its heading ${title} announces prerequisites`)
  const above = whole.place.headings.map(({ content }) => textOfNodes(content, units, 'source'))
  const needed = above.find((heading) => ONLY_NEEDED.test(heading))
  if (needed !== undefined && !isActionTitle(section.text))
    return inSight(whole, 'prerequisites', `it is below the heading ${inQuotes(needed)}`)
  if (isResult(section.text))
    return inSight(whole, 'results', `its heading ${title} announces expected results`)
  if (isFailure(section.text) && !isTitle)
    return inSight(whole, 'failure', `its heading ${title} announces what to do after a failure`)
  const isCountedWork = isCounted && (isActionTitle(section.text) || firstInstruction(blocks, units) !== null)
  if (isNumberedStep(section.text) || isCountedWork)
    return asStep(whole, `its heading ${title} is a numbered step`, units)
  if (hasResults && isActionTitle(section.text))
    return asStep(whole, `the section after ${title} has its results`, units)
  return null
}

/** Makes one step of a section, or several if its paragraphs are instructions. */
function asStep({ section, blocks, place }: WholeSection, reason: string, units: UnitTables): Reading {
  const { before, steps } = paragraphSteps(blocks, section.text, units)
  const several = steps.length > 1
  return {
    verdict: { became: 'steps', reason },
    passage: {
      type: 'procedure',
      bullets: false,
      ...(!isNumberedStep(section.text) && { prose: 'paragraphs' }),
      ...place,
      context: several ? [...before] : [],
      steps: several ? steps : [stepOf(blocks, '1', units, '')],
      after: [],
    },
  }
}

/** Headings of work, whatever the verb: “How to assign a policy”. */
const HOW_TO = /^how to\s/i

/** Reads a section as text: it stays in sight if it tells to act, and is left out if it is background. */
function readText(whole: WholeSection, units: UnitTables): Reading {
  const { section, blocks } = whole
  const title = inQuotes(section.text)
  if (whole.isKept) return inSight(whole, 'reference', 'settings keep a table or list of it')
  if (offeredLinks(blocks, units).length > 0)
    return inSight(whole, 'reference', 'it offers a choice of sections')
  const duty = firstDuty(blocks, units)
  if (duty !== null) return inSight(whole, 'reference', `it contains the instruction ${inQuotes(duty)}`)
  if (
    HOW_TO.test(section.text) ||
    (isActionTitle(section.text) &&
      (!isOpenEnded(section.text) || blocks.some((block) => hasElement(block, 'pre'))))
  )
    return inSight(whole, 'reference', `its heading ${title} names work`)
  if (isPhaseTitle(section.text))
    return inSight(whole, 'reference', `its heading ${title} names a phase of an event`)
  if (isProblem(section.text))
    return inSight(whole, 'reference', `its heading ${title} names a problem or its cause`)
  const [warning, ...others] = warningsIn(blocks, units)
  if (warning !== undefined) {
    const more = others.length > 0 ? `, and ${others.length} more` : ''
    return inSight(whole, 'reference', `it warns: ${inQuotes(warning)}${more}`)
  }
  if (whole.isAnnounced) return inSight(whole, 'reference', 'the text above it leads to it')
  if (blocks.some((block) => contains(block, isWarning)))
    return inSight(whole, 'reference', 'it contains a warning', { onlyWarnings: section.element! })
  if (blocks.some((block) => contains(block, (node) => isCommandCode(node, units))))
    return inSight(whole, 'reference', 'it contains a command')
  if (blocks.some((block) => hasElement(block, 'pre', 'table')))
    return inSight(whole, 'reference', 'later steps refer to it', { onlyIfNamed: section.element! })
  if (whole.hasPassages) return inSight(whole, 'reference', 'it introduces sections that stay in sight')
  return { verdict: BACKGROUND, passage: null }
}

/** Keeps a section as text. */
function inSight(
  { blocks, place }: WholeSection,
  role: ContextPassage['role'],
  reason: string,
  more: Pick<ContextPassage, 'onlyWarnings' | 'onlyIfNamed'> = {},
): Reading {
  const passage: Passage = { type: 'context', role, ...place, context: blocks, after: [], ...more }
  return { verdict: { became: role, reason }, passage }
}
