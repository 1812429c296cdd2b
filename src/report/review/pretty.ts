import pc from 'picocolors'
import type { Review, ReviewItem } from '../../review/types/review.ts'
import { type DifferencePart, difference } from '../../util/text/difference.ts'
import { visibleEdges } from '../text/visible.ts'
import { clean } from '../text/words.ts'
import { documentRows, effortRow, headlineRows } from './count-rows.ts'
import { decisionLines, decisionRows, hiddenIn, isToShow, outstandingLines } from './decided.ts'
import { documentLines } from './document-lines.ts'
import type { ReviewReport, ReviewReportOptions } from './options.ts'

/** Number of items that are shown; a file holds the rest. */
const MOST = 50

/** Writes a review for a terminal: the items by risk, then the counts. */
export function* reviewPretty(review: Review, { label, color = false }: ReviewReportOptions): ReviewReport {
  const colors = pc.createColors(color)
  const items = review.items.filter(isToShow)
  let risk: string | undefined
  for (const item of items.slice(0, MOST)) {
    if (item.risk !== risk) yield `${colors.bold(clean(label(`review.risk.${item.risk}`)))}\n\n`
    risk = item.risk
    yield itemOf(review, item, colors, label)
  }
  const { outstanding = [] } = review
  if (outstanding.length > 0) yield `${colors.bold(clean(label('reviewDecisions.outstanding')))}\n\n`
  for (const each of outstanding.slice(0, MOST)) {
    const [place = '', ...said] = outstandingLines(each, label)
    const lines = [colors.cyan(clean(place)), ...said.map((line) => colors.yellow(clean(line)))]
    yield `${lines.map((line) => `  ${line}\n`).join('')}\n`
  }
  const documentsSaid = documentLines(review, label)
  for (const line of documentsSaid) yield `  ${clean(line)}\n`
  if (documentsSaid.length > 0) yield '\n'
  const hidden = hiddenIn(review, Math.min(MOST, items.length))
  if (hidden > 0) yield `${clean(label('review.leftOut', { number: hidden }))}\n\n`
  const rows = [
    ...headlineRows(review, label),
    ...documentRows(review, label),
    ...decisionRows(review, label),
    effortRow(review, label),
  ]
  for (const [name, count] of rows) if (count > 0) yield `${String(count).padStart(8)}  ${clean(name)}\n`
  if (review.items.length === 0) yield `${clean(label('review.nothing'))}\n`
}

function itemOf(
  review: Review,
  item: ReviewItem,
  colors: ReturnType<typeof pc.createColors>,
  label: ReviewReportOptions['label'],
): string {
  const { documents } = review
  const { members } = item
  const [document, index] = members[0]!
  const { path, units } = documents[document]!
  const { line, texts, findings } = units[index]!
  const where = `${path}${line === undefined ? '' : `:${line}`}${members.length > 1 ? ` × ${members.length}` : ''}`
  const lines = [`  ${colors.cyan(clean(where))}`]
  for (const { rule, reason } of findings?.added ?? []) lines.push(`  ${clean(rule)}: ${clean(reason)}`)
  for (const line of decisionLines(review, item, label)) lines.push(`  ${colors.yellow(clean(line))}`)
  const show = (parts: readonly DifferencePart[], mark: (text: string) => string, sign: string) =>
    lines.push(
      `  ${sign} ${parts.map(({ text, differs }) => (differs ? mark(visibleEdges(text)) : clean(text.replace(/\s+/g, ' ')))).join('')}`,
    )
  for (const [before, after] of texts
    ? [
        [texts.oldSource, texts.newSource],
        [texts.oldTarget, texts.newTarget],
      ]
    : []) {
    if (before === after) {
      if (before) show([{ text: before, differs: false }], String, ' ')
      continue
    }
    const { actual, expected } = difference(before ?? '', after ?? '')
    if (before !== null) show(actual!, colors.red, '-')
    if (after !== null) show(expected!, colors.green, '+')
  }
  return `${lines.join('\n')}\n\n`
}
