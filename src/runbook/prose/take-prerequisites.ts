import type { Element, ElementContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isElement, isOfUnits, textOfNodes, trimNodes } from '../content.ts'
import { isAlert, paragraph } from '../flow.ts'
import { isRequirement } from '../language/cue.ts'
import type { ProcedureSection } from '../types.ts'
import { isInstruction } from './instructions.ts'

/**
 * Separates prerequisites from other blocks, sentence by sentence where paragraphs are made of units. A paragraph that
 * ends with a colon includes the list or table after it; without one it introduces the steps.
 */
export function takePrerequisites(
  blocks: readonly Element[],
  units: UnitTables,
): Pick<ProcedureSection, 'context' | 'prerequisites'> {
  const context: Element[] = []
  const prerequisites: Element[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!
    const text = isElement(block, 'p') ? textOfNodes([block], units, 'source') : ''
    const list = blocks[at + 1]
    if (text.endsWith(':')) {
      const isList = isRequirement(text) && isElement(list, 'ul', 'ol', 'table')
      if (isList) prerequisites.push(block, list)
      else context.push(block)
      if (isList) at++
      continue
    }
    if (!isElement(block, 'p') || isAlert(block)) {
      context.push(block)
      continue
    }
    const { before, required, after } = splitParagraph(block, units)
    if (required.length === 0) context.push(block)
    else {
      context.push(...before, ...after)
      prerequisites.push(...required)
    }
  }
  return { context, prerequisites }
}

/** A paragraph as what is before the first prerequisite in it, the prerequisites, and what is after them. */
interface SplitParagraph {
  readonly before: readonly Element[]
  readonly required: readonly Element[]
  readonly after: readonly Element[]
}

/** Splits a paragraph at its first prerequisite, and at the first instruction after that, which is work. */
function splitParagraph(block: Element, units: UnitTables): SplitParagraph {
  const content = trimNodes(block.children)
  const say = (nodes: readonly ElementContent[]) => textOfNodes(nodes, units, 'source')
  if (!isOfUnits(content))
    return isRequirement(say(content))
      ? { before: [], required: [block], after: [] }
      : { before: [block], required: [], after: [] }
  const start = content.findIndex((node) => isRequirement(say([node])))
  if (start < 0) return { before: [block], required: [], after: [] }
  const work = content.findIndex((node, at) => at > start && isOtherWork(say([node])))
  const end = work < 0 ? content.length : work
  const wrap = (nodes: readonly ElementContent[]) => (say(nodes) === '' ? [] : [paragraph(trimNodes(nodes))])
  return {
    before: wrap(content.slice(0, start)),
    required: wrap(content.slice(start, end)),
    after: wrap(content.slice(end)),
  }
}

/** Whether a sentence after a prerequisite asks for work, and makes sense without it. */
function isOtherWork(sentence: string): boolean {
  const [first = ''] = /^(?:\S+\s+){0,4}/.exec(sentence) ?? []
  return (
    isInstruction(sentence) &&
    !isRequirement(sentence) &&
    !/\b(?:it|them|they|th(?:is|at|ese|ose))\b/i.test(first)
  )
}
