import type { OutstandingDecision } from '../../review/types/decisions.ts'
import { type Review, type ReviewItem, RISKS } from '../../review/types/review.ts'
import { code, escapeText } from '../markdown-text.ts'
import { documentRows, effortRow, headlineRows } from './count-rows.ts'
import { decisionLines, decisionRows, isToShow, outstandingLines } from './decided.ts'
import { documentLines } from './document-lines.ts'
import type { ReviewReport, ReviewReportOptions } from './options.ts'
import { shownText, textLines } from './text-lines.ts'

/** First line of the comment, by which a workflow finds the one to replace. */
const COMMENT_MARKER = '<!-- lockstep-review -->'

/** Maximum length of a comment on GitHub, in code points; counted here in UTF-16 code units, which are no fewer. */
const MOST = 65_536

/** Writes a review as one comment: the counts, then the items by risk until the comment is full. */
export function* reviewMarkdown(review: Review, options: ReviewReportOptions): ReviewReport {
  const { label } = options
  const head = headOf(review, label)
  yield head
  // The list of what is left out is longest if nothing is shown.
  let left = MOST - head.length - restOf(review.items, label).length
  let shown = 0
  let risk: string | undefined
  const items = review.items.filter(isToShow)
  const facts = documentLines(review, label).map((line) => `- ${escapeText(shownText(line))}\n`)
  const listed = fitting(facts, left / 8)
  if (listed.length > 0) yield `\n${listed.join('')}`
  left -= listed.join('').length + 1
  const requests = (review.outstanding ?? []).map((each) => requestOf(each, label))
  const requestsTitle = `\n### ${escapeText(label('reviewDecisions.outstanding'))}\n`
  // What nobody has done yet must not be lost behind what is new, nor crowd it out.
  const some = fitting(requests, Math.min(left / 2, left - requestsTitle.length))
  if (some.length > 0) {
    const text = `${requestsTitle}\n${some.join('')}`
    yield text
    left -= text.length
  }
  for (const item of items) {
    const title = item.risk === risk ? '' : `\n### ${escapeText(label(`review.risk.${item.risk}`))}\n`
    const text = title + itemOf(review, item, label)
    if (text.length > left) break
    yield text
    left -= text.length
    risk = item.risk
    shown++
  }
  if (items.length === 0 && requests.length === 0) yield `\n${escapeText(label('review.nothing'))}\n`
  const isShown = new Set(items.slice(0, shown))
  yield restOf(
    review.items.filter((item) => item.state !== 'approved' && !isShown.has(item)),
    label,
  )
}

/** The first texts that fit into a number of characters. */
function fitting(texts: readonly string[], most: number): readonly string[] {
  let left = most
  const end = texts.findIndex((text) => {
    left -= text.length
    return left < 0
  })
  return end < 0 ? texts : texts.slice(0, end)
}

function requestOf(request: OutstandingDecision, label: ReviewReportOptions['label']): string {
  const [place = '', ...said] = outstandingLines(request, label).map((line) => escapeText(shownText(line)))
  return `- ${[place, ...said].join('<br>')}\n`
}

/** How many items are left out, in all and by class. */
function restOf(items: readonly ReviewItem[], label: ReviewReportOptions['label']): string {
  if (items.length === 0) return ''
  const counts = RISKS.map((risk) => [risk, items.filter((item) => item.risk === risk).length] as const)
  const classes = counts
    .filter(([, count]) => count > 0)
    .map(([risk, count]) => `\n- ${escapeText(label(`review.risk.${risk}`))} × ${count}`)
  return `\n${escapeText(label('review.leftOut', { number: items.length }))}\n${classes.join('')}\n`
}

function headOf(review: Review, label: ReviewReportOptions['label']): string {
  const { base, head } = review
  const rows = [
    ...documentRows(review, label),
    ...headlineRows(review, label),
    ...decisionRows(review, label),
    effortRow(review, label),
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
  const lines = textLines(unit)
  // Nothing in the texts may end the block.
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)))
  const decided = decisionLines(review, item, label).map((line) => `> ${escapeText(shownText(line))}\n`)
  const notes = decided.length > 0 ? `${decided.join('>\n')}\n` : ''
  return `\n${code(at)}${more}${findings}\n\n${notes}${fence}diff\n${lines.join('\n')}\n${fence}\n`
}

function longestRun(line: string): number {
  return (line.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
}
