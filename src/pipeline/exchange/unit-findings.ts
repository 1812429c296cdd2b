import type { VFileMessage } from 'vfile-message'
import type { ExchangeNote } from '../../exchange/exchange-file.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { offsetOf } from '../../model/findings/offset-of.ts'
import { type MessageSeverity, severityOf } from '../../model/findings/severity-of.ts'
import type { TranslationUnit } from '../../model/unit.ts'
import { unitsOf } from '../../model/units-of.ts'
import { lastBefore } from '../../util/data/last-before.ts'

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
  if (messages.length === 0) return found
  const units = unitsOf(document)
  for (const message of messages) {
    const offset = offsetOf(message)
    const unit = offset === undefined ? undefined : unitAt(document, units, offset)
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

/** The innermost unit at an offset. */
function unitAt(
  { units: byKey }: BilingualDocument,
  units: readonly TranslationUnit[],
  offset: number,
): TranslationUnit | undefined {
  let unit = units[lastBefore(units, offset, ({ place }) => place[0])]
  while (unit && offset >= unit.place[1]) unit = unit.parent === undefined ? undefined : byKey[unit.parent]
  return unit
}
