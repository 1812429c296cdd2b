import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isElement, textOfNodes } from '../content.ts'
import { isAlert } from '../flow.ts'
import { amountAsked, roleOfCode } from '../language/branch.ts'
import { isReferenceTitle, lastSentence, offersCommand } from '../language/cue.ts'
import { isActionTitle, isImperativeSentence } from '../language/imperative.ts'
import { sentencesOf } from '../language/sentences.ts'
import { isCommandCode } from '../steps/command-code.ts'
import {
  canHaveCommands,
  isOneOfMany,
  opensGoal,
  type ProseSteps,
  splitWhere,
  startsCommand,
} from '../steps/procedure.ts'
import { isInstruction } from './instructions.ts'
import { NEEDED, NEEDED_BEFORE_CODE } from './paragraph-steps.ts'

/**
 * Reads the paragraphs that ask to run the code after them as steps, whatever their heading names. Beside one of them,
 * those that only offer a command (“You can then …:”) are steps too; so are other instructions, where most paragraphs
 * or most of those before code are. Under a heading of work, so is text that shows a command (“Example 2 verifies …”).
 */
export function askedCommands(
  blocks: readonly Element[],
  headings: readonly string[],
  units: UnitTables,
): ProseSteps {
  const none = { before: blocks, steps: [] }
  const isAsked = (_: Element, at: number) => startsCommand(blocks, at, units)
  const own = headings.at(-1) ?? ''
  const shown = isActionTitle(own) ? shownCommands(blocks, units) : none
  if (shown.steps.length > 0) return shown
  // A heading of work counts more than those above it.
  const isReference = isActionTitle(own) ? isReferenceTitle(own) : headings.some(isReferenceTitle)
  if (!blocks.some(isAsked) || isReference || !canHaveCommands(own)) return none
  const textOf = (block: Element) => textOfNodes([block], units, 'source')
  const isCommand = (block: Element, at: number) =>
    isAsked(block, at) || (isElement(block, 'p') && isOffer(textOf(block), blocks[at + 1], units))
  const first = blocks.findIndex(isCommand)
  const texts = blocks.flatMap((block, at) => {
    if (!isElement(block, 'p') || isAlert(block)) return []
    const text = textOf(block)
    const hasCode = isElement(blocks[at + 1], 'pre')
    const instructs = isInstruction(text) && !(hasCode && roleOfCode(text) === 'output')
    return [{ block, hasCode, instructs, isStep: instructs && (at > first || asksAtOnce(text)) }]
  })
  const areMost = (each: typeof texts, needed: number) =>
    each.filter(({ instructs }) => instructs).length >= each.length * needed
  const beforeCode = texts.filter(({ hasCode }) => hasCode)
  const candidates = areMost(texts, NEEDED)
    ? texts
    : areMost(beforeCode, NEEDED_BEFORE_CODE)
      ? beforeCode
      : []
  const asking = new Set(candidates.filter(({ isStep }) => isStep).map(({ block }) => block))
  const isStart = (block: Element, at: number) =>
    asking.has(block) || isCommand(block, at) || (at > first && opensGoal(block, units))
  const found = splitWhere(blocks, isStart, units)
  return isOneOfMany(found) ? none : found
}

/** Reads the paragraphs that say what the code after them does as steps: “Example 2 verifies …” */
function shownCommands(blocks: readonly Element[], units: UnitTables): ProseSteps {
  const isShowing = (block: Element) =>
    isElement(block, 'p') && SHOWS.test(textOfNodes([block], units, 'source'))
  const isEdge = (block: Element) => isElement(block, 'pre') || isShowing(block)
  // More can be said before the code.
  const isShown = (at: number) =>
    isShowing(blocks[at]!) && isElement(blocks.slice(at + 1).find(isEdge), 'pre')
  const isInText = (at: number) => {
    const edge = blocks.slice(0, at).findLast(isEdge)
    return edge !== undefined && isShowing(edge)
  }
  if (!blocks.some((_, at) => isShown(at))) return { before: blocks, steps: [] }
  const isStart = (_: Element, at: number) =>
    isShown(at) || (!isInText(at) && startsCommand(blocks, at, units))
  return splitWhere(blocks, isStart, units)
}

const SHOWS =
  /^(?:the commands? shown in (?:the (?:following|next|first|second|third|last) example|example \d+)|(?:in )?example \d+|the following example (?:tests|verifies|checks|determines))\b/i

/** Whether a text before code asks for what it does (“To resume, set the property to True:”), or offers a command. */
function isOffer(text: string, code: Element | undefined, units: UnitTables): boolean {
  if (!isElement(code, 'pre') || !text.endsWith(':') || roleOfCode(text) !== null) return false
  return isInstruction(lastSentence(text)) || (isCommandCode(code, units) && offersCommand(text))
}

/**
 * Whether a paragraph before the first command asks for work of its own; “To …, …” tells what all of it is for, and a
 * choice consists of the commands.
 */
function asksAtOnce(text: string): boolean {
  if (amountAsked(text) === 'one') return false
  // Not a number such as “i.”
  const first = sentencesOf(text).find((sentence) => sentence.includes(' ')) ?? ''
  return isInstruction(first) && isImperativeSentence(first) && !/^(?:to|in order to)\b/i.test(first)
}
