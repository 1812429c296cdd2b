import type { OtherTranslation } from '../model/multilingual.ts'
import type { Finding, Severity } from './engine/define-rule.ts'
import { enumerate } from './engine/quote.ts'

/** Effect of translations in other locales on a finding: its severity, and a sentence about them. */
export interface EvidenceOfOthers {
  readonly severity?: Severity
  readonly note?: string
}

/**
 * Uses other translations as evidence. If most of several differ from the source text in the same way, the
 * finding becomes a hint: the source text may be wrong. A single one proves nothing, as both may come from
 * the same machine.
 */
export function evidenceOfOthers(
  otherTranslations: readonly OtherTranslation[],
  differsToo: (other: OtherTranslation) => boolean,
): EvidenceOfOthers {
  if (otherTranslations.length === 0) return {}
  const alike = otherTranslations.filter(differsToo)
  if (alike.length > 1 && alike.length * 2 > otherTranslations.length) {
    return {
      severity: 'info',
      note: `It differs in ${namesOf(alike)} too: the source text may be wrong.`,
    }
  }
  const kept = otherTranslations.filter((other) => !alike.includes(other))
  if (kept.length * 2 <= otherTranslations.length) return {}
  return { note: `It is kept in ${namesOf(kept)}.` }
}

/**
 * Adds evidence to a finding: its severity, which wins over the given one, and its sentence after the note.
 */
export function withEvidence(
  evidence: EvidenceOfOthers,
  { note, severity: own }: { readonly note: string; readonly severity?: Severity | undefined },
): Pick<Finding, 'severity' | 'note'> {
  const severity = evidence.severity ?? own
  return { ...(severity && { severity }), note: evidence.note ? `${note} ${evidence.note}` : note }
}

function namesOf(otherTranslations: readonly OtherTranslation[]): string {
  return enumerate(otherTranslations.map(({ locale }) => `\`${locale}\``))
}
