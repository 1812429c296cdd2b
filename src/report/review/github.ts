import type { Review, ReviewItem, Risk } from '../../review/types/review.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { type AnnotationLevel, annotation } from '../github-annotation.ts'
import { clean } from '../text/words.ts'
import { countOpen } from './decided.ts'
import type { ReviewReport, ReviewReportOptions } from './options.ts'
import { textLines } from './text-lines.ts'

/** Annotations of each level that GitHub shows for a step; it drops the rest silently. */
const MOST = 10
const LEVELS: ReadonlyMap<Risk, AnnotationLevel> = new Map([
  ['source-sign', 'warning'],
  ['untranslated', 'warning'],
  ['stale', 'warning'],
  ['human-to-machine', 'notice'],
  ['source-changed', 'notice'],
])

/**
 * Formats the most urgent units as workflow commands, which GitHub turns into annotations on a pull request,
 * then the number of items.
 */
export function* reviewGithub(review: Review, options: ReviewReportOptions): ReviewReport {
  for (const level of ['error', 'warning', 'notice'] as const) {
    const items = review.items.filter((item) => item.state !== 'approved' && levelOf(review, item) === level)
    for (const item of items.slice(0, MOST)) yield `${annotationOf(review, item, level, options)}\n`
  }
  yield `${clean(options.label('review.items', { number: countOpen(review) }))}\n`
}

function levelOf({ documents }: Review, { risk, members }: ReviewItem): AnnotationLevel | undefined {
  if (risk !== 'regression') return LEVELS.get(risk)
  const isError = members.some(([document, unit]) =>
    documents[document]!.units[unit]!.findings?.added.some(({ severity }) => severity === 'error'),
  )
  return isError ? 'error' : 'warning'
}

function annotationOf(
  { documents }: Review,
  { risk, members }: ReviewItem,
  level: AnnotationLevel,
  { label, folder }: ReviewReportOptions,
): string {
  const [document, index] = members[0]!
  const { path, units } = documents[document]!
  const unit = units[index]!
  const { line, findings } = unit
  const properties = { ...(line !== undefined && { line }), title: label(`review.risk.${risk}`) }
  const lines = [...(findings?.added ?? []).map(({ reason }) => foldSpace(reason)), ...textLines(unit)]
  return annotation(level, { path, folder }, properties, lines)
}
