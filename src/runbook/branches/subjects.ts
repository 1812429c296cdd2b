import type { ElementContent } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { textOfNodes } from '../content.ts'
import { type RestrictedSubject, readSubject } from '../language/condition.ts'
import type { RunbookContent, StageGroup } from '../types.ts'

/**
 * Keys of the conditions on which sentences of a stage depend by their subject: “Imported response groups cannot …” holds
 * only if response groups were imported. So does “Imported agent groups cannot …” if another cell says the same things of
 * agent groups as this one does of response groups.
 *
 * @returns keys by sentence, in lower case.
 */
export function keysBySubject(
  { items }: StageGroup,
  isAsked: (key: string) => boolean,
  units: UnitTables,
): ReadonlyMap<string, string> {
  const cells = items.map(({ expected }) => {
    const sentences = sentencesIn(expected, units)
    return { sentences, subjects: sentences.flatMap((text) => restrictedIn(text)) }
  })
  const certain = cells.flatMap(({ sentences, subjects }) =>
    subjects.filter(({ subject }) => isAsked(subject.key)).map((each) => ({ ...each, sentences })),
  )
  const keys = new Map<string, string>()
  for (const { sentences, subjects } of cells)
    for (const { text, subject } of subjects) {
      const model = certain.find(
        (other) =>
          other.subject.key === subject.key || isParallel(subject, sentences, other.subject, other.sentences),
      )
      if (model) keys.set(text, model.subject.key)
    }
  return keys
}

function restrictedIn(text: string): { readonly text: string; readonly subject: RestrictedSubject }[] {
  const subject = readSubject(text)
  return subject ? [{ text, subject }] : []
}

/** Sentences about both that must agree for two cells to speak of them alike. */
const NEEDED = 2

/** Whether the same was done to two kinds of a thing, and their cells tell them apart from the same others. */
function isParallel(
  one: RestrictedSubject,
  ownSentences: readonly string[],
  other: RestrictedSubject,
  otherSentences: readonly string[],
): boolean {
  if (one.deed !== other.deed || one.noun !== other.noun) return false
  const own = new Set(othersIn(ownSentences, one))
  return othersIn(otherSentences, other).filter((text) => own.has(text)).length >= NEEDED
}

/** What sentences that begin with a kind of a thing say of it first: “owned by the primary pool”. */
function othersIn(sentences: readonly string[], { kind, noun }: RestrictedSubject): readonly string[] {
  const start = `${kind} ${noun} `.trimStart()
  return sentences
    .filter((text) => text.startsWith(start))
    .map((text) => text.slice(start.length).split(' ').slice(0, 5).join(' '))
}

/** The sentences of a cell, in lower case: its units, or the text of its paragraphs and items. */
function sentencesIn(content: RunbookContent, units: UnitTables): readonly string[] {
  return content.flatMap((node) => {
    const own = sentenceOf(node, units)
    if (own !== null) return [own]
    return node.type === 'element' ? sentencesIn(node.children, units) : []
  })
}

/** The text of a node that is a sentence, in lower case; `null` for other nodes. */
export function sentenceOf(node: ElementContent, units: UnitTables): string | null {
  const text = node.type === 'slot' || node.type === 'text' ? textOfNodes([node], units, 'source') : ''
  return text === '' ? null : text.toLowerCase()
}
