import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isElement, textOfNodes } from '../content.ts'
import { isAlert } from '../flow.ts'
import { cueOfHeading, isToTitle } from '../language/cue.ts'
import { statesResult } from '../language/sentence-marks.ts'
import { sentencesOf } from '../language/sentences.ts'
import { isInstruction } from '../prose/instructions.ts'
import type { Step } from '../types.ts'
import { appendToStep, stepOf } from './steps.ts'

/** Sentences of a result; longer texts explain. */
const LONGEST_RESULT = 2

/** Steps with what the paragraphs directly after their list add, and the blocks left after them. */
export interface FollowedSteps {
  readonly steps: readonly Step[]
  readonly rest: readonly Element[]
}

/**
 * Continues numbered steps with the paragraphs directly after their list: those that state a result belong to the step
 * before, and instructions (“After you have created the file, copy it …”) are further steps.
 */
export function followSteps(
  steps: readonly Step[],
  blocks: readonly Element[],
  heading: string,
  units: UnitTables,
): FollowedSteps {
  const cue = cueOfHeading(heading)
  const followed = [...steps]
  let at = 0
  for (const [index, block] of blocks.entries()) {
    at = index
    // Code has its own rules.
    if (!isElement(block, 'p') || isAlert(block) || isElement(blocks[index + 1], 'pre')) break
    const text = textOfNodes([block], units, 'source')
    const sentences = sentencesOf(text)
    const [first = ''] = sentences
    const last = followed.at(-1)!
    const next = Number(last.number) + 1
    if (statesResult(first) && sentences.length <= LONGEST_RESULT && !text.endsWith(':'))
      followed[followed.length - 1] = appendToStep(last, [block], units)
    else if (cue === 'none' || cue === 'steps') {
      if (!isFollowUp(text, first) || Number.isNaN(next)) break
      const step = stepOf([block], `${next}`, units, text)
      followed.push(isOwnGoal(first) ? { ...step, conditional: true } : step)
    } else break
    at = index + 1
  }
  return { steps: followed, rest: blocks.slice(at) }
}

/** Whether an instruction has a purpose of its own, rather than to complete the steps before it. */
function isOwnGoal(sentence: string): boolean {
  return (
    isToTitle(sentence) &&
    !/^to (?:verify|validate|confirm|check|test|ensure|make sure|finish|finalize|complete|apply|save)\b/i.test(
      sentence,
    )
  )
}

/** Whether a paragraph after a list asks for further work: not a label, a pointer, or another way to do it. */
function isFollowUp(text: string, first: string): boolean {
  return isInstruction(first) && /[.!]$/.test(text) && /[.!]$/.test(first) && !NO_WORK.test(first)
}

/** Requests that are no work after the steps. */
const NO_WORK =
  /\b(?:in mind|make certain|be aware|let us know|consider|careful(?:ly)?|cautious|ready|continue (?:\w+ing|with)|understand|troubleshoot|see|contact|learn|refer|alternativ\w+|instead|example|skip|go to (?:the )?next|below|above|following|you can(?:not)?|might want)\b|^(?:if you (?:experience|have (?:problems|questions|trouble)|want)|if any of|for )/i
