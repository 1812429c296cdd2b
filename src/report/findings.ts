import type { VFileMessage } from 'vfile-message'
import { type MessageSeverity, severityOf } from '../model/findings/severity-of.ts'
import type { ReportOptions } from './reporter.ts'
import type { Summary } from './summarize.ts'

/** A message and the path of its file. */
export interface ReportedFinding {
  readonly path: string
  readonly message: VFileMessage
  readonly severity: MessageSeverity
}

/** Severities, worst first. */
export const SEVERITIES: readonly MessageSeverity[] = ['error', 'warning', 'info']

/** Lists all messages to show, worst first, then by path and place. */
export function findingsOf(
  summary: Summary,
  { quiet = false }: ReportOptions = {},
): readonly ReportedFinding[] {
  const all = summary.files.flatMap(({ path, messages }) =>
    messages.map((message) => ({ path, message, severity: severityOf(message) })),
  )
  const shown = quiet ? SEVERITIES.slice(0, 1) : SEVERITIES
  return shown.flatMap((severity) => all.filter((finding) => finding.severity === severity))
}

/** Alternates between rules, so that the first findings show as many kinds as possible. */
export function takeTurns(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const seen = new Map<string | undefined, number>()
  const turns = findings.map((finding) => {
    const turn = seen.get(finding.message.ruleId) ?? 0
    seen.set(finding.message.ruleId, turn + 1)
    return { finding, turn }
  })
  return turns.sort((a, b) => a.turn - b.turn).map(({ finding }) => finding)
}

/** Place of a message: `12:5`, or nothing if it is about the whole file. */
export function placeOf({ line, column }: VFileMessage): string {
  return line === undefined ? '' : `${line}:${column ?? 1}`
}
