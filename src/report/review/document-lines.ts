import type { DocumentFact } from '../../review/types/document-review.ts'
import type { Review } from '../../review/types/review.ts'
import type { ReviewReportOptions } from './options.ts'

/** Maximum number of documents to list; the counts say how many there are. */
const MOST = 20
/** Facts that the items or the counts show well enough. */
const USUAL: ReadonlySet<DocumentFact> = new Set<DocumentFact>(['targets-only', 'ids-only'])

/** What is true of documents as a whole, a line for each; those that could not be read as well. */
export function documentLines({ documents }: Review, label: ReviewReportOptions['label']): readonly string[] {
  const lines = documents.flatMap(({ path, oldPath, facts, problem }) => {
    const said = [
      ...facts.filter((fact) => !USUAL.has(fact)).map((fact) => label(`review.page.fact.${fact}`)),
      ...(problem === undefined ? [] : [problem]),
    ]
    const where = oldPath !== null && oldPath !== path ? `${oldPath} → ${path}` : path
    return said.length === 0 ? [] : `${where}: ${said.join(', ')}`
  })
  return lines.length > MOST ? [...lines.slice(0, MOST), `… + ${lines.length - MOST}`] : lines
}
