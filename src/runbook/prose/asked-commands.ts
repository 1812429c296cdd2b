import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isElement, textOfNodes } from '../content.ts'
import { isAlert } from '../flow.ts'
import { amountAsked, isToAdapt, roleOfCode } from '../language/branch.ts'
import { isReferenceTitle, isRequirement, lastSentence, offersCommand } from '../language/cue.ts'
import { isActionTitle, isImperativeSentence } from '../language/imperative.ts'
import { sentencesOf } from '../language/sentences.ts'
import { beginsWithCommand, isCommandCode } from '../steps/command-code.ts'
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
  const isAsked = (_: Element, at: number) =>
    startsCommand(blocks, at, units) || asksForCode(blocks, at, units)
  const own = headings.at(-1) ?? ''
  const shown = isActionTitle(own) ? shownCommands(blocks, units) : none
  if (shown.steps.length > 0) return shown
  // A heading of work counts more than those above it.
  const isReference = isActionTitle(own) ? isReferenceTitle(own) : headings.some(isReferenceTitle)
  if (!blocks.some(isAsked) || isReference || !canHaveCommands(own)) return none
  const textOf = (block: Element) => textOfNodes([block], units, 'source')
  const isCommand = (block: Element, at: number) => isAsked(block, at) || offersCode(blocks, at, units)
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

/** Whether a paragraph before code asks for what it does (“To resume, set the property to True:”), or offers a command. */
function offersCode(blocks: readonly Element[], at: number, units: UnitTables): boolean {
  const announced = announcedCode(blocks, at, units)
  if (announced === null) return false
  const { text, code } = announced
  return isInstruction(lastSentence(text)) || (isCommandCode(code, units) && offersCommand(text))
}

/** Whether a paragraph asks for, or offers, the command after it. */
export function offersRun(blocks: readonly Element[], at: number, units: UnitTables): boolean {
  const announced = announcedCode(blocks, at, units)
  return announced !== null && isCommandCode(announced.code, units) && offersCode(blocks, at, units)
}

/** Whether a paragraph asks for work with the command after it: “First, clone the repository:”. */
function asksForCode(blocks: readonly Element[], at: number, units: UnitTables): boolean {
  const announced = announcedCode(blocks, at, units)
  if (announced === null || !beginsWithCommand(announced.code, units)) return false
  const { text, code } = announced
  const last = lastSentence(text)
  const isExample = isToAdapt(text, textOfNodes([code], units, 'source'))
  return (
    !isExample &&
    !isRequirement(sentencesOf(text)[0] ?? '') &&
    isInstruction(last) &&
    isImperativeSentence(last)
  )
}

/** A paragraph that ends with a colon, and the code to run after it; notes can stand between. `null` if it is none. */
function announcedCode(
  blocks: readonly Element[],
  at: number,
  units: UnitTables,
): { readonly text: string; readonly code: Element } | null {
  const block = blocks[at]
  const code = blocks.slice(at + 1).find((each) => !isAlert(each))
  if (!isElement(block, 'p') || isAlert(block) || !isElement(code, 'pre')) return null
  const text = textOfNodes([block], units, 'source')
  return text.endsWith(':') && roleOfCode(text) === null ? { text, code } : null
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
