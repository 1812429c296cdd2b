import type { OtherTranslation } from '../model/multilingual.ts'
import type { Finding } from './engine/define-rule.ts'
import { enumerate } from './engine/quote.ts'

/** What the translations into other locales say of a finding: how bad it then is, and a sentence about it. */
export interface EvidenceOfOthers {
  readonly severity?: Finding['severity'] & string
  readonly note?: string
}

/**
 * Takes other translations as witnesses. Where most of several differ from the source text in the same way, it is a hint: the source
 * text may be at fault. One witness alone proves nothing: both may come from the same machine.
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
      note: `It differs in ${namesOf(alike)} as well: perhaps the source text is wrong.`,
    }
  }
  const kept = otherTranslations.filter((other) => !alike.includes(other))
  if (kept.length * 2 <= otherTranslations.length) return {}
  return { note: `It is kept in ${namesOf(kept)}.` }
}

function namesOf(otherTranslations: readonly OtherTranslation[]): string {
  return enumerate(otherTranslations.map(({ locale }) => `\`${locale}\``))
}
