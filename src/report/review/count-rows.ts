import { HEADLINES } from '../../review/order/count-units.ts'
import type { Review } from '../../review/types/review.ts'
import type { ReviewReportOptions } from './options.ts'

type Label = ReviewReportOptions['label']
/** A row of a table of counts. */
export type CountRow = readonly [name: string, count: number]

/** Documents by what became of them, and the findings that units gained. */
export function documentRows({ counts }: Review, label: Label): readonly CountRow[] {
  const { documents, findings } = counts
  return [
    [label('review.documents.changed'), documents.changed],
    [label('review.documents.added'), documents.added],
    [label('review.documents.removed'), documents.removed],
    [label('review.documents.moved'), documents.moved],
    ...(findings ? [[label('review.newFindings'), findings.added] as const] : []),
  ]
}

/** Units by headline. */
export function headlineRows({ counts }: Review, label: Label): readonly CountRow[] {
  return HEADLINES.map((name) => [label(`review.headline.${name}`), counts.units[name]])
}

/** The effort in weighted words. */
export function effortRow({ effort }: Review, label: Label): CountRow {
  return [label('review.effort'), effort.weighted]
}
