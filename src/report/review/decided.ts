import { decisionsOf } from '../../review/decisions/with-decisions.ts'
import { isFolded } from '../../review/order/risk-of.ts'
import type { Review, ReviewItem } from '../../review/types/review.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import type { ReviewReportOptions } from './options.ts'

type Label = ReviewReportOptions['label']

/** Whether a report for people lists an item: not those of folded classes, nor approved ones. */
export function isToShow({ risk, state }: ReviewItem): boolean {
  return state !== 'approved' && (!isFolded(risk) || state !== 'open')
}

/** Number of items that are neither shown nor approved. */
export function hiddenIn({ items }: Review, shown: number): number {
  return items.filter(({ state }) => state !== 'approved').length - shown
}

/** Rows of a table of counts: the items by what reviewers decided, if they decided anything. */
export function decisionRows({ counts }: Review, label: Label): [string, number][] {
  const { decisions } = counts
  if (!decisions) return []
  const { open, lapsed, ...decided } = decisions
  const isAnyDecided = Object.values(decided).some((count) => count > 0)
  return Object.entries({ ...(isAnyDecided && { open }), ...decided, lapsed }).map(([name, count]) => [
    label(`reviewDecisions.${name}`),
    count,
  ])
}

/** What reviewers said about an item, a line for each decision; empty if nobody said anything. */
export function decisionLines(review: Review, item: ReviewItem, label: Label): readonly string[] {
  const lines = decisionsOf(review, item).map(({ state, reviewer, comment, suggestion }) =>
    [
      [reviewer, state && label(`reviewDecisions.${state}`)].filter(Boolean).join(': '),
      comment,
      suggestion !== undefined &&
        label('record.labelled', { label: label('reviewDecisions.suggestion'), value: suggestion }),
    ]
      .filter((part) => typeof part === 'string' && part !== '')
      .map((part) => foldSpace(part as string))
      .join(' — '),
  )
  return item.state === 'contradicted' ? [label('reviewDecisions.contradicted'), ...lines] : lines
}
