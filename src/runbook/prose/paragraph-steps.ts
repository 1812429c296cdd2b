import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { contains, isElement, textOfNodes } from '../content.ts'
import { isAlert } from '../flow.ts'
import { cueOfHeading, isRequirement } from '../language/cue.ts'
import { isActionTitle, isThought } from '../language/imperative.ts'
import { stepOf } from '../steps/steps.ts'
import type { Step } from '../types.ts'
import { isInstruction } from './instructions.ts'

/** Steps made of paragraphs. */
export interface ParagraphSteps {
  /** Blocks before the first step. */
  readonly before: readonly Element[]
  readonly steps: readonly Step[]
}

/** Share of the paragraphs of a section of work that must be instructions. */
const NEEDED = 0.6

/** The same, of the paragraphs that introduce code. */
const NEEDED_BEFORE_CODE = 0.5

/**
 * Reads the paragraphs of a section named after work as steps, if most of them are instructions. What follows an
 * instruction (code, lists, images, notes, further text) belongs to its step.
 */
export function paragraphSteps(
  blocks: readonly Element[],
  heading: string,
  units: UnitTables,
): ParagraphSteps {
  const none = { before: blocks, steps: [] }
  const cue = cueOfHeading(heading)
  if (cue !== 'steps' && (cue !== 'none' || !isActionTitle(heading) || isThought(heading))) return none
  const isParagraph = (block: Element) => isElement(block, 'p') && !isAlert(block)
  const isStep = (block: Element) => {
    const text = isParagraph(block) ? textOfNodes([block], units, 'source') : ''
    return isInstruction(text) && !isRequirement(text)
  }
  const isIntroducing = (block: Element, at: number) => isParagraph(block) && isElement(blocks[at + 1], 'pre')
  const least = cue === 'steps' ? 1 : 2
  // Paragraphs before code decide, if there is enough of it.
  const introducing = blocks.filter(isIntroducing)
  const candidates = introducing.length > 1 ? introducing : blocks.filter(isParagraph)
  const needed = introducing.length > 1 ? NEEDED_BEFORE_CODE : NEEDED
  const starts = candidates.filter(isStep)
  if (starts.length < least || starts.length < candidates.length * needed) return none
  return splitAt(blocks, (block) => starts.includes(block), units)
}

/** Makes a step of each paragraph, or of each item if the section is a list with its introduction. */
export function forcedSteps(blocks: readonly Element[], units: UnitTables): ParagraphSteps {
  const isText = (block: Element) => isElement(block, 'p') && !isAlert(block) && !isFollowed(block, units)
  const split = splitAt(blocks, isText, units)
  return split.steps.length > 0
    ? split
    : { before: [], steps: blocks.length > 0 ? [stepOf(blocks, '1', units, '')] : [] }
}

/** Whether a paragraph only holds an image, which belongs to the text before it. */
function isFollowed(block: Element, units: UnitTables): boolean {
  return textOfNodes([block], units, 'source') === '' && contains(block, (node) => isElement(node, 'img'))
}

/** Splits blocks into steps that begin with certain blocks. */
function splitAt(
  blocks: readonly Element[],
  starts: (block: Element) => boolean,
  units: UnitTables,
): ParagraphSteps {
  const first = blocks.findIndex(starts)
  if (first < 0) return { before: blocks, steps: [] }
  const groups: Element[][] = []
  for (const block of blocks.slice(first))
    if (starts(block)) groups.push([block])
    else groups.at(-1)!.push(block)
  const steps = groups.map((content, at) =>
    stepOf(content, `${at + 1}`, units, textOfNodes(content.slice(0, 1), units, 'source')),
  )
  return { before: blocks.slice(0, first), steps }
}
