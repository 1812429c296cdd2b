import type { UnitTables } from '../../model/text.ts'
import { textOfNodes } from '../content.ts'
import { namesMeans } from '../language/cue.ts'
import type { Passage } from '../passage.ts'
import type { RunbookHeading } from '../types.ts'

/**
 * Puts the heading above before titles that do not say what the work is for: those of several sections, and those that
 * name only a means (“Using PowerShell”).
 *
 * @param title heading of the document, which stands above all sections.
 */
export function qualifyTitles(
  passages: readonly Passage[],
  title: RunbookHeading | null,
  units: UnitTables,
): readonly Passage[] {
  const textOf = ({ content }: RunbookHeading) => textOfNodes(content, units, 'source')
  const sections = new Map<string, Set<string>>()
  for (const { heading } of passages)
    if (heading) sections.set(textOf(heading), (sections.get(textOf(heading)) ?? new Set()).add(heading.id))
  return passages.map((passage) => {
    const { heading, headings } = passage
    const above = headings.at(-1)
    if (!heading || !above || above === title) return passage
    const text = textOf(heading)
    if (sections.get(text)!.size < 2 && !namesMeans(text)) return passage
    const content = [...above.content, { type: 'text' as const, value: ' › ' }, ...heading.content]
    return { ...passage, heading: { id: heading.id, content }, headings: headings.slice(0, -1) }
  })
}
