import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { hasElement, isElement, textOfNodes } from '../content.ts'
import { inQuotes } from '../decision.ts'
import { isAlert } from '../flow.ts'
import { explainsButton, explainsWayOut } from '../language/buttons.ts'
import { cueOfHeading, isRequirement } from '../language/cue.ts'
import { isActionTitle, isOpenEnded } from '../language/imperative.ts'
import { type ProseSteps, splitWhere } from '../steps/procedure.ts'
import { stepOf } from '../steps/steps.ts'
import { asksForClick, isInstruction } from './instructions.ts'

/** Share of the paragraphs of a section of work that must be instructions. */
export const NEEDED = 0.6

/** The same, of the paragraphs that introduce code. */
export const NEEDED_BEFORE_CODE = 0.5

/** What sections consist of besides paragraphs. */
const KINDS = [
  ['a table', 'table'],
  ['a list', 'li'],
  ['code', 'pre'],
] as const

/** A remark such as a time, not a whole sentence: “(Upgrade day)”. */
const IN_PARENTHESES = /^\([^()]*[^().!?]\)$/

/**
 * Reads the paragraphs of a section named after work as steps, if most of them are instructions. What follows an
 * instruction (code, lists, images, notes, further text) belongs to its step.
 */
export function paragraphSteps(
  blocks: readonly Element[],
  heading: string,
  units: UnitTables,
): ProseSteps & { readonly reason: string } {
  const none = (reason: string) => ({ before: blocks, steps: [], reason })
  const cue = cueOfHeading(heading)
  if (cue !== 'steps' && (cue !== 'none' || !isActionTitle(heading)))
    return none(`its heading ${inQuotes(heading)} does not name work`)
  if (cue !== 'steps' && isOpenEnded(heading))
    return none(
      `its heading ${inQuotes(heading)} names work without a clear end: ${inQuotes(heading.trim().split(' ')[0]!)}`,
    )
  return instructionSteps(blocks, cue === 'steps' ? 1 : 2, units)
}

/** Reads paragraphs of work as steps, if most of them are instructions, whatever their heading. */
export function instructionSteps(
  blocks: readonly Element[],
  least: number,
  units: UnitTables,
): ProseSteps & { readonly reason: string } {
  const none = (reason: string) => ({ before: blocks, steps: [], reason })
  const isParagraph = (block: Element) => isElement(block, 'p') && !isAlert(block)
  const textOf = (block: Element) => (isParagraph(block) ? textOfNodes([block], units, 'source') : '')
  const isStep = (block: Element) => {
    const text = textOf(block)
    return isInstruction(text) && !isRequirement(text) && !IN_PARENTHESES.test(text)
  }
  // A page of a wizard explains its buttons; which of them to click is no step.
  const isWizardHelp = blocks.some((block) => explainsWayOut(textOf(block)))
  const isText = (block: Element) => isParagraph(block) && !(isWizardHelp && explainsButton(textOf(block)))
  const isIntroducing = (block: Element, at: number) => isParagraph(block) && isElement(blocks[at + 1], 'pre')
  // Paragraphs before code decide, if there is enough of it.
  const introducing = blocks.filter(isIntroducing)
  const candidates = introducing.length > 1 ? introducing : blocks.filter(isText)
  const needed = introducing.length > 1 ? NEEDED_BEFORE_CODE : NEEDED
  const starts = new Set(candidates.filter(isStep))
  if (candidates.length === 0) {
    const kinds = KINDS.filter(([, tagName]) => blocks.some((block) => hasElement(block, tagName)))
    return none(
      `it has no paragraphs, only ${kinds.map(([name]) => name).join(' and ') || 'notes or images'}`,
    )
  }
  const counted = `${starts.size} of ${candidates.length} paragraphs are instructions`
  if (starts.size < candidates.length * needed || starts.size === 0)
    return none(`${counted}, ${needed * 100}% needed`)
  if (starts.size < least) return none('its only instruction is a general one')
  return { ...splitWhere(blocks, (block) => starts.has(block), units), reason: counted }
}

/** Makes a step of each paragraph that asks for work at a screen, with the blocks after it. */
export function clickSteps(blocks: readonly Element[], units: UnitTables): ProseSteps {
  const isStart = (block: Element) =>
    isElement(block, 'p') && !isAlert(block) && asksForClick(textOfNodes([block], units, 'source'))
  return splitWhere(blocks, isStart, units)
}

/** Words that count paragraphs of work on: “First, …”, “Next, …”, “Finally, …”. */
const COUNTS_ON = /^(?:next|now|then|second(?:ly)?|third(?:ly)?|after that|finally|lastly),? /i

/** Reads paragraphs of work that count on from “First, …” as steps, with the instructions after them. */
export function seriesSteps(blocks: readonly Element[], units: UnitTables): ProseSteps {
  const texts = blocks.map((block) =>
    isElement(block, 'p') && !isAlert(block) ? textOfNodes([block], units, 'source') : '',
  )
  const first = texts.findIndex((text) => /^first(?:ly)?,? /i.test(text) && isInstruction(text))
  const isStep = (at: number) => at >= first && isInstruction(texts[at]!)
  const isSeries = first >= 0 && texts.some((text, at) => isStep(at) && COUNTS_ON.test(text))
  return isSeries ? splitWhere(blocks, (_, at) => isStep(at), units) : { before: blocks, steps: [] }
}

/** Paragraphs of work at a screen that make the text above the sections of a page a procedure. */
const LEAST_OF_PAGE = 4

/** Reads the text above the sections of a page as steps, if half of its paragraphs ask for work at a screen. */
export function stepsOfPage(blocks: readonly Element[], units: UnitTables): ProseSteps {
  const found = clickSteps(blocks, units)
  const count = blocks.filter((block) => isElement(block, 'p') && !isAlert(block)).length
  const isWork = found.steps.length >= LEAST_OF_PAGE && found.steps.length * 2 >= count
  return isWork ? found : { before: blocks, steps: [] }
}

/** Makes a step of each paragraph with the blocks after it; without paragraphs, one step of all blocks. */
export function forcedSteps(blocks: readonly Element[], units: UnitTables): ProseSteps {
  const isText = (block: Element) => isElement(block, 'p') && !isAlert(block) && !isImageOnly(block, units)
  const split = splitWhere(blocks, isText, units)
  return split.steps.length > 0
    ? split
    : { before: [], steps: blocks.length > 0 ? [stepOf(blocks, '1', units, '')] : [] }
}

/** Whether a paragraph holds only an image, which belongs to the text before it. */
function isImageOnly(block: Element, units: UnitTables): boolean {
  return textOfNodes([block], units, 'source') === '' && hasElement(block, 'img')
}
