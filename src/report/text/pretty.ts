import picocolors from 'picocolors'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { type MessageSeverity, severityOf } from '../../model/findings/severity-of.ts'
import { numberOf } from '../../util/count-of.ts'
import { comparisonOf } from '../comparison.ts'
import { placeOf } from '../findings.ts'
import type { ReportOptions } from '../reporter.ts'
import { type RuleSummary, type Summary, summarize } from '../summarize.ts'
import { totalsOf } from '../totals.ts'
import { clean } from './words.ts'
import { wrap } from './wrap.ts'

type Colors = ReturnType<typeof picocolors.createColors>

/** Columns before the text of a message, for place and severity. */
const INDENT = 20

/** Terminals with fewer columns show place and severity on a separate line. */
const NARROW = 70

/**
 * Maximum characters of a compared text without a width, columns of its name, and columns for marks without
 * colour.
 */
const [TEXT, LABEL, MARKS] = [200, 10, 8]

/**
 * Formats the messages for a person: by file, then a table by rule that shows what to do first.
 *
 * Lists at most `limit` findings of each rule, so that thousands of one kind do not bury a single one of
 * another; with `quiet`, only errors. Breaks lines at `width`.
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
      lines.push(
        colors.underline(clean(path)),
        ...shown.flatMap((message) => describe(message, options, colors)),
        '',
      )
  }
  const cut = [...listed].filter(([, number]) => number > limit).sort()
  for (const [rule, number] of cut) {
    lines.push(colors.dim(`… ${numberOf(number - limit)} more of ${clean(rule)} not listed`))
  }
  return cut.length > 0 ? [...lines, ''] : lines
}

function describe(message: VFileMessage, { width }: ReportOptions, colors: Colors): readonly string[] {
  const severity = severityOf(message)
  const place = placeOf(message).padStart(9)
  const rule = clean(message.ruleId ?? '')
  const paintedSeverity = paint(severity, severity.padEnd(7), colors)
  const reason = oneLine(message.reason)
  const isNarrow = width !== undefined && width < NARROW
  const indent = ' '.repeat(isNarrow ? 4 : INDENT)
  const room = width === undefined ? undefined : width - indent.length
  const lines = room === undefined ? [`${reason}  ${rule}`] : wrap(`${reason}  ${rule}`, room)
  const painted = lines.map((line, index) => (index === lines.length - 1 ? dimEnd(line, rule, colors) : line))
  const first = isNarrow ? [`${placeOf(message).padStart(4)} ${paintedSeverity}`] : []
  const text = painted.map((line, index) =>
    index === 0 && !isNarrow ? `${place}  ${paintedSeverity}  ${line}` : `${indent}${line}`,
  )
  return [
    ...first,
    ...text,
    ...comparison(message, room, colors).map((line) => `${indent}${line}`),
    ...notes(message).flatMap((note) =>
      (room === undefined ? [note] : wrap(note, room)).map((line) => colors.dim(`${indent}${line}`)),
    ),
  ]
}

/** Dims the rule if it ends the line. */
function dimEnd(line: string, rule: string, colors: Colors): string {
  return rule !== '' && line.endsWith(rule) ? line.slice(0, -rule.length) + colors.dim(rule) : line
}

/**
 * The two compared texts, one below the other, with their difference marked: by colours, or as in `git diff
 * --word-diff`.
 */
function comparison(message: VFileMessage, room: number | undefined, colors: Colors): readonly string[] {
  const compared = comparisonOf(message, Math.max(20, (room ?? TEXT) - LABEL - MARKS))
  if (!compared) return []
  return [compared.left, compared.right].map(({ name, parts }) => {
    const isExpected = name === 'expected' || name === 'source'
    const text = parts.map(({ text, differs }) => {
      if (!differs) return text
      if (colors.isColorSupported) return colors.underline(isExpected ? colors.green(text) : colors.red(text))
      return isExpected ? `{+${text}+}` : `[-${text}-]`
    })
    return `${colors.dim(name.padEnd(LABEL))}${text.join('') || colors.dim('(nothing)')}`
  })
}

function notes({ note, cause }: VFileMessage): readonly string[] {
  const related = cause instanceof Error && 'line' in cause && typeof cause.line === 'number'
  return [
    ...(note ? [oneLine(note)] : []),
    ...(related ? [`${oneLine(cause.message)}: line ${cause.line}`] : []),
  ]
}

function ruleTable(summary: Summary, options: ReportOptions, colors: Colors): readonly string[] {
  const rules = summary.rules.filter((rule) => !options.quiet || rule.errors > 0).sort(byUrgency)
  if (rules.length === 0) return []
  const header = ['rule', 'errors', 'warnings', 'hints', 'documents', 'what to do']
  const rows = rules.map((rule) => [
    clean(rule.ruleId),
    ...[rule.errors, options.quiet ? 0 : rule.warnings, options.quiet ? 0 : rule.infos, rule.documents].map(
      (number) => (number === 0 ? '–' : numberOf(number)),
    ),
    clean(rule.url ?? ''),
  ])
  const isCut = options.width !== undefined && tableWidth([header, ...rows]) > options.width
  const widths = widthsOf([header, ...rows])
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 || column === row.length - 1
          ? cell.padEnd(widths[column]!)
          : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd()
  if (!isCut) return [colors.bold(line(header)), ...rows.map(line), '']
  // The last column goes below each rule if it does not fit beside it.
  const short = (row: readonly string[]) => line([...row.slice(0, -1), ''])
  const below = (row: readonly string[]) => (row.at(-1) ? [`  ${colors.dim(row.at(-1)!)}`] : [])
  return [colors.bold(short(header)), ...rows.flatMap((row) => [short(row), ...below(row)]), '']
}

/** Width of a table, with two characters between its columns. */
function tableWidth(rows: readonly (readonly string[])[]): number {
  return widthsOf(rows).reduce((sum, width) => sum + width + 2, -2)
}

/** The widest cell of each column. */
function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  return rows[0]!.map((_, column) => rows.reduce((most, row) => Math.max(most, row[column]!.length), 0))
}

/** Sorts by errors, then by warnings and hints. */
function byUrgency(a: RuleSummary, b: RuleSummary): number {
  return b.errors - a.errors || b.warnings - a.warnings || b.infos - a.infos
}

function totals(summary: Summary, options: ReportOptions, colors: Colors): string {
  const { errors, warnings } = summary
  const text = totalsOf(summary, options)
  // The counts of findings are at the end, so those of documents and units stay uncoloured.
  const [read, found] = [text.slice(0, text.lastIndexOf(': ')), text.slice(text.lastIndexOf(': '))]
  const painted = found
    .replace(/[\d,]+ errors?(?! only)/, (counted) => (errors > 0 ? colors.red(counted) : counted))
    .replace(/[\d,]+ warnings?/, (counted) => (warnings > 0 ? colors.yellow(counted) : counted))
  return `${read}${painted}`
}

function paint(severity: MessageSeverity, text: string, colors: Colors): string {
  return { error: colors.red, warning: colors.yellow, info: colors.blue }[severity](text)
}

/**
 * Messages can contain line breaks, control characters and bidirectional marks, none of which may reach a
 * terminal.
 */
function oneLine(text: string): string {
  return clean(text.replace(/\s+/g, ' '))
}
