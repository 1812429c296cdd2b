import type { Element, RootContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isElement, outermost, textInside, textOfNodes } from '../content.ts'
import { isAlert } from '../flow.ts'
import { explainsWayOut } from '../language/buttons.ts'
import { requestIn, withoutParenthesis } from '../language/imperative.ts'
import { quotedClausesOf, sentencesOf } from '../language/sentences.ts'

/** Imperatives that ask for thought or reading, not for work on the system. */
const THOUGHT =
  /^(?:(?:please|also|then|but|and|so),?\s+)*(?:note|notice|consider(?! \w+ing\b)|remember|recall|keep (?:this |these )?in mind|bear in mind|be aware|see|refer|learn|read|assume|suppose|imagine|understand|think|compare|expect|let(?:’|')s|let \S+ be|put (?:differently|simply)|watch)\b/i

/** Sentences that lead to other texts, where the instructions are. */
const POINTER =
  /^(?:(?:please|also|then|but|and|so),?\s+)*(?:contact|explore|review the following|for (?:more|details|further|example|instance|(?:additional )?information)|(?:use|view) (?:the|this) (?:following )?(?:tables?|topics?|sections?|information|diagram|figure|list)|choose (?:the|this) (?:topic|section)|(?:use|follow|perform|complete|do|follow through) (?:(?:one|any|all|each|some|either) of )?(?:the|these|this|following|instructions|steps|procedures?)\b[^.:]*\b(?:steps?|procedures?|instructions|tasks?|sections?|topics?)\b)\b/i

/** Whether a paragraph of English prose instructs: one of its first sentences asks for work. */
export function isInstruction(text: string): boolean {
  return !ADVICE.test(text) && quotedClausesOf(text).slice(0, 4).some(asksToAct)
}

/** Begins a paragraph of advice: “Best practice: …”, “The following are our recommendations …”. */
const ADVICE =
  /^(?:best practices?|recommendations?|tips?)\s*:|^(?:the following|these|here) (?:are|is) (?:some |our |the )?(?:\w+ )?(?:recommendations?|best practices|guidelines|tips)\b/i

function asksToAct(sentence: string): boolean {
  const request = requestIn(sentence)
  if (request === null) return false
  return !THOUGHT.test(request) && !POINTER.test(withoutParenthesis(sentence)) && !explainsWayOut(request)
}

/** Whether a sentence is an instruction or a requirement. */
function isDuty(sentence: string): boolean {
  if (asksToAct(sentence) || REQUIRES.test(sentence)) return true
  return (NEEDS.test(sentence) || TELLS_HOW.test(sentence)) && !POINTER.test(withoutParenthesis(sentence))
}

/** What readers have or are advised to do: “Then you’ll need to …”, “We recommend that you …”. */
const NEEDS =
  /\byou(?:(?:’|')ll| will) (?:also |first |then )?(?:need|have) to\b(?! (?:know|understand|consider|think|be aware)\b)|\bwe (?:strongly |highly |also |therefore )?recommend\b/i

/** Tells how to do something at a screen: “You can assign it by selecting Manage users”. */
const TELLS_HOW =
  /\byou(?:(?:’|')ll be able to| can| could) (?:\S+ )*?by (?:selecting|clicking(?: on)?|choosing|tapping|opening|navigating to|going to|running|typing|turning (?:on|off)|signing in)\b/i

/** A requirement of a system: “Each server must have … installed”, “Front End Servers must run …”. */
const REQUIRES =
  /\bmust (?:also |first |already )?(?:(?:have|be)\b.*\b(?:installed|enabled|configured|deployed|running|joined|open)|run|use)\b/i

/** Names of alerts that warn. */
const WARNINGS = new Set(['important', 'warning', 'caution', 'danger'])

/** Whether a node is an alert that warns. */
export function isWarning(node: RootContent): node is Element {
  return isElement(node, 'div') && WARNINGS.has(String(node.properties.dataAlert ?? '').toLowerCase())
}

/** Sentences that warn without being an alert. */
const WARNS =
  /\b(?:must not|should not|shouldn(?:’|')t|can(?:not|(?:’|')t) be (?:undone|reversed|recovered)|data loss|(?:is|are|be) (?:permanently |automatically )?(?:lost|disconnected|dropped)|irreversibl[ey]|(?:is|are) (?:disabled|unavailable|not available) (?:if|when)|(?:a |the )?max(?:imum)? of \d[\d,]*|limited to (?:a )?(?:max(?:imum)? )?\d[\d,]*|cannot exceed \d[\d,]*|(?:may|might|can|could|will) take (?:up to |at least |about )?(?:a while|(?:\d+|an?|several|some|a few)(?: (?:minutes?|hours?|days?|time)))|takes? effect (?:after|within|only))\b/i

/** Sentences that warn in a note, where they are more than a remark. */
const WARNS_IN_NOTE =
  /\b(?:bugs?|known issues?|cannot|can(?:’|')t|not supported|recommend(?:s|ed)?|limits?)\b/i

/** Whether an English text warns without being an alert: “… must not be …”, “data loss”. */
export function warns(text: string): boolean {
  return WARNS.test(text)
}

/** Returns the first instruction in blocks, outside tables, code and alerts, in English; `null` if there is none. */
export function firstInstruction(blocks: readonly RootContent[], units: UnitTables): string | null {
  return textsIn(blocks, units).find(isInstruction) ?? null
}

/**
 * Returns the first sentence that keeps a section from being background, in English: an instruction or requirement, or,
 * in an alert, work at a screen. `null` if there is none.
 */
export function firstDuty(blocks: readonly RootContent[], units: UnitTables): string | null {
  const sentencesIn = (nodes: readonly RootContent[]) => textsIn(nodes, units).flatMap(quotedClausesOf)
  return sentencesIn(blocks).find(isDuty) ?? sentencesIn(contentOfAlerts(blocks)).find(isClick) ?? null
}

/** Whether an English paragraph asks for work at a screen, rather than to decide or note something. */
export function asksForClick(text: string): boolean {
  const isFirst = (sentence: string) => FIRST_CLICK.test(requestIn(sentence) ?? '')
  return !ADVICE.test(text) && quotedClausesOf(text).slice(0, 4).some(isFirst)
}

const FIRST_CLICK =
  /^(?:choose|click|enter|(?:go|navigate) to|open|press|right-click|run|select|sign in|slide|tap|turn o(?:n|ff)|type)\b/i

function isClick(sentence: string): boolean {
  return asksToAct(sentence) && CLICKS.test(sentence)
}

const CLICKS = /\b(?:click|select|right-click|press|tap|type|run)\b/i

/** The contents of the alerts in blocks. */
function contentOfAlerts(
  blocks: readonly RootContent[],
  isWanted: (alert: RootContent) => boolean = () => true,
): readonly RootContent[] {
  return outermost(blocks, isAlert)
    .filter(isWanted)
    .flatMap(({ children }) => children)
}

/** Limits that tables state, where nothing else says them: “Only one account can be active.” */
const LIMITS = /\bmust\b|\bonly (?:one|a single|1)\b.*\b(?:can|may|is)\b|\bat most one\b/i

/** Returns the sentences that warn, outside code, in English; in tables and notes also those that state limits. */
export function warningsIn(blocks: readonly RootContent[], units: UnitTables): readonly string[] {
  const tables = outermost(blocks, (each) => isElement(each, 'table') || isAlert(each))
  const cells = tables
    .filter((table) => !isAlert(table))
    .flatMap(({ children }) => outermost(children, (each) => isElement(each, 'td')))
  const said = cells.map((cell) => textOfNodes([cell], units, 'source'))
  return [
    ...textsIn(blocks, units)
      .flatMap(sentencesOf)
      .filter((each) => WARNS.test(each)),
    ...said.flatMap(sentencesOf).filter((each) => WARNS.test(each) || LIMITS.test(each)),
    ...textsIn(
      contentOfAlerts(blocks, (alert) => !isWarning(alert)),
      units,
    )
      .flatMap(sentencesOf)
      .filter((each) => WARNS.test(each) || LIMITS.test(each) || WARNS_IN_NOTE.test(each)),
  ]
}

/** Lists the texts of paragraphs and items in document order, outside tables, code and alerts. */
function textsIn(blocks: readonly RootContent[], units: UnitTables): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'element' || block.tagName === 'table' || block.tagName === 'pre' || isAlert(block))
      return []
    const isText = isElement(block, 'p', 'dd', 'dt') || (isElement(block, 'li') && !hasParagraphs(block))
    const own = isText ? withoutLists(block) : null
    const said = own && !isName(own, units) ? [textOfNodes([own], units, 'source')] : []
    return [...said, ...textsIn(block.children, units)]
  })
}

/** Whether a block is a link, or bold without the end of a sentence: it names a page, a section or a control. */
function isName(block: Element, units: UnitTables): boolean {
  const text = textOfNodes([block], units, 'source')
  return (
    text === textInside(block, units, 'a') ||
    (!/[.!:]$/.test(text) && text === textInside(block, units, 'strong', 'b'))
  )
}

function hasParagraphs(item: Element): boolean {
  return item.children.some((child) => isElement(child, 'p'))
}

/** An item without the lists in it. */
function withoutLists(block: Element): Element {
  return { ...block, children: block.children.filter((child) => !isElement(child, 'ul', 'ol')) }
}
