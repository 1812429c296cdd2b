import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isElement, textOfNodes } from '../content.ts'
import { isAlert, paragraph } from '../flow.ts'
import { amountAsked, areForOneOf, countAlternatives, isAlternative } from '../language/branch.ts'
import { cueOfHeading, isDoneByOthers, lastSentence } from '../language/cue.ts'
import { isImperativeSentence } from '../language/imperative.ts'
import { sentencesOf } from '../language/sentences.ts'
import type { RunbookContent, Step } from '../types.ts'
import { imperativeShare, itemsOf, stepOf } from './steps.ts'

/** A choice with the text that offers it. */
export interface OfferedChoice {
  /** Blocks before that text. */
  readonly before: readonly Element[]
  /** A step with the text and its alternatives, and the steps that follow them. */
  readonly steps: readonly Step[]
}

/** Share of instructions that a list of alternatives needs. */
const NEEDED = 0.8

/**
 * Reads a list outside of steps as a choice, if the paragraph before it asks to do one of its items (“Do one of the
 * following:”). `null` if it does not.
 */
export function choiceOfList(
  list: Element,
  before: readonly Element[],
  headings: readonly string[],
  units: UnitTables,
): OfferedChoice | null {
  const at = leadOf(before)
  if (at < 0) return null
  const lead = textOfNodes([before[at]!], units, 'source')
  const last = lastSentence(lead)
  if (amountAsked(lead) !== 'one' || isDoneByOthers(lead)) return null
  if (headings.some((text) => cueOfHeading(text) === 'never' || cueOfHeading(text) === 'doubt')) return null
  if (!isImperativeSentence(last) || OFFERS_ONLY.test(last)) return null
  const items = itemsOf(list).map(({ children }) => children)
  const texts = items.map((item) => textOfNodes(item, units, 'source'))
  // Numbers are an order, unless each item names its own case.
  if (isElement(list, 'ol') && !texts.every(isAlternative)) return null
  return imperativeShare(list, units) >= NEEDED ? offered(before, at, items, texts, units) : null
}

/**
 * Reads groups of blocks as the alternatives that the paragraph before them offers, each of which begins with its
 * own case or purpose (“To run the check using test accounts, …”). The first one can begin in that paragraph. `null`
 * if it offers none.
 */
export function choiceOfProse(
  before: readonly Element[],
  groups: readonly (readonly Element[])[],
  units: UnitTables,
): OfferedChoice | null {
  const [[first, ...rest] = [], ...others] = groups
  const split = first ? splitOffer(first, units) : null
  if (split) return choiceOfProse([...before, split.offer], [[split.first, ...rest], ...others], units)
  const at = leadOf(before)
  const texts = groups.map(([block]) => textOfNodes(block ? [block] : [], units, 'source'))
  if (at < 0 || !isAlternative(texts[0] ?? '')) return null
  const isOffered =
    offersChoice([before[at]!], units) || areForOneOf(texts, textOfNodes([before[at]!], units, 'source'))
  if (!isOffered) return null
  return offered(before, at, groups, texts, units)
}

/** Splits a paragraph that offers a choice before the sentence that begins its first alternative. */
function splitOffer(
  block: Element,
  units: UnitTables,
): { readonly offer: Element; readonly first: Element } | null {
  const { children } = block
  const start = children.findIndex(
    (node, at) =>
      at > 0 &&
      isAlternative(textOfNodes([node], units, 'source')) &&
      offersChoice(children.slice(0, at), units),
  )
  if (start < 0) return null
  return { offer: paragraph(children.slice(0, start)), first: paragraph(children.slice(start)) }
}

/** Whether a sentence of blocks offers alternatives of which one is taken. */
function offersChoice(content: RunbookContent, units: UnitTables): boolean {
  return sentencesOf(textOfNodes(content, units, 'source')).some((each) => amountAsked(each) === 'one')
}

/** Tells what is possible rather than asks for it. */
const OFFERS_ONLY = /\byou (?:can|could|may|might)\b/i

/** Index of the paragraph at the end of blocks, before notes; -1 if they end otherwise. */
function leadOf(blocks: readonly Element[]): number {
  const at = blocks.findLastIndex((block) => !isAlert(block))
  return isElement(blocks[at], 'p') ? at : -1
}

/** Makes a step of the blocks from a paragraph on, with contents as its alternatives; further contents follow it. */
function offered(
  blocks: readonly Element[],
  at: number,
  contents: readonly RunbookContent[],
  texts: readonly string[],
  units: UnitTables,
): OfferedChoice | null {
  const count = countAlternatives(texts, textOfNodes([blocks[at]!], units, 'source'))
  if (count < 2) return null
  const head = stepOf(blocks.slice(at), '1', units, '')
  const steps = contents.map((content, index) =>
    stepOf(content, index < count ? `1.${index + 1}` : `${index - count + 2}`, units, texts[index]),
  )
  const choice = { type: 'choice', options: steps.slice(0, count) } as const
  return {
    before: blocks.slice(0, at),
    steps: [{ ...head, parts: [...head.parts, choice] }, ...steps.slice(count)],
  }
}
