import type { UnitTables } from '../../model/text.ts'
import { textOfNodes } from '../content.ts'
import { namesMeans } from '../language/cue.ts'
import type { Passage } from '../passage.ts'
import type { RunbookHeading } from '../types.ts'

/**
 * Puts the heading above before titles that do not say what the work is for: those of tabs, those that name only a means
 * (“Using PowerShell”), and those of several sections, until they differ.
 *
 * @param title heading of the document, which stands above all sections.
 */
export function qualifyTitles(
  passages: readonly Passage[],
  title: RunbookHeading | null,
  units: UnitTables,
): readonly Passage[] {
  // Titles of tabs and labels have no id.
  const sections = passages.map(({ heading }) => heading?.id || heading)
  const textOf = ({ heading }: Passage) => textOfNodes(heading?.content ?? [], units, 'source')
  const qualifyWhere = (
    all: readonly Passage[],
    isVague: (passage: Passage) => boolean,
  ): readonly Passage[] => {
    const named = new Map<string, Set<unknown>>()
    for (const [at, passage] of all.entries())
      named.set(textOf(passage), (named.get(textOf(passage)) ?? new Set()).add(sections[at]))
    const isOpen = (passage: Passage) => named.get(textOf(passage))!.size > 1 || isVague(passage)
    const isChanged = all.some((passage) => isOpen(passage) && aboveOf(passage, title))
    const changed = all.map((passage) => (isOpen(passage) ? qualified(passage, title) : passage))
    return isChanged ? qualifyWhere(changed, () => false) : all
  }
  return qualifyWhere(passages, (passage) => passage.isTab === true || namesMeans(textOf(passage)))
}

/** A passage whose title begins with the heading above. */
function qualified(passage: Passage, title: RunbookHeading | null): Passage {
  const { heading, headings } = passage
  const above = aboveOf(passage, title)
  if (!heading || !above) return passage
  const content = [...above.content, { type: 'text' as const, value: ' › ' }, ...heading.content]
  return { ...passage, heading: { id: heading.id, content }, headings: headings.slice(0, -1) }
}

/** The heading above that of a passage, below the document's title. */
function aboveOf({ heading, headings }: Passage, title: RunbookHeading | null): RunbookHeading | undefined {
  const above = headings.at(-1)
  return heading && above !== title ? above : undefined
}
