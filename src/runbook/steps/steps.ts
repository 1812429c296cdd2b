import type { Element, ElementContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { append } from '../../util/data/append.ts'
import { hasContent, hasElement, isBlock, isElement, textOfNodes, trimNodes } from '../content.ts'
import { isAlert, paragraph } from '../flow.ts'
import { amountAsked, chooseOne, countAlternatives, isAlternative, isInstead } from '../language/branch.ts'
import { cueOfLead, isDoneByOthers, isToTitle } from '../language/cue.ts'
import { isImperative } from '../language/imperative.ts'
import { isInDialog, opensDialog } from '../language/outcome.ts'
import { markSentences, statesResult } from '../language/sentence-marks.ts'
import { sentencesOf } from '../language/sentences.ts'
import { contentOf, subStepsOf } from '../map-steps.ts'
import { isWarning, warns } from '../prose/instructions.ts'
import { toRoman } from '../step-numbers.ts'
import type { RunbookContent, Step, StepPart } from '../types.ts'
import { markCode, splitCommands } from './commands.ts'
import { listConditionalLines, listLetteredLines } from './marked-lines.ts'

/** Lists the items of a list. */
export function itemsOf(list: Element): readonly Element[] {
  return list.children.filter((child) => isElement(child, 'li'))
}

/** Returns the text of an item before its nested lists, notes and code. */
function leadOf(item: Element, units: UnitTables): string {
  const blocks = trimNodes(item.children)
  const end = blocks.findIndex((child) => isElement(child, 'ol', 'ul', 'pre', 'table') || isAlert(child))
  return textOfNodes(end < 0 ? blocks : blocks.slice(0, end), units, 'source')
}

/** Whether an item is for those who have its purpose: “To enable …, select …”. */
export function hasPurpose(item: Element, units: UnitTables): boolean {
  return isToTitle(leadOf(item, units))
}

/** Share of a list's items that are instructions or contain code to run, from 0 to 1. */
export function imperativeShare(list: Element, units: UnitTables): number {
  const items = itemsWithResults(list, units)
  const count = items.filter((item) => isImperative(leadOf(item, units)) || hasElement(item, 'pre')).length
  return items.length === 0 ? 0 : count / items.length
}

/** Turns the items of a list into steps with the list's numbers; bulleted items are counted from `first`. */
export function toSteps(list: Element, units: UnitTables, first = 1): readonly Step[] {
  let number = isElement(list, 'ol') ? startOf(list) : first
  const steps: Step[] = []
  for (const item of itemsWithResults(list, units)) {
    const step = toStep(item, `${number}`, units)
    const last = steps.at(-1)
    const isOpened = last?.conditional && opensDialog(say(last)) && isInDialog(say(step))
    steps.push(isOpened ? { ...step, conditional: true } : step)
    number++
  }
  return steps

  function say(step: Step): string {
    return textOfNodes(contentOf(step), units, 'source')
  }
}

/** The items of a list; a bullet that only states a result is part of the one before it. Numbers would miss one. */
function itemsWithResults(list: Element, units: UnitTables): readonly Element[] {
  const items: Element[] = []
  for (const item of itemsOf(list)) {
    const last = items.at(-1)
    if (last && isElement(list, 'ul') && isResultOnly(item, units))
      items[items.length - 1] = { ...last, children: [...last.children, paragraph(item.children)] }
    else items.push(item)
  }
  return items
}

/** Whether an item only states what the one before it leads to. */
function isResultOnly(item: Element, units: UnitTables): boolean {
  const text = textOfNodes(item.children, units, 'source')
  return !item.children.some(isBlock) && sentencesOf(text).every(statesResult)
}

/** Number of a list's first item. */
export function startOf(list: Element): number {
  const start = Number(list.properties.start ?? 1)
  return Number.isInteger(start) && start >= 0 ? start : 1
}

/** An ordered list with the items of the lists after it that continue its numbers; the list itself if none does. */
export function withContinuations(list: Element, after: readonly Element[]): Element {
  const children = [...list.children]
  let next = startOf(list) + itemsOf(list).length
  for (const block of after) {
    if (!isElement(block, 'ol')) continue
    if (startOf(block) !== next) break
    append(children, block.children)
    next += itemsOf(block).length
  }
  return children.length > list.children.length ? { ...list, children } : list
}

/** Turns an item into a step. */
function toStep(item: Element, number: string, units: UnitTables): Step {
  return stepOf(item.children, number, units, leadOf(item, units))
}

/** Makes a step of content. */
export function stepOf(
  content: RunbookContent,
  number: string,
  units: UnitTables,
  lead = textOfNodes(content, units, 'source'),
): Step {
  const { notes, rest } = takeNotes(content, units)
  return { number, ...flagsOf(lead), notes, parts: toStepParts(rest, number, units) }
}

/**
 * Splits content into pieces of a step, so that each box has one action: lists of instructions and further commands
 * become sub-steps, lists of alternatives a choice.
 *
 * @param count number of sub-steps that the step already has.
 */
export function toStepParts(
  written: RunbookContent,
  number: string,
  units: UnitTables,
  count = 0,
): readonly StepPart[] {
  const lettered = listLetteredLines(written, (list) => isSubProcedure(list, units), units)
  const nodes = listConditionalLines(lettered, units)
  const parts: StepPart[] = []
  let content: ElementContent[] = []
  // Texts name numbered sub-steps (“step 1b”), so others beside them do not count.
  const hasNumbers = nodes.some((node) => isElement(node, 'ol') && isSubProcedure(node, units))
  let unnumbered = 0
  const next = (isNumbered = false): string =>
    isNumbered || !hasNumbers ? `${number}.${++count}` : `${number}.${toRoman(++unnumbered)}`
  const toSubStep = (group: RunbookContent): Step => {
    const lead = textOfNodes(
      group.slice(
        0,
        group.findIndex((node) => isElement(node, 'pre')),
      ),
      units,
      'source',
    )
    const step = stepOf(group, next(), units, lead)
    return isInstead(lead) ? { ...step, conditional: true } : step
  }
  const addContent = (part: RunbookContent): void => {
    if (hasContent(part, units)) parts.push({ type: 'content', content: toContent(part, units) })
  }
  const close = (): void => {
    const trimmed = trimNodes(content)
    const commands = splitCommands(trimmed, units)
    content = []
    addContent(commands?.head ?? trimmed)
    if (!commands) return
    const isChoice = amountAsked(textOfNodes(commands.head, units, 'source')) === 'one'
    const steps = commands.groups.map(toSubStep)
    parts.push(isChoice ? { type: 'choice', options: steps } : { type: 'steps', steps })
  }
  for (const child of nodes) {
    if (isElement(child, 'input')) continue
    const lead = isElement(child, 'ol', 'ul') ? endOf(content, units) : ''
    const list = isElement(child, 'ol', 'ul') ? readSubList(child, lead, units) : null
    if (!list) {
      content.push(child)
      continue
    }
    close()
    const isNumbered = isElement(child, 'ol')
    if (isNumbered) count = Math.max(count, startOf(child) - 1)
    const options = list.options.map((item) => toStep(item, next(isNumbered), units))
    if (options.length > 0) parts.push({ type: 'choice', options })
    const steps = list.steps.map((item): Step => {
      const step = toStep(item, next(isNumbered), units)
      return list.mayNotApply(item) ? { ...step, conditional: true } : step
    })
    if (steps.length > 0) parts.push({ type: 'steps', steps })
  }
  close()
  return parts
}

/** Content of a step with its results, failures and examples marked. */
function toContent(content: RunbookContent, units: UnitTables): RunbookContent {
  return markCode(markSentences(content, ['result', 'failure'], units), units)
}

/** Returns the text of the last block of content. */
function endOf(content: RunbookContent, units: UnitTables): string {
  const said = content.filter((node) => !isAlert(node) && !alertIn(node))
  const start = said.findLastIndex((node) => isBlock(node) && hasContent([node], units))
  const after = start < 0 ? said : said.slice(start + 1)
  return textOfNodes(after, units, 'source') || textOfNodes(said.slice(start, start + 1), units, 'source')
}

/** A list inside a step: alternatives, then instructions. */
interface SubList {
  readonly options: readonly Element[]
  readonly steps: readonly Element[]
  /** Whether the list leaves open if one of the instructions applies. */
  readonly mayNotApply: (item: Element) => boolean
}

/** Asks to run the commands of a list. */
const RUNS_EACH = /\b(?:run|execute|enter|type)\b[^.]{0,80}\b(?:cmdlets|commands|scripts)\b[^.]*:$/i

/** A command of PowerShell, with nothing but its parameters. */
const CMDLET = /^[A-Z][a-z]+-[A-Z]\w*(?=$| -)/

/** Reads a list inside a step as alternatives or instructions; `null` if it states facts. */
function readSubList(list: Element, lead: string, units: UnitTables): SubList | null {
  const items = itemsWithResults(list, units)
  const isChosen = isElement(list, 'ul') && chooseOne(items.map((item) => leadOf(item, units)))
  const asked = isChosen ? 'one' : amountAsked(lead)
  // Bullets with purposes (“To enable …, select …”) are for those who have them.
  const mayNotApply = (item: Element) => asked !== 'all' || (isElement(list, 'ul') && hasPurpose(item, units))
  if (asked === 'one') {
    const texts = items.map((item) => leadOf(item, units))
    const count = countAlternatives(texts, lead)
    // Numbers are an order, unless each item names its own case.
    const isNumbered = isElement(list, 'ol') && !texts.every(isAlternative)
    if (count > 1 && !isNumbered)
      return { options: items.slice(0, count), steps: items.slice(count), mayNotApply }
  }
  const all = { options: [], steps: items, mayNotApply }
  if (isElement(list, 'ol')) return isSubProcedure(list, units) ? all : null
  if (cueOfLead(lead) === 'never' || isDoneByOthers(lead)) return null
  if (RUNS_EACH.test(lead) && items.length > 1 && items.every((item) => CMDLET.test(leadOf(item, units))))
    return all
  const share = imperativeShare(list, units)
  return share * items.length >= 2 && share >= 0.5 ? all : null
}

/** Whether an ordered list inside a step consists of sub-steps rather than facts. */
function isSubProcedure(list: Element, units: UnitTables): boolean {
  return itemsOf(list).length > 0 && imperativeShare(list, units) >= 0.4
}

/** Judges by the English beginning of a step whether it always applies. */
export function flagsOf(lead: string): Pick<Step, 'optional' | 'conditional'> {
  const optional = /^[[(]?\s*optional(?:ly)?\b/i.test(lead)
  const [first = ''] = sentencesOf(lead)
  const conditional = (CONDITIONAL.test(lead) && !OR_WHEN_DONE.test(lead)) || UNLESS.test(first)
  return { optional, conditional }
}

/** Ends with an exception, which may hold: “Disable all ports unless …”. */
const UNLESS = /\S unless (?!otherwise\b)/i

/** Begins with a condition, or with a purpose that reverses other steps or is for some things only. */
const CONDITIONAL =
  /^(?:only )?(?:(?:if|unless|in case)\b|to (?:undo|unhide|unblock|undelete|revert|reverse|reassign)\b|to \p{L}+ (?:certain|another|a different|additional)\b)/iu

/** Names a condition and its contrary, which come to the same: “If you added no roles, or when you have added them, …” */
const OR_WHEN_DONE =
  /^if\b[^.:]*\bor (?:when|after|once) you (?:have |are )?(?:\w+ )?(?:finished|done|completed)\b/i

/** Appends content to a step. */
export function appendToStep(step: Step, content: RunbookContent, units: UnitTables): Step {
  const { notes, rest } = takeNotes(content, units, true)
  const last = step.parts.at(-1)
  // A command after a step belongs to the text that announces it.
  const isOpen = last?.type === 'content'
  const before = isOpen ? step.parts.slice(0, -1) : step.parts
  const count = before.reduce((sum, part) => sum + subStepsOf(part).length, 0)
  const own = isOpen ? [...last.content, ...rest] : rest
  return {
    ...step,
    notes: [...step.notes, ...notes],
    parts: rest.length === 0 ? step.parts : [...before, ...toStepParts(own, step.number, units, count)],
  }
}

/**
 * Separates the notes to read before a step from its other content: warnings, and what stands before the step's text.
 * Other notes speak of the text before them (“If you get an error, …”), so they stay where they stand.
 */
function takeNotes(
  content: RunbookContent,
  units: UnitTables,
  isAfterStep = false,
): { readonly notes: RunbookContent; readonly rest: RunbookContent } {
  const notes: ElementContent[] = []
  const rest: ElementContent[] = []
  let hasText = isAfterStep
  for (const node of content) {
    const alert = alertIn(node) ?? (isAlert(node) ? node : null)
    if (alert && !(hasText && staysInPlace(alert, units))) {
      notes.push(node)
      continue
    }
    rest.push(node)
    hasText ||= hasContent([node], units)
  }
  return { notes, rest }
}

/** The only content of a wrapper, if it is an alert. */
function alertIn(node: ElementContent): Element | null {
  if (!isElement(node, 'div')) return null
  const [only, ...others] = trimNodes(node.children)
  return only && others.length === 0 && isAlert(only) ? (only as Element) : null
}

/** Whether a note speaks of the text before it, rather than warning of the step. */
function staysInPlace(alert: ElementContent, units: UnitTables): boolean {
  const text = textOfNodes([alert], units, 'source')
  return !isWarning(alert) && !WARNING_MARK.test(text) && !warns(text) && !isForBefore(text)
}

/** Begins a warning in a plain quotation. */
const WARNING_MARK = /^(?:important|warning|caution|danger|attention)\b/i

/** Whether a note says what to do before the step: “Before you perform this step, …”. */
function isForBefore(text: string): boolean {
  return /^(?:(?:note|tip)\s*:?\s+)?(?:before|prior to|do not|don(?:’|')t|never)\b/i.test(text)
}
