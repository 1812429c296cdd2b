import type { DocumentReview } from '../types/document-review.ts'
import { RISKS, type Risk } from '../types/review.ts'
import type { Headline, UnitReview } from '../types/unit-review.ts'

/** Units whose wording changed on some side, or that should have. */
const WORDING: ReadonlySet<Headline> = new Set<Headline>([
  'source-changed',
  'source-changed+retranslated',
  'retranslated',
  'stale',
])

/** The class of risk of a unit; `undefined` if there is nothing to review. */
export function riskOf(unit: UnitReview, { facts }: Pick<DocumentReview, 'facts'>): Risk | undefined {
  const { headline, findings, signs, structure } = unit
  if (findings?.added.some(({ severity }) => severity !== 'info')) return 'regression'
  if (headline === 'unchanged') return undefined
  if (signs && structure === 'one-to-one' && headline !== 'retranslated') return 'source-sign'
  if (headline === 'untranslated' || headline === 'stale') return headline
  if (WORDING.has(headline)) {
    if (facts.includes('human-to-machine')) return 'human-to-machine'
    if (headline !== 'retranslated') return 'source-changed'
    return signs ? 'target-sign' : 'retranslated'
  }
  return headline as Risk
}

/** Place of a class of risk in the order of reading. */
export function rankOf(risk: Risk): number {
  return RISKS.indexOf(risk)
}

/** Classes that reviewers need not read. */
const FOLDED: ReadonlySet<Risk> = new Set<Risk>(['markup-only', 'whitespace-only', 'removed'])

/** Whether items of a class are counted and folded. */
export function isFolded(risk: Risk): boolean {
  return FOLDED.has(risk)
}
