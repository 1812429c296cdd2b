import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { hasElement, isElement, textOfNodes } from '../content.ts'
import { isAlert } from '../flow.ts'
import { cueOfHeading, isRequirement } from '../language/cue.ts'
import { isActionTitle, isOpenEnded } from '../language/imperative.ts'
import { type ProseSteps, splitWhere } from '../steps/procedure.ts'
import { stepOf } from '../steps/steps.ts'
import { isInstruction } from './instructions.ts'

/** Share of the paragraphs of a section of work that must be instructions. */
const NEEDED = 0.6

/** The same, of the paragraphs that introduce code. */
const NEEDED_BEFORE_CODE = 0.5

/** A remark such as a time, not a whole sentence: “(Upgrade day)”. */
const IN_PARENTHESES = /^\([^()]*[^().!?]\)$/

/**
 * Reads the paragraphs of a section named after work as steps, if most of them are instructions. What follows an
 * instruction (code, lists, images, notes, further text) belongs to its step.
 */
export function paragraphSteps(blocks: readonly Element[], heading: string, units: UnitTables): ProseSteps {
  const none = { before: blocks, steps: [] }
  const cue = cueOfHeading(heading)
  if (cue !== 'steps' && (cue !== 'none' || !isActionTitle(heading) || isOpenEnded(heading))) return none
  const isParagraph = (block: Element) => isElement(block, 'p') && !isAlert(block)
  const isStep = (block: Element) => {
    const text = isParagraph(block) ? textOfNodes([block], units, 'source') : ''
    return isInstruction(text) && !isRequirement(text) && !IN_PARENTHESES.test(text)
  }
  const isIntroducing = (block: Element, at: number) => isParagraph(block) && isElement(blocks[at + 1], 'pre')
  const least = cue === 'steps' ? 1 : 2
  // Paragraphs before code decide, if there is enough of it.
  const introducing = blocks.filter(isIntroducing)
  const candidates = introducing.length > 1 ? introducing : blocks.filter(isParagraph)
  const needed = introducing.length > 1 ? NEEDED_BEFORE_CODE : NEEDED
  const starts = new Set(candidates.filter(isStep))
  if (starts.size < least || starts.size < candidates.length * needed) return none
  return splitWhere(blocks, (block) => starts.has(block), units)
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
