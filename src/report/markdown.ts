import type { VFile } from 'vfile'
import { countOf, numberOf } from '../util/count-of.ts'
import { foldSpace } from '../util/text/fold-space.ts'
import { type ComparedText, comparisonOf } from './comparison.ts'
import { findingsOf, placeOf, type ReportedFinding } from './findings.ts'
import { code, escapeText } from './markdown-text.ts'
import type { ReportOptions } from './reporter.ts'
import { type RuleSummary, type Summary, summarize } from './summarize.ts'
import { codeSpans } from './text/code-spans.ts'
import { clean } from './text/words.ts'
import { foundOf, totalsOf } from './totals.ts'

/** Maximum characters: a comment on GitHub holds 65,536. */
const ROOM = 65_000

/** Characters to reserve for the end: the number of unlisted findings, and closing tags. */
const END = 300

/** Maximum number of rules in the table, worst first. */
const MOST_RULES = 100

/** Maximum characters of a compared text. */
const TEXT = 200

/**
 * Formats the messages for a comment on a pull request: a table of rules, and the findings, worst first, to
 * expand.
 */
export function markdown(files: readonly VFile[], options: ReportOptions = {}): string {
  const summary = summarize(files)
  const findings = findingsOf(summary, options)
  const head = [
    `### Lockstep: ${foundOf(summary).join(', ')}`,
    totalsOf(summary, options),
    ...(findings.length > 0 ? [ruleTable(summary, options)] : []),
  ].join('\n\n')
  const sections = findings.length > 0 ? [head, ...list(findings, options, ROOM - END - head.length)] : [head]
  return `${sections.join('\n\n')}\n`
}

function ruleTable(summary: Summary, { quiet = false }: ReportOptions): string {
  const rules = summary.rules
    .filter((rule) => !quiet || rule.errors > 0)
    .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || b.infos - a.infos)
  const rows = rules.slice(0, MOST_RULES).map((rule) => {
    const counts = [rule.errors, quiet ? 0 : rule.warnings, quiet ? 0 : rule.infos, rule.documents]
    return `| ${[nameOf(rule), ...counts.map((number) => (number === 0 ? '–' : numberOf(number)))].join(' | ')} |`
  })
  const left = rules.length - rows.length
  return [
    '| Rule | Errors | Warnings | Hints | Documents |',
    '| --- | --: | --: | --: | --: |',
    ...rows,
    ...(left > 0 ? ['', `${countOf(left, 'more rule')} not listed`] : []),
  ].join('\n')
}

function nameOf({ ruleId, url }: Pick<RuleSummary, 'ruleId' | 'url'>): string {
  const name = code(ruleId)
  return url && /^https?:\/\/[^\s()<>|]+$/.test(url) ? `[${name}](${url})` : name
}

function list(findings: readonly ReportedFinding[], options: ReportOptions, room: number): readonly string[] {
  const { limit = 20 } = options
  const listed = new Map<string, number>()
  const items: string[] = []
  let left = room
  for (const finding of findings) {
    const rule = finding.message.ruleId ?? 'other'
    const number = listed.get(rule) ?? 0
    if (number >= limit) continue
    const text = item(finding)
    left -= text.length + 1
    if (left < 0) break
    listed.set(rule, number + 1)
    items.push(text)
  }
  const rest = findings.length - items.length
  return [
    `<details>\n<summary>${countOf(items.length, 'finding')}</summary>`,
    items.join('\n'),
    ...(rest > 0 ? [`${countOf(rest, 'more finding')} not listed`] : []),
    '</details>',
  ]
}

function item({ path, message, severity }: ReportedFinding): string {
  const place = placeOf(message)
  const lines = [
    `- ${SIGNS[severity]} ${code(place ? `${path}:${place}` : path)} ${code(message.ruleId ?? 'other')}`,
    `  <br>${prose(message.reason)}`,
    ...(message.note ? [`  <br><sub>${prose(message.note)}</sub>`] : []),
  ]
  const comparison = comparisonOf(message, TEXT)
  if (comparison) lines.push(...[comparison.left, comparison.right].map((text) => `  <br>${compared(text)}`))
  return lines.join('\n')
}

const SIGNS = { error: '**Error**', warning: '**Warning**', info: '**Hint**' } as const

/** Formats a compared text: differences are `<ins>` in the expected text and `<del>` in the actual one. */
function compared({ name, parts }: ComparedText): string {
  const tag = name === 'expected' || name === 'source' ? 'ins' : 'del'
  const text = parts.map(({ text, differs }) =>
    differs ? `<${tag}>${escapeText(text)}</${tag}>` : escapeText(text),
  )
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${text.length > 0 ? `<code>${text.join('')}</code>` : '(nothing)'}`
}

/** Text of a message, with text in backquotes as code. */
function prose(text: string): string {
  return codeSpans(shorten(foldSpace(text)))
    .map((piece) => (piece.code ? code(piece.text) : escapeText(clean(piece.text))))
    .join('')
}

function shorten(text: string, limit = 500): string {
  return text.length > limit ? `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text
}
