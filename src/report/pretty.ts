import picocolors from 'picocolors'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { ReportOptions } from './reporter.ts'
import { type MessageSeverity, type RuleSummary, type Summary, severityOf, summarize } from './summarize.ts'

type Colors = ReturnType<typeof picocolors.createColors>

const numbers = new Intl.NumberFormat('en-US')

/**
 * The messages for a person: by file, then a table by rule to see what to do first.
 *
 * Of each rule at most `limit` findings are listed one by one, so that thousands of one kind do not bury a single one of another;
 * with `quiet`, errors only.
 */
export function pretty(files: readonly VFile[], options: ReportOptions = {}): string {
  const colors = picocolors.createColors(options.color ?? false)
  const summary = summarize(files)
  const sections = [
    ...listMessages(summary, options, colors),
    ...ruleTable(summary, options, colors),
    totals(summary, options, colors),
  ]
  return `${sections.join('\n')}\n`
}

function listMessages(summary: Summary, options: ReportOptions, colors: Colors): readonly string[] {
  const { limit = 20, quiet = false } = options
  const listed = new Map<string, number>()
  const lines: string[] = []
  for (const { path, messages } of summary.files) {
    const shown = messages.filter((message) => {
      if (quiet && !message.fatal) return false
      const rule = message.ruleId ?? 'other'
      listed.set(rule, (listed.get(rule) ?? 0) + 1)
      return listed.get(rule)! <= limit
    })
    if (shown.length > 0)
      lines.push(colors.underline(path), ...shown.flatMap((message) => describe(message, colors)), '')
  }
  const cut = [...listed].filter(([, number]) => number > limit).sort()
  for (const [rule, number] of cut) {
    lines.push(colors.dim(`… ${numbers.format(number - limit)} more of ${rule} not listed`))
  }
  return cut.length > 0 ? [...lines, ''] : lines
}

function describe(message: VFileMessage, colors: Colors): readonly string[] {
  const severity = severityOf(message)
  const place = (message.line === undefined ? '' : `${message.line}:${message.column}`).padStart(9)
  const rule = colors.dim(message.ruleId ?? '')
  const lines = [
    `${place}  ${paint(severity, severity.padEnd(7), colors)}  ${oneLine(message.reason)}  ${rule}`,
  ]
  const indent = ' '.repeat(20)
  if (message.note) lines.push(colors.dim(`${indent}${oneLine(message.note)}`))
  const cause = message.cause
  if (cause instanceof Error && 'line' in cause && typeof cause.line === 'number') {
    lines.push(colors.dim(`${indent}${oneLine(cause.message)}: line ${cause.line}`))
  }
  return lines
}

function ruleTable(summary: Summary, options: ReportOptions, colors: Colors): readonly string[] {
  const rules = summary.rules.filter((rule) => !options.quiet || rule.errors > 0).sort(byUrgency)
  if (rules.length === 0) return []
  const header = ['rule', 'errors', 'warnings', 'hints', 'documents', 'what to do']
  const rows = rules.map((rule) => [
    rule.ruleId,
    ...[rule.errors, options.quiet ? 0 : rule.warnings, options.quiet ? 0 : rule.infos, rule.documents].map(
      (number) => (number === 0 ? '–' : numbers.format(number)),
    ),
    rule.url ?? '',
  ])
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]!.length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 || column === row.length - 1
          ? cell.padEnd(widths[column]!)
          : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd()
  return [colors.bold(line(header)), ...rows.map(line), '']
}

/** Errors first, then what there is most of. */
function byUrgency(a: RuleSummary, b: RuleSummary): number {
  return b.errors - a.errors || b.warnings - a.warnings || b.infos - a.infos
}

function totals(summary: Summary, options: ReportOptions, colors: Colors): string {
  const { documents, errors, warnings, infos } = summary
  const read = [count(documents, 'document'), options.units === undefined ? '' : count(options.units, 'unit')]
  const found = [
    errors > 0 ? colors.red(count(errors, 'error')) : count(errors, 'error'),
    warnings > 0 ? colors.yellow(count(warnings, 'warning')) : count(warnings, 'warning'),
    ...(infos > 0 ? [count(infos, 'hint')] : []),
  ]
  const hidden = options.quiet && warnings + infos > 0 ? ' (errors only are listed)' : ''
  return `${read.filter(Boolean).join(', ')}: ${found.join(', ')}${hidden}`
}

function count(number: number, thing: string): string {
  return `${numbers.format(number)} ${thing}${number === 1 ? '' : 's'}`
}

function paint(severity: MessageSeverity, text: string, colors: Colors): string {
  return { error: colors.red, warning: colors.yellow, info: colors.blue }[severity](text)
}

/** Content may hold line breaks, control characters and marks that turn the direction: none may reach a terminal. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
}
