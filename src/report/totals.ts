import { countOf } from '../util/count-of.ts'
import type { ReportOptions } from './reporter.ts'
import type { Summary } from './summarize.ts'

/** Describes the totals: `233 documents, 16,333 units: 2 errors, 946 warnings`. */
export function totalsOf(summary: Summary, { units, quiet = false }: ReportOptions = {}): string {
  const { documents, errors, warnings, infos } = summary
  const read = [countOf(documents, 'document'), ...(units === undefined ? [] : [countOf(units, 'unit')])]
  const hidden = quiet && warnings + infos > 0 ? ' (errors only are listed)' : ''
  return `${read.join(', ')}: ${foundOf({ errors, warnings, infos }).join(', ')}${hidden}`
}

/** Describes the findings: errors and warnings, and hints if there are any. */
export function foundOf({ errors, warnings, infos }: Pick<Summary, 'errors' | 'warnings' | 'infos'>) {
  return [
    countOf(errors, 'error'),
    countOf(warnings, 'warning'),
    ...(infos > 0 ? [countOf(infos, 'hint')] : []),
  ]
}
