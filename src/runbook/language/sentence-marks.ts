import type { Element, ElementContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isElement, textOfNodes } from '../content.ts'
import type { RunbookContent } from '../types.ts'
import { isImperative } from './imperative.ts'
import { statesFailure } from './outcome.ts'

/**
 * Role of a sentence besides instructions: a condition, a visible result, what to do if the step fails, or one that
 * names steps of something else.
 */
export type SentenceMark = 'condition' | 'result' | 'failure' | 'other-steps'

const CONDITION =
  /^(?:(?:only )?(?:if|unless|in case|provided(?: that)?|as long as|assuming)\b|for (?!example\b|instance\b|details\b|more\b|further\b|information\b|(?:this|that) reason\b)[^,.]{3,60},\s)/i

/**
 * A visible result, possibly after a time or success: “After a few seconds, you will see …”, “The wizard opens.”
 * After another “if” it is one of several results.
 */
const RESULT =
  /^(?:(?:after|in|within|once|when|at this point|if(?=[^,.]*\b(?:success\w*|succeed\w*|works?|worked|correct(?:ly)?|properly)\b))\b[^,.]{0,90}(?:,\s+|\s+(?=you should\b)))?(?:you(?:(?:’|')ll| should| will| can)? (?:now |then |also )?(?:see|receive|get back)\b|you should (?:now |then )?(?:be able to|get)\b|you should now have\b|expected (?:results?|outcomes?|output)\b|the (?:\w+ )?(?:output|result)s? (?:is|are|should|will|looks?|shows?)\b|this (?:[^\s,]+ ){1,4}should now\b|the (?:dialog box|page|pane|window) that (?:appears|opens) shows\b|(?:a|an|the|your) (?:[^\s,]+ ){1,10}(?<!\b(?:that|which|who) )(?:opens|appears|is displayed|is shown|(?:will|should) (?:now |then |automatically )?(?:open|appear|launch|restart|be displayed|be shown))\b)/i

/** Leaves it to the reader to do more. */
const OFFERS = /[.!] you can (?!(?:now |then )?(?:see|view|find)\b)|\byou can optionally\b/i

/** Whether an English sentence states a visible result, rather than an instruction. */
export function statesResult(sentence: string): boolean {
  return markOf(sentence, ['result']) !== null
}

/** Returns the role of an English sentence, if it is among the given ones. */
function markOf(sentence: string, marks: readonly SentenceMark[]): SentenceMark | null {
  const text = sentence.trim()
  if (marks.includes('failure') && statesFailure(text)) return 'failure'
  if (marks.includes('result') && RESULT.test(text) && !isImperative(text) && !OFFERS.test(text))
    return 'result'
  return marks.includes('condition') && CONDITION.test(text) ? 'condition' : null
}

/**
 * Wraps sentences that are conditions or results in a `span` with `dataMark`. A sentence is a unit, or the whole
 * text of a paragraph or item.
 */
export function markSentences(
  content: RunbookContent,
  marks: readonly SentenceMark[],
  units: UnitTables,
): RunbookContent {
  return markWhere(content, (text) => markOf(text, marks), units)
}

/** Wraps the sentences to which a function gives a mark. */
export function markWhere(
  content: RunbookContent,
  toMark: (text: string) => SentenceMark | null,
  units: UnitTables,
): RunbookContent {
  return content.map((node) => markNode(node, toMark, units))
}

function markNode(
  node: ElementContent,
  toMark: (text: string) => SentenceMark | null,
  units: UnitTables,
): ElementContent {
  if (node.type === 'slot') {
    const mark = toMark(textOfNodes([node], units, 'source'))
    return mark ? marked(mark, [node]) : node
  }
  if (!isElement(node, 'p', 'li', 'ul', 'ol', 'div')) return node
  const [only, ...others] = node.children
  if (only?.type === 'text' && others.length === 0) {
    const mark = toMark(only.value)
    return mark ? { ...node, children: [marked(mark, [only])] } : node
  }
  return { ...node, children: node.children.map((child) => markNode(child, toMark, units)) }
}

function marked(mark: SentenceMark, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { dataMark: mark }, children }
}

/** Whether content is a single conditional sentence; of several conditions one is likely to apply. */
export function isConditional(content: RunbookContent, units: UnitTables): boolean {
  const sentences = content.flatMap(sentencesOf).map((nodes) => textOfNodes(nodes, units, 'source'))
  const said = sentences.filter((text) => text !== '')
  return said.length === 1 && markOf(said[0]!, ['condition']) !== null
}

/** Splits a node into sentences, each a list of nodes. */
function sentencesOf(node: ElementContent): readonly (readonly ElementContent[])[] {
  if (!isElement(node, 'p', 'li', 'ul', 'ol', 'div', 'span')) return [[node]]
  return node.children.flatMap(sentencesOf)
}
