import type { Element, ElementContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { hasElement, isBlank, isElement, isOfUnits, textOfNodes, trimNodes } from '../content.ts'
import { isAlert } from '../flow.ts'
import { isToTitle, lastSentence } from '../language/cue.ts'
import { isPurpose, namesWork } from '../language/purpose.ts'
import type { Passage, ProcedurePassage } from '../passage.ts'
import type { RunbookHeading } from '../types.ts'

/**
 * Titles procedures under one heading by the sentences that announce them (“To verify that …, do the following:”),
 * so that they differ; the heading goes above. Those without such a sentence are counted (“Agent (2)”). A procedure directly
 * under the document's title has the name of its purpose, if others are below.
 *
 * @param title heading of the document.
 */
export function distinguish(
  passages: readonly Passage[],
  title: RunbookHeading | null,
  units: UnitTables,
): readonly Passage[] {
  const counts = new Map<RunbookHeading, number>()
  for (const { type, heading } of passages)
    if (type === 'procedure' && heading) counts.set(heading, (counts.get(heading) ?? 0) + 1)
  const taken = new Map<RunbookHeading, string[]>()
  return passages.map((passage) => {
    const { heading } = passage
    if (passage.type !== 'procedure' || !heading) return passage
    const isAlone = counts.get(heading)! < 2
    if (isAlone && (heading !== title || counts.size < 2)) return passage
    const own = taken.get(heading) ?? []
    taken.set(heading, own)
    // The heading is the name of the first procedure under it, unless it is that of the document.
    const isOpen = !isAlone && (heading === title || own.length > 0)
    const announced = announcedBy(passage, own, isOpen, units)
    const name = announced ? textOfNodes(announced.sentence, units, 'source') : ''
    own.push(name)
    if (announced && (!isAlone || isToTitle(name))) return named(passage, heading, announced, units)
    const count = own.filter((each) => each === '').length
    return count > 1 ? { ...passage, heading: counted(heading, count) } : passage
  })
}

/** A heading with a number, for a procedure under it that no sentence names. */
function counted({ id, content }: RunbookHeading, number: number): RunbookHeading {
  return { id, content: [...content, { type: 'text', value: ` (${number})` }] }
}

/** A sentence that announces steps, with its paragraph. */
interface Announcement {
  readonly sentence: ElementContent[]
  readonly block: Element
}

/** Longest sentence that serves as a title, in characters. */
const LONGEST = 200

/**
 * The sentence before the steps of a procedure, or at the start of its first one, that says what they are for; `null` if
 * there is none that is not taken.
 *
 * @param isOpen whether a sentence serves that names the work in other words.
 */
function announcedBy(
  passage: ProcedurePassage,
  taken: readonly string[],
  isOpen: boolean,
  units: UnitTables,
): Announcement | null {
  const said = [passage.context.findLast((block) => !isAlert(block)), ...(isOpen ? [leadOf(passage)] : [])]
  const blocks = said.filter((block) => isElement(block, 'p'))
  const found = (fits: (text: string) => boolean, isLast: boolean): Announcement | null => {
    for (const block of blocks) {
      const sentences = sentencesIn(block, units)
      const sentence = (isLast ? sentences.slice(-1) : sentences).findLast((each) => {
        const text = textOfNodes(each, units, 'source')
        return text.length <= LONGEST && !taken.includes(text) && fits(text)
      })
      if (sentence) return { sentence, block }
    }
    return null
  }
  return found(isPurpose, !isOpen) ?? (isOpen ? found(namesWork, false) : null)
}

/** The paragraph that announces a command, if steps begin with one. */
function leadOf({ steps: [first] }: ProcedurePassage): ElementContent | undefined {
  const [part] = first?.parts ?? []
  if (part?.type !== 'content' || !part.content.some((node) => hasElement(node, 'pre'))) return undefined
  return part.content[0]
}

/** A procedure titled by the sentence that announces it. */
function named(
  passage: ProcedurePassage,
  heading: RunbookHeading,
  { sentence, block }: Announcement,
  units: UnitTables,
): ProcedurePassage {
  const isWhole = textOfNodes(sentence, units, 'source') === textOfNodes([block], units, 'source')
  return {
    ...passage,
    heading: { id: heading.id, content: sentence },
    headings: [...passage.headings, heading],
    context: isWhole ? passage.context.filter((each) => each !== block) : passage.context,
  }
}

/** The units of a paragraph that is made of units; else all of it, if that is one sentence. */
function sentencesIn({ children }: Element, units: UnitTables): readonly ElementContent[][] {
  const content = trimNodes(children)
  const parts = isOfUnits(content)
    ? content.filter((node) => !isBlank(node)).map((node) => [node])
    : [[...content]]
  return parts.filter((part) => {
    const text = textOfNodes(part, units, 'source')
    return text !== '' && text === lastSentence(text)
  })
}
