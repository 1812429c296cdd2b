import type { VFileMessage } from 'vfile-message'
import type { ExchangeNote } from '../../exchange/exchange-file.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { offsetOf } from '../../model/findings/offset-of.ts'
import { type MessageSeverity, severityOf } from '../../model/findings/severity-of.ts'
import { unitFinder } from '../../validate/engine/find-unit.ts'

/** Severity of a finding, from the least. */
const SEVERITIES: readonly MessageSeverity[] = ['info', 'warning', 'error']

/** Findings in a unit. */
export interface UnitFindings {
  readonly notes: readonly ExchangeNote[]
  /** The worst of them. */
  readonly severity: MessageSeverity
}

/** Groups the findings in the file of a document by the key of the unit that they start in. */
export function findingsByUnit(
  document: BilingualDocument,
  messages: readonly VFileMessage[],
): ReadonlyMap<string, UnitFindings> {
  const found = new Map<string, UnitFindings>()
  const findUnit = unitFinder(document.units)
  for (const message of messages) {
    const offset = offsetOf(message)
    const unit = offset === undefined ? undefined : findUnit({ place: [offset, offset] })
    if (!unit) continue
    const severity = severityOf(message)
    const known = found.get(unit.key)
    found.set(unit.key, {
      notes: [...(known?.notes ?? []), { category: 'finding', text: textOf(message, severity) }],
      severity: known && isAtLeast(known.severity, severity) ? known.severity : severity,
    })
  }
  return found
}

/** Whether a severity is as bad as another one, or worse. */
export function isAtLeast(severity: MessageSeverity, least: MessageSeverity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least)
}

function textOf({ ruleId, reason, note }: VFileMessage, severity: MessageSeverity): string {
  const name = severity === 'info' ? 'Hint' : severity === 'error' ? 'Error' : 'Warning'
  return `${name} (${ruleId}): ${reason}${reason.endsWith('.') ? '' : '.'}${note ? ` ${note}` : ''}`
}
