import type { Element, ElementContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isBlank, isElement, textOfNodes, trimNodes } from '../content.ts'
import { isAlert } from '../flow.ts'
import { lastSentence } from '../language/cue.ts'
import type { Passage, ProcedurePassage } from '../passage.ts'
import type { RunbookHeading } from '../types.ts'

/**
 * Titles procedures under one heading by the sentences that announce them (“To verify that …, do the following:”),
 * so that they differ; the heading goes above.
 */
export function distinguish(passages: readonly Passage[], units: UnitTables): readonly Passage[] {
  const counts = new Map<RunbookHeading, number>()
  for (const { type, heading } of passages)
    if (type === 'procedure' && heading) counts.set(heading, (counts.get(heading) ?? 0) + 1)
  return passages.map((passage) =>
    passage.type === 'procedure' && passage.heading && counts.get(passage.heading)! > 1
      ? named(passage, passage.heading, units)
      : passage,
  )
}

/** Longest sentence that serves as a title, in characters. */
const LONGEST = 200

/** A procedure titled by the sentence before its steps, if that says what they are for. */
function named(passage: ProcedurePassage, heading: RunbookHeading, units: UnitTables): ProcedurePassage {
  const at = passage.context.findLastIndex((block) => !isAlert(block))
  const block = passage.context[at]
  if (!isElement(block, 'p')) return passage
  const sentence = sentenceAtEnd(block)
  const text = textOfNodes(sentence, units, 'source')
  if (text.length > LONGEST || text !== lastSentence(text) || !isPurpose(text)) return passage
  const isWhole = text === textOfNodes([block], units, 'source')
  return {
    ...passage,
    heading: { id: heading.id, content: sentence },
    headings: [...passage.headings, heading],
    context: isWhole ? passage.context.toSpliced(at, 1) : passage.context,
  }
}

/** The last unit of a paragraph that is made of units; else all of it. */
function sentenceAtEnd({ children }: Element): ElementContent[] {
  const content = trimNodes(children)
  const last = content.at(-1)
  const isOfUnits = content.every((node) => node.type === 'slot' || isBlank(node))
  return isOfUnits && last ? [last] : [...content]
}

/** Whether a sentence says what the steps after it are for. */
function isPurpose(sentence: string): boolean {
  const isVague = /^to do (?:this|that|so|it)\b/i.test(sentence)
  return !isVague && /^(?:(?:to|in order to|if|for|when)\s.*:$|(?:to|in order to)\s[^.]*,)/i.test(sentence)
}
