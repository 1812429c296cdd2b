import { HEADLINES } from '../../review/order/count-units.ts'
import type { Review, ReviewItem } from '../../review/types/review.ts'
import type { UnitReview } from '../../review/types/unit-review.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { code, escapeText } from '../markdown-text.ts'
import { clean } from '../text/words.ts'
import { decisionLines, decisionRows, hiddenIn, isToShow } from './decided.ts'
import type { ReviewReport, ReviewReportOptions } from './options.ts'

/** First line of the comment, by which a workflow finds the one to replace. */
const COMMENT_MARKER = '<!-- lockstep-review -->'

/** Maximum length of a comment on GitHub in characters, and what its last lines need. */
const [MOST, RESERVE] = [65_536, 400]
/** Maximum length of a text that is shown. */
const LONGEST = 600

/** Writes a review as one comment: the counts, then the items by risk until the comment is full. */
export function* reviewMarkdown(review: Review, options: ReviewReportOptions): ReviewReport {
  const { label } = options
  const head = headOf(review, label)
  yield head
  let left = MOST - RESERVE - head.length
  let shown = 0
  let risk: string | undefined
  const items = review.items.filter(isToShow)
  for (const item of items) {
    const title = item.risk === risk ? '' : `\n### ${escapeText(label(`review.risk.${item.risk}`))}\n`
    const text = title + itemOf(review, item, label)
    if (text.length > left) break
    yield text
    left -= text.length
    risk = item.risk
    shown++
  }
  if (items.length === 0) yield `\n${escapeText(label('review.nothing'))}\n`
  const others = hiddenIn(review, shown)
  if (others > 0) yield `\n${escapeText(label('review.leftOut', { number: others }))}\n`
}

function headOf(review: Review, label: ReviewReportOptions['label']): string {
  const { base, head, counts, effort } = review
  const { documents, units, findings } = counts
  const rows: [string, number][] = [
    [label('review.documents.changed'), documents.changed],
    [label('review.documents.added'), documents.added],
    [label('review.documents.removed'), documents.removed],
    [label('review.documents.moved'), documents.moved],
    ...(findings ? [[label('review.newFindings'), findings.added] as [string, number]] : []),
    ...HEADLINES.map((name): [string, number] => [label(`review.headline.${name}`), units[name]]),
    ...decisionRows(review, label),
    [label('review.effort'), effort.weighted],
  ]
  const table = rows
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `| ${escapeText(name)} | ${count} |`)
  return [
    COMMENT_MARKER,
    `## ${escapeText(label('review.title'))}`,
    '',
    `${code(base)} → ${code(head)}`,
    '',
    '| | |',
    '|---|---:|',
    ...table,
    '',
  ].join('\n')
}

function itemOf(review: Review, item: ReviewItem, label: ReviewReportOptions['label']): string {
  const { documents } = review
  const { members } = item
  const [document, index] = members[0]!
  const { path, units } = documents[document]!
  const unit = units[index]!
  const at = unit.line === undefined ? path : `${path}:${unit.line}`
  const more = members.length > 1 ? ` × ${members.length}` : ''
  const findings = (unit.findings?.added ?? []).map(({ rule }) => ` · ${code(rule)}`).join('')
  const lines = linesOf(unit)
  // Nothing in the texts may end the block.
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)))
  const decided = decisionLines(review, item, label).map((line) => `> ${escapeText(shown(line))}\n`)
  const notes = decided.length > 0 ? `${decided.join('>\n')}\n` : ''
  return `\n${code(at)}${more}${findings}\n\n${notes}${fence}diff\n${lines.join('\n')}\n${fence}\n`
}

function linesOf({ texts }: UnitReview): readonly string[] {
  if (!texts) return []
  const { oldSource, newSource, oldTarget, newTarget } = texts
  return [...pairOf(oldSource, newSource), ...pairOf(oldTarget, newTarget)]
}

function pairOf(before: string | null, after: string | null): readonly string[] {
  if (before === after) return before === null ? [] : [`  ${shown(before)}`]
  return [
    ...(before === null ? [] : [`- ${shown(before)}`]),
    ...(after === null ? [] : [`+ ${shown(after)}`]),
  ]
}

function shown(text: string): string {
  const line = clean(foldSpace(text))
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : line
}

function longestRun(line: string): number {
  return (line.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
}
