import type { NotIncluded, OmissionReason } from '../../runbook/types.ts'
import type { RunbookWriter } from './writer.ts'

/** Sections that are not in the runbook for the same reason. */
export interface NotIncludedGroup {
  /** Key of the label of the reason. */
  readonly label: string
  readonly sections: readonly NotIncludedView[]
}

/** A section that is not in the runbook. */
export interface NotIncludedView {
  /** Its heading below the headings above it, as plain text. */
  readonly title: string
  /** The same in the other language; empty if it is not shown or equal. */
  readonly otherTitle: string
  /** URL of the section on the document's page; empty if there is no page. */
  readonly url: string
}

const REASONS: readonly OmissionReason[] = ['background', 'excluded', 'elsewhere', 'missing']

/**
 * Groups the sections that are not in a runbook by reason.
 *
 * @param page URL of the document's page; `null` if there is none.
 */
export function groupNotIncluded(
  sections: readonly NotIncluded[],
  page: string | null,
  writer: RunbookWriter,
): readonly NotIncludedGroup[] {
  const toView = ({ id, title, headings }: NotIncluded): NotIncludedView => {
    const path = [...headings, { id, content: title }]
    const url = page === null ? '' : page + (id === '' ? '' : `#${id}`)
    return { title: writer.path(path), otherTitle: writer.otherPath(path), url }
  }
  return REASONS.flatMap((reason) => {
    const own = sections.filter((section) => section.reason === reason)
    return own.length > 0 ? [{ label: `notIncluded.${reason}`, sections: own.map(toView) }] : []
  })
}
