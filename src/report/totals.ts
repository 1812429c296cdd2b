import type { ReportOptions } from './reporter.ts'
import type { Summary } from './summarize.ts'
import { count } from './words.ts'

/** What was read and found, in words: `233 documents, 16,333 units: 2 errors, 946 warnings`. */
export function totalsOf(summary: Summary, { units, quiet = false }: ReportOptions = {}): string {
  const { documents, errors, warnings, infos } = summary
  const read = [count(documents, 'document'), ...(units === undefined ? [] : [count(units, 'unit')])]
  const hidden = quiet && warnings + infos > 0 ? ' (errors only are listed)' : ''
  return `${read.join(', ')}: ${foundOf({ errors, warnings, infos }).join(', ')}${hidden}`
}

/** What was found, in words: errors and warnings, and hints where there are any. */
export function foundOf({ errors, warnings, infos }: Pick<Summary, 'errors' | 'warnings' | 'infos'>) {
  return [count(errors, 'error'), count(warnings, 'warning'), ...(infos > 0 ? [count(infos, 'hint')] : [])]
}
