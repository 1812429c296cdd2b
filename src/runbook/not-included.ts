import type { Element } from 'hast'
import type { Verdict } from './decision.ts'
import type { FlowSection } from './flow.ts'
import type { NotIncluded, RunbookHeading } from './types.ts'

/**
 * Lists the sections that are left out, without those inside one that is listed, and the missing texts that belong to no section.
 *
 * @param title heading of the document, which is not listed as a heading above.
 */
export function notIncluded(
  root: FlowSection,
  title: RunbookHeading | null,
  verdicts: ReadonlyMap<Element, Verdict>,
  missing: readonly Element[],
): readonly NotIncluded[] {
  const omitted: NotIncluded[] = []
  visit(root, [])
  for (const { children } of missing)
    omitted.push({ id: '', title: children, headings: [], reason: 'missing' })
  return omitted

  function visit({ heading, element, sections }: FlowSection, headings: readonly RunbookHeading[]): void {
    const verdict = element ? verdicts.get(element) : undefined
    if (heading && verdict?.cause) {
      omitted.push({ id: heading.id, title: heading.content, headings, reason: verdict.cause })
      return
    }
    const path = heading && heading !== title ? [...headings, heading] : headings
    for (const section of sections) visit(section, path)
  }
}
