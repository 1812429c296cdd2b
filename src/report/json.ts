import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import '../model/findings/message.ts'
import { severityOf } from '../model/findings/severity-of.ts'
import type { ReportOptions } from './reporter.ts'
import { summarize } from './summarize.ts'
import { toJson } from './text/words.ts'

/**
 * Formats the messages as JSON according to `schema/report.schema.json`. Fields without a value are `null`.
 */
export function json(files: readonly VFile[], options: ReportOptions = {}): string {
  const { documents, errors, warnings, infos, rules, files: withMessages } = summarize(files)
  const report = {
    version: 1,
    summary: {
      documents,
      ...(options.units !== undefined && { units: options.units }),
      errors,
      warnings,
      infos,
      byRule: Object.fromEntries(rules.map(({ ruleId, ...counts }) => [ruleId, counts])),
    },
    results: withMessages
      .map(({ path, messages }) => ({
        path,
        messages: messages.filter((message) => !options.quiet || message.fatal).map(messageToJson),
      }))
      .filter(({ messages }) => messages.length > 0),
  }
  return `${toJson(report, 2)}\n`
}

function messageToJson(message: VFileMessage) {
  return {
    ruleId: message.ruleId ?? null,
    severity: severityOf(message),
    reason: message.reason,
    ...placeToJson(message),
    actual: message.actual ?? null,
    expected: message.expected ?? null,
    note: message.note ?? null,
    url: message.url ?? null,
    fingerprint: message.fingerprint ?? null,
    cause: causeToJson(message.cause),
  }
}

function placeToJson({ place }: VFileMessage) {
  const start = place && ('start' in place ? place.start : place)
  const end = place && 'end' in place ? place.end : undefined
  return {
    line: start?.line ?? null,
    column: start?.column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
    offset: start?.offset ?? null,
  }
}

function causeToJson(cause: unknown) {
  if (!(cause instanceof Error)) return null
  const place = 'place' in cause ? placeToJson(cause as VFileMessage) : placeToJson({} as VFileMessage)
  return { reason: cause.message, ...place }
}
