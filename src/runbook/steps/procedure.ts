import type { Element, ElementContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import {
  hasElement,
  hasMedia,
  isBlank,
  isElement,
  isOfUnits,
  textInside,
  textOfNodes,
  trimNodes,
} from '../content.ts'
import { inQuotes, type Reading } from '../decision.ts'
import { isAlert, paragraph } from '../flow.ts'
import { amountAsked, beginsOtherWay, roleOfCode, tellsEffect } from '../language/branch.ts'
import {
  announcesCommand,
  asksForWork,
  type Cue,
  cueOfHeading,
  cueOfLead,
  isFailure,
  isFailureTitle,
  isProblem,
  isQuestions,
  isReferenceTitle,
  isRequested,
  isRequirement,
  isToTitle,
  lastSentence,
} from '../language/cue.ts'
import { isActionTitle, isImperative, isOpenEnded } from '../language/imperative.ts'
import { statesResult } from '../language/sentence-marks.ts'
import { sentencesOf } from '../language/sentences.ts'
import { cellsOf, rowsOf } from '../stages/grid.ts'
import type { Step } from '../types.ts'
import { asksForHelp, beginsWithCommand, cmdletOf, isCommandCode } from './command-code.ts'
import { listBoxedLines } from './marked-lines.ts'
import { choiceOfProse } from './offered-choice.ts'
import { flagsOf, hasPurpose, imperativeShare, itemsOf, stepOf, toSteps } from './steps.ts'

/** Share of imperative items that a list needs, by the cue before it. */
const NEEDED: Readonly<Record<Cue, number>> = {
  steps: 0.4,
  none: 0.6,
  doubt: 0.9,
  never: Number.POSITIVE_INFINITY,
}

/** Share that a list needs if nothing announces steps, but the heading names an action. */
const NEEDED_OF_ACTION = 0.5

/** Share that bullets need. */
const NEEDED_OF_BULLETS = 0.8

/**
 * Reads an ordered list as a procedure, judged by its items and the text before it, in English.
 *
 * @param whole the list with those that continue its numbers.
 */
export function toProcedure(
  list: Element,
  before: readonly Element[],
  headings: readonly string[],
  units: UnitTables,
  whole = list,
): Reading<readonly Step[]> {
  const own = imperativeShare(list, units)
  const shared = whole === list ? own : imperativeShare(whole, units)
  const items = itemsOf(shared > own ? whole : list)
  const share = Math.max(shared, own)
  const counted = `${Math.round(share * items.length)} of ${items.length} items are instructions`
  if (items.length === 0) return { value: null, reason: 'it has no items' }
  const { cue, because } = strongest(headings, leadBefore(before, units))
  if (cue === 'never') return { value: null, reason: because }
  if (cue !== 'steps' && items.every((item) => isLink(item, units)))
    return { value: null, reason: 'all its items are links' }
  if (isContents(items, units)) return { value: null, reason: CONTENTS }
  const isAction = cue === 'none' && isActionTitle(headings.at(-1) ?? '')
  const needed = isAction ? NEEDED_OF_ACTION : NEEDED[cue]
  const reason = `${counted}, ${Math.round(needed * 100)}% needed${because ? `: ${because}` : ''}`
  return { value: share >= needed ? toSteps(list, units) : null, reason }
}

/** Whether all items of a list have check boxes. */
export function isTaskList(list: Element): boolean {
  const items = itemsOf(list)
  return items.length > 0 && items.every((item) => hasElement(item, 'input'))
}

/** Reads a bulleted list as a procedure: a task list, commands under a “To …” heading, or requested work. */
export function toBulletProcedure(
  list: Element,
  before: readonly Element[],
  headings: readonly string[],
  units: UnitTables,
): Reading<readonly Step[]> {
  const items = itemsOf(list)
  const heading = headings.at(-1) ?? ''
  if (isTaskList(list)) return { value: toSteps(list, units), reason: 'it is a task list' }
  const share = imperativeShare(list, units)
  const counted = `${Math.round(share * items.length)} of ${items.length} items are instructions`
  if (isToTitle(heading) && items.length > 0 && share === 1)
    return { value: toSteps(list, units), reason: `${counted} under ${inQuotes(heading)}` }
  if (isContents(items, units) || (items.length > 1 && items.every((item) => isLink(item, units))))
    return { value: null, reason: CONTENTS }
  const lead = leadBefore(before, units)
  const areDescribed = items.every((item) => /^\S+(?: \S+)?: /.test(textOfNodes([item], units, 'source')))
  const areCommands = !areDescribed && items.some((item) => asksForCommand(item, units))
  if (
    areCommands &&
    share >= NEEDED_OF_BULLETS &&
    !headings.some((text) => isReferenceTitle(text) || isFailure(text))
  )
    return { value: toCommands(list, lead, units), reason: `${counted}, with code to run` }
  if (
    !asksForWork(lead) ||
    headings.some(
      (text) => cueOfHeading(text) === 'never' || (cueOfHeading(text) === 'doubt' && !isRequested(lead)),
    )
  )
    return { value: null, reason: 'it has bullets, and no sentence before it requests work' }
  if (areDescribed) return { value: null, reason: 'it has bullets, and its items describe what they name' }
  const facts = items.filter((item) => DESCRIBES.test(textOfNodes([item], units, 'source'))).length
  if (facts * 2 > items.length)
    return { value: null, reason: 'it has bullets, and its items describe settings' }
  const reason = `it has bullets; ${counted}, 80% needed: work is requested by ${inQuotes(lastSentence(lead))}`
  return { value: items.length > 1 && share >= NEEDED_OF_BULLETS ? toSteps(list, units) : null, reason }
}

/** Whether an item asks to run the code in it. */
function asksForCommand(item: Element, units: UnitTables): boolean {
  const blocks = openItem(item)
  return blocks.some((_, at) => startsCommand(blocks, at, units))
}

/** Turns bullets with commands into steps. Not all apply if some are offered, and one with a purpose may not. */
function toCommands(list: Element, lead: string, units: UnitTables): readonly Step[] {
  const items = itemsOf(list)
  const mayNotApply = (at: number) => amountAsked(lead) !== 'all' || hasPurpose(items[at]!, units)
  return toSteps(list, units).map((step, at) => (mayNotApply(at) ? { ...step, conditional: true } : step))
}

/** Description of a setting, or of what work is for: “Allow guests This setting allows …”, “This task extends …”. */
const DESCRIBES =
  /\bthis (?:task|phase) \w+s\b|\bthis (?:setting|option|parameter|property|policy|check box|field|value|column|role) (?:\w+ ){0,2}?(?:allows?|is|specifies|controls?|determines?|enables?|sets?|defines?|requires?|lets?)\b/i

/** Returns the English text of the paragraph before a list, ignoring notes and images between them. */
function leadBefore(before: readonly Element[], units: UnitTables): string {
  for (const block of before.toReversed()) {
    if (isAlert(block)) continue
    const text = textOfNodes([block], units, 'source')
    if (text !== '') return block.tagName === 'p' ? text : ''
  }
  return ''
}

/**
 * Returns the deciding cue: a `never`, else that of the sentence before the list, else that of the nearest
 * heading with one.
 */
function strongest(
  headings: readonly string[],
  lead: string,
): { readonly cue: Cue; readonly because: string } {
  const near = cueOfLead(lead)
  const cues = headings.map((heading) => ({ cue: cueOfHeading(heading), text: heading }))
  const above = cues.find(({ cue }) => cue === 'never') ?? cues.findLast(({ cue }) => cue !== 'none')
  if (above?.cue === 'never')
    return { cue: 'never', because: `the heading ${inQuotes(above.text)} leads elsewhere` }
  // Below the title; a page of questions can have nothing but procedures.
  const questions = headings.slice(1).find(isQuestions)
  if (questions !== undefined)
    return { cue: 'never', because: `the heading ${inQuotes(questions)} announces answers` }
  if (near !== 'none') return { cue: near, because: `${WORDS[near]} ${inQuotes(lastSentence(lead))}` }
  return above
    ? { cue: above.cue, because: `${WORDS[above.cue]} ${inQuotes(above.text)}` }
    : { cue: 'none', because: '' }
}

/** Words that introduce the text of a cue. */
const WORDS: Readonly<Record<Cue, string>> = {
  none: '',
  steps: 'steps are announced by',
  doubt: 'choices or facts are announced by',
  never: 'no steps are announced by',
}

const CONTENTS = 'it is a table of contents: its items name articles'

/** An item that names the article itself. */
const THIS_ARTICLE =
  /[([]\s*(?:this|the current) (?:article|topic|page|step|document)\s*[)\]]|\byou are here\b/i

/** Whether a list names the articles of a series, among them this one. */
function isContents(items: readonly Element[], units: UnitTables): boolean {
  return items.some((item) => THIS_ARTICLE.test(textOfNodes([item], units, 'source')))
}

/** Whether an item is just a link, possibly with its number: “Step 1. [Install the agent](…)”. */
function isLink(item: Element, units: UnitTables): boolean {
  const text = textOfNodes(item.children, units, 'source').replace(
    /^(?:step|phase|part) \d+\s*[.:–—-]?\s*/i,
    '',
  )
  const linked = textInside(item, units, 'a').length
  return linked > 0 && text.length - linked <= 2
}

/**
 * Reads the steps of a section with code but without a list, by its heading: code alone under a heading of work is
 * one step; under “To …” each paragraph with an instruction is a step, with the code, images and notes after it.
 */
export function stepsOfProse(blocks: readonly Element[], heading: string, units: UnitTables): ProseSteps {
  const none = { before: blocks, steps: [] }
  const isTo = isToTitle(heading)
  if (!blocks.some((block) => isElement(block, 'pre'))) return none
  const isWork = isTo || (isActionTitle(heading) && !isOpenEnded(heading))
  if (isWork && isCommandsOnly(blocks, units)) return { before: [], steps: [stepOf(blocks, '1', units, '')] }
  if (!isTo || blocks.some((block) => isElement(block, 'table'))) return none
  return splitWhere(blocks, (_, at) => startsStep(blocks, at, units), units)
}

/** Whether commands under a heading can be steps. */
export function canHaveCommands(heading: string): boolean {
  if (isActionTitle(heading)) return true
  const cue = cueOfHeading(heading)
  return (
    cue !== 'doubt' &&
    cue !== 'never' &&
    !isFailure(heading) &&
    !isFailureTitle(heading) &&
    !isProblem(heading)
  )
}

/** Reads the commands to run in the text after a procedure, unless they are examples or another way to do it. */
export function commandsOfProse(blocks: readonly Element[], heading: string, units: UnitTables): ProseSteps {
  const cue = cueOfHeading(heading)
  if (cue === 'doubt' || cue === 'never') return { before: blocks, steps: [] }
  const isToRun = (block: Element, at: number): boolean => {
    const text = textOfNodes([block], units, 'source')
    if (OTHER_WAY.test(text)) return false
    return startsCommand(blocks, at, units) || (isElement(blocks[at + 1], 'pre') && BY_COMMAND.test(text))
  }
  return splitWhere(blocks, isToRun, units)
}

/** Says that a command replaces steps or shows how to undo them. */
const OTHER_WAY =
  /^or\b|\b(?:alternativ\w+|instead|rather than|you can also|also use|another way|or you can|equivalent|same (?:thing|task|procedure)|example|sample|if you|to (?:undo|remove|delete|disable|revert))\b/i

/** Steps made of prose. */
export interface ProseSteps {
  /** Blocks before the first step. */
  readonly before: readonly Element[]
  readonly steps: readonly Step[]
}

/** Splits blocks into steps, each from a block that starts one, or into the alternatives that the text before them offers. */
export function splitWhere(
  blocks: readonly Element[],
  starts: (block: Element, at: number) => boolean,
  units: UnitTables,
): ProseSteps {
  const before: Element[] = []
  const groups: Element[][] = []
  for (const [at, block] of blocks.entries()) {
    const last = groups.at(-1)
    if (!starts(block, at) || isAboutBefore(blocks, at, units)) (last ?? before).push(block)
    else {
      const { effect, work } =
        last && isElement(blocks[at - 1], 'pre') ? splitEffect(block, units) : NO_EFFECT
      if (effect) last?.push(effect)
      groups.push([work ?? block])
    }
  }
  const choice = choiceOfProse(before, groups, units)
  if (choice) return choice
  const steps = groups
    .flatMap((group) => splitUnconditional(group, units))
    .map((content, at) => {
      const lead = textOfNodes(content.slice(0, 1), units, 'source')
      const step = stepOf(content, `${at + 1}`, units, lead)
      return beginsOtherWay(lead) ? { ...step, conditional: true } : step
    })
  return { before, steps }
}

const NO_EFFECT = { effect: null, work: null } as const

/** Splits a paragraph after the sentences at its start that tell what the code before it does. */
function splitEffect(
  block: Element,
  units: UnitTables,
): { readonly effect: Element | null; readonly work: Element | null } {
  const content = trimNodes(block.children)
  const end = content.findIndex(
    (node) => !isBlank(node) && !tellsEffect(textOfNodes([node], units, 'source')),
  )
  if (!isOfUnits(content) || end < 1) return NO_EFFECT
  return { effect: paragraph(trimNodes(content.slice(0, end))), work: paragraph(content.slice(end)) }
}

/** Whether a paragraph only states a result, or introduces help on a command: it is about the step before it. */
function isAboutBefore(blocks: readonly Element[], at: number, units: UnitTables): boolean {
  const [block, next] = blocks.slice(at)
  if (!isElement(block, 'p')) return false
  const code = isElement(next, 'pre') ? next : null
  if (code && asksForHelp(code, units)) return true
  const sentences = sentencesOf(textOfNodes([block], units, 'source'))
  const isResult = statesResult(sentences[0] ?? '') && !sentences.some(isImperative)
  return isResult && !(code && beginsWithCommand(code, units))
}

/** Splits code off a paragraph with a condition that does not announce it: the condition does not reach it. */
function splitUnconditional(group: readonly Element[], units: UnitTables): readonly (readonly Element[])[] {
  const [first, ...rest] = group
  const at = group.findIndex((block) => isElement(block, 'pre'))
  if (!isElement(first, 'p') || at < 1) return [group]
  const text = textOfNodes([first], units, 'source')
  const code = textOfNodes([group[at]!], units, 'source')
  const isBetween = rest.slice(0, at - 1).some((block) => !isAlert(block))
  if (isBetween || !flagsOf(text).conditional || introducesCode(text, code)) return [group]
  return [group.slice(0, at), group.slice(at)]
}

/** Whether a paragraph that begins with a condition means the code after it. */
function introducesCode(text: string, code: string): boolean {
  if (text.endsWith(':') || FOLLOWS.test(text)) return true
  return sentencesOf(text)[0]!.includes(cmdletOf(code) ?? code)
}

/** Refers to what comes after the text. */
const FOLLOWS =
  /\bthe following\b|\b(?:this|these) (?:commands?|cmdlets?|scripts?)\b|\bbelow\b|\bas follows\b/i

/** Whether a section consists of commands, with notes and images at most: its heading is the instruction. */
function isCommandsOnly(blocks: readonly Element[], units: UnitTables): boolean {
  const said = blocks.filter((block) => !isAlert(block) && !hasMedia(block))
  return said.every((block) => isCommandCode(block, units))
}

/** Whether a block begins a further goal with its command: “To find …, use the Get-Service cmdlet.” */
export function opensGoal(block: Element, units: UnitTables): boolean {
  return isElement(block, 'p') && GOAL.test(textOfNodes([block], units, 'source'))
}

const GOAL = /^to [^.:]*, (?:use|run|call) (?:the )?[A-Z][a-z]+-[A-Z]\w+ (?:cmdlet|command)/i

/** Whether a block asks to run a command and code follows, directly or after a sentence that calls it an example. */
export function startsCommand(blocks: readonly Element[], at: number, units: UnitTables): boolean {
  const block = blocks[at]
  const [next, afterNext] = blocks.slice(at + 1)
  const isExample = isElement(next, 'p') && roleOfCode(textOfNodes([next], units, 'source')) === 'example'
  const code = isExample ? afterNext : next
  if (!isElement(block, 'p') || !isElement(code, 'pre')) return false
  const text = textOfNodes([block], units, 'source')
  const sentences = sentencesOf(text)
  if (isRequirement(sentences[0] ?? '')) return false
  return sentences.some(
    (sentence, index) =>
      (text.endsWith(':') || index === sentences.length - 1 || namesCode(sentence, code, units)) &&
      isImperative(sentence) &&
      (announcesCommand(sentence) || (RUNS.test(sentence) && isCommandCode(code, units))),
  )
}

/** Whether a sentence means the code after its paragraph, even if other sentences stand between. */
function namesCode(sentence: string, code: Element, units: UnitTables): boolean {
  if (FOLLOWING_COMMAND.test(sentence)) return true
  const command = cmdletOf(textOfNodes([code], units, 'source'))
  return command !== null && sentence.includes(command)
}

/** Ends with the code that follows. */
const FOLLOWING_COMMAND = /\bfollowing (?:\S+ ){0,3}(?:commands?|cmdlets?|scripts?)(?: [^.:]*)?[.:]$/i

/** Asks to run what follows: “Disable the policy, run:”. */
const RUNS = /^(?!for (?:more|further|example|instance)\b).*\b(?:run|type|enter|execute)\b[^.]*:$/i

/** Whether only one of several commands has become a step: then it is an example or an alternative. */
export function isOneOfMany({ before, steps }: ProseSteps): boolean {
  const isIntroduced = (block: Element, at: number) =>
    at > 0 && isElement(block, 'pre') && isElement(before[at - 1], 'p')
  return steps.length === 1 && before.some(isIntroduced)
}

/** Asks to do something “by running the following command:”. */
const BY_COMMAND =
  /\bby (?:running|using|typing|executing|entering) (?:the following|this) (?:commands?|cmdlets?|scripts?)\b.*:$/i

/** Whether a block is an instruction that is short or followed by code. */
function startsStep(blocks: readonly Element[], at: number, units: UnitTables): boolean {
  const block = blocks[at]
  if (!isElement(block, 'p')) return false
  const text = textOfNodes([block], units, 'source')
  const next = blocks[at + 1]
  return isImperative(text) && (isElement(next, 'pre') || text.split(' ').length < 40)
}

/**
 * Opens bulleted lists (“Option A: 1. … 2. …”) and one-column tables that contain procedures: their text becomes
 * paragraphs, their ordered lists become blocks. Lines that begin with boxes become task lists.
 */
export function openContainers(blocks: readonly Element[], units: UnitTables): readonly Element[] {
  return blocks.flatMap((block) => {
    if (isElement(block, 'table')) return openTable(block, units)
    if (!isElement(block, 'ul')) return [listBoxedLines(block, units)]
    const nested = itemsOf(block).flatMap((item) => item.children.filter((child) => isElement(child, 'ol')))
    if (!nested.some((list) => imperativeShare(list, units) >= NEEDED.none)) return [block]
    return itemsOf(block).flatMap((item) => openItem(item))
  })
}

/** Returns the content of a one-column table that just frames a procedure; else the table. */
function openTable(table: Element, units: UnitTables): Element[] {
  const rows = rowsOf(table).map(cellsOf)
  if (rows.some((cells) => cells.length !== 1)) return [table]
  const blocks = rows.flatMap(([cell]) => openItem(cell!))
  const isWorth = blocks.some(
    (block) => isElement(block, 'ol') && imperativeShare(block, units) >= NEEDED.none,
  )
  return isWorth ? blocks : [table]
}

/** Splits an item's content into blocks. */
function openItem(item: Element): Element[] {
  const blocks: Element[] = []
  let inline: ElementContent[] = []
  const close = (): void => {
    const content = trimNodes(inline)
    if (content.length > 0) blocks.push(paragraph(content))
    inline = []
  }
  for (const child of item.children) {
    if (isElement(child, 'p', 'ol', 'ul', 'pre', 'table', 'blockquote', 'div')) {
      close()
      blocks.push(child)
    } else inline.push(child)
  }
  close()
  return blocks
}
