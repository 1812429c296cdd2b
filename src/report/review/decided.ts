import { decisionsOf } from '../../review/decisions/with-decisions.ts'
import { isFolded } from '../../review/order/risk-of.ts'
import type { ItemState, OutstandingDecision, UnitDecision } from '../../review/types/decisions.ts'
import type { Review, ReviewItem } from '../../review/types/review.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import type { CountRow } from './count-rows.ts'
import type { ReviewReportOptions } from './options.ts'
import { shownText } from './text-lines.ts'

type Label = ReviewReportOptions['label']

/** Whether a report for people lists an item: not those of folded classes, nor approved ones. */
export function isToShow({ risk, state }: ReviewItem): boolean {
  return state !== 'approved' && (!isFolded(risk) || state !== 'open')
}

/** Number of items that reviewers have yet to read: folded classes need no reading. */
export function countOpen({ items }: Review): number {
  return items.filter((item) => isToShow(item)).length
}

/** Number of items that are neither shown nor approved. */
export function hiddenIn({ items }: Review, shown: number): number {
  return items.filter(({ state }) => state !== 'approved').length - shown
}

/** Rows of a table of counts: the items by what reviewers decided, if they decided anything. */
export function decisionRows({ counts }: Review, label: Label): readonly CountRow[] {
  const { decisions } = counts
  if (!decisions) return []
  const { open, outstanding, lapsed, ...decided } = decisions
  const isAnyDecided = Object.values(decided).some((count) => count > 0)
  return Object.entries({ ...(isAnyDecided && { open }), ...decided, outstanding, lapsed }).map(
    ([name, count]) => [label(`reviewDecisions.${name}`), count],
  )
}

/** What reviewers said about an item, a line for each decision; empty if nobody said anything. */
export function decisionLines(review: Review, item: ReviewItem, label: Label): readonly string[] {
  return linesOf(decisionsOf(review, item), item.state, label)
}

/** A request on a unit that no item is about, as lines: its place and target, then what reviewers said. */
export function outstandingLines(
  { path, line, target, state, decisions }: OutstandingDecision,
  label: Label,
): readonly string[] {
  return [`${path}:${line} — ${shownText(target ?? '')}`, ...linesOf(decisions, state, label)]
}

function linesOf(decisions: readonly UnitDecision[], state: ItemState, label: Label): readonly string[] {
  const lines = decisions.map(({ state, reviewer, comment, suggestion }) =>
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
  return state === 'contradicted' ? [label('reviewDecisions.contradicted'), ...lines] : lines
}
