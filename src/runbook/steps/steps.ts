import type { Element, ElementContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { contains, hasContent, isElement, textOfNodes, trimNodes } from '../content.ts'
import { isAlert } from '../flow.ts'
import { isImperative } from '../language/imperative.ts'
import { markSentences } from '../language/sentence-marks.ts'
import type { RunbookContent, Step, StepPart } from '../types.ts'

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

/** Share of a list's items that are instructions, from 0 to 1. */
export function imperativeShare(list: Element, units: UnitTables): number {
  const items = itemsOf(list)
  const count = items.filter((item) => isImperative(leadOf(item, units)) || isCommand(item)).length
  return items.length === 0 ? 0 : count / items.length
}

/** Whether an item contains a code block, that is, something to run. */
function isCommand(item: Element): boolean {
  return contains(item, (node) => isElement(node, 'pre'))
}

/** Turns the items of a list into steps with the list's numbers; bulleted items are counted from `first`. */
export function toSteps(list: Element, units: UnitTables, first = 1): readonly Step[] {
  let number = isElement(list, 'ol') ? startOf(list) : first
  return itemsOf(list).map((item) => {
    const step = toStep(item, `${number}`, units)
    number++
    return step
  })
}

/** Number of a list's first item. */
export function startOf(list: Element): number {
  const start = Number(list.properties.start ?? 1)
  return Number.isInteger(start) && start >= 0 ? start : 1
}

/** Turns an item into a step. */
function toStep(item: Element, number: string, units: UnitTables): Step {
  const { notes, rest } = takeNotes(item.children)
  return { number, ...flagsOf(leadOf(item, units)), notes, parts: toStepParts(rest, number, units) }
}

/** Splits content into pieces of a step: ordered lists of instructions become sub-steps. */
export function toStepParts(nodes: RunbookContent, number: string, units: UnitTables): readonly StepPart[] {
  const parts: StepPart[] = []
  let content: ElementContent[] = []
  let count = 0
  const close = (): void => {
    const trimmed = trimNodes(content)
    if (hasContent(trimmed, units))
      parts.push({ type: 'content', content: markSentences(trimmed, ['result'], units) })
    content = []
  }
  for (const child of nodes) {
    if (isElement(child, 'input')) continue
    if (!isElement(child, 'ol') || !isSubProcedure(child, units)) {
      content.push(child)
      continue
    }
    close()
    const steps = itemsOf(child).map((sub, at) => toStep(sub, `${number}.${count + at + 1}`, units))
    count += steps.length
    parts.push({ type: 'steps', steps })
  }
  close()
  return parts
}

/** Whether an ordered list inside a step consists of sub-steps rather than facts. */
function isSubProcedure(list: Element, units: UnitTables): boolean {
  return itemsOf(list).length > 0 && imperativeShare(list, units) >= 0.4
}

/** Judges by the English beginning of a step whether it always applies. */
export function flagsOf(lead: string): Pick<Step, 'optional' | 'conditional'> {
  const optional = /^[[(]?\s*optional(?:ly)?\b/i.test(lead)
  const conditional = /^(?:only )?(?:if|unless|in case)\b/i.test(lead)
  return { optional, conditional }
}

/** Appends content to a step. */
export function appendToStep(step: Step, content: RunbookContent, units: UnitTables): Step {
  const { notes, rest } = takeNotes(content)
  const part = { type: 'content' as const, content: markSentences(rest, ['result'], units) }
  return {
    ...step,
    notes: [...step.notes, ...notes],
    parts: rest.length === 0 ? step.parts : [...step.parts, part],
  }
}

/** Separates notes from other content. */
export function takeNotes(content: RunbookContent): {
  readonly notes: RunbookContent
  readonly rest: RunbookContent
} {
  const isNote = (node: ElementContent): boolean =>
    isAlert(node) ||
    (isElement(node, 'div') && node.children.some(isAlert) && trimNodes(node.children).length === 1)
  return { notes: content.filter(isNote), rest: content.filter((node) => !isNote(node)) }
}
