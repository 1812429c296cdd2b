import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { MessageSeverity } from '../model/findings/severity-of.ts'
import { countOf } from '../util/count-of.ts'
import { foldSpace } from '../util/text/fold-space.ts'
import { findingsOf, type ReportedFinding, SEVERITIES, takeTurns } from './findings.ts'
import { type AnnotationLevel, annotation } from './github-annotation.ts'
import type { ReportOptions } from './reporter.ts'
import { summarize } from './summarize.ts'
import { totalsOf } from './totals.ts'

/** Annotations of each level that GitHub shows for a step; it drops the rest silently. */
const MOST = 10

const LEVELS: Readonly<Record<MessageSeverity, AnnotationLevel>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

const THINGS: Readonly<Record<MessageSeverity, string>> = { error: 'error', warning: 'warning', info: 'hint' }

/**
 * Formats the messages as workflow commands, which GitHub turns into annotations on a pull request: worst
 * first, as many as it shows, alternating between rules; then the number of others.
 *
 * Format: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions.
 */
export function github(files: readonly VFile[], options: ReportOptions = {}): string {
  const summary = summarize(files)
  const findings = findingsOf(summary, options)
  const bySeverity = SEVERITIES.map((severity) => ({
    severity,
    all: findings.filter((finding) => finding.severity === severity),
  }))
  const annotations = bySeverity.flatMap(({ all }) =>
    takeTurns(all)
      .slice(0, MOST)
      .map((finding) => annotationOf(finding, options)),
  )
  const hidden = bySeverity
    .filter(({ all }) => all.length > MOST)
    .map(({ severity, all }) => countOf(all.length - MOST, `more ${THINGS[severity]}`))
  const notes = hidden.length > 0 ? [`${hidden.join(', ')} not shown as annotations`] : []
  return `${[...annotations, totalsOf(summary, options), ...notes].join('\n')}\n`
}

function annotationOf({ path, message, severity }: ReportedFinding, { folder }: ReportOptions): string {
  const properties = { ...region(message), title: message.ruleId ?? 'Lockstep' }
  const lines = [message.reason, message.note, message.url].filter(Boolean).map((line) => foldSpace(line!))
  return annotation(LEVELS[severity], { path, folder }, properties, lines)
}

/** Columns are allowed only if the message ends on the line where it starts. */
function region({ place, line, column }: VFileMessage): Record<string, number> {
  if (line === undefined) return {}
  const end = place && 'end' in place ? place.end : undefined
  if (end && end.line !== line) return { line, endLine: end.line }
  return {
    line,
    ...(column !== undefined && { col: column }),
    ...(end && { endLine: end.line, endColumn: end.column }),
  }
}
