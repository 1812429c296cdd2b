import { hashOf } from '../../util/data/hash-of.ts'
import type { DocumentReview } from '../types/document-review.ts'
import type { ItemMember, ReviewItem, Risk } from '../types/review.ts'
import type { UnitPlace, UnitReview } from '../types/unit-review.ts'
import { changedWords } from './changed-words.ts'
import { rankOf, riskOf } from './risk-of.ts'

/** Places that readers see first. */
const PROMINENT: ReadonlySet<UnitPlace | undefined> = new Set<UnitPlace>(['heading', 'table-head', 'step'])
const SEVERITIES = ['error', 'warning', 'info'] as const
/** Classes in which large changes come first; the others keep the order of their documents. */
const BY_WORDS: ReadonlySet<Risk> = new Set<Risk>(['untranslated', 'source-changed', 'stale'])

/** An item under construction. */
interface Draft {
  risk: Risk
  /** Severity of its worst new finding, from 0; above all for none. */
  severity: number
  isProminent: boolean
  readonly unit: UnitReview
  readonly members: ItemMember[]
}

/**
 * Makes the list to review: one item for all units with the same source, old target and new target, ordered by
 * risk, then headings, heads of tables and steps first, then as in the documents.
 */
export function makeItems(documents: readonly DocumentReview[]): readonly ReviewItem[] {
  const drafts = new Map<string, Draft>()
  for (const [at, document] of documents.entries()) {
    for (const [index, unit] of document.units.entries()) {
      const risk = riskOf(unit, document)
      if (!risk) continue
      const key = keyOf(unit, document, at, index)
      const draft = drafts.get(key)
      if (draft) addTo(draft, unit, risk, [at, index])
      else drafts.set(key, { ...ratingOf(unit, risk), unit, members: [[at, index]] })
    }
  }
  return [...drafts.values()]
    .map(toItem)
    .sort(byRisk)
    .map(({ item }) => item)
}

/** What equal changes have in common: headline and texts, within a locale. */
function keyOf(unit: UnitReview, { locale }: DocumentReview, document: number, index: number): string {
  const { headline, texts } = unit
  if (!texts) return `${document} ${index}`
  // The texts of a docset, twice, would take most of the memory of a review.
  return hashOf(
    JSON.stringify([locale, headline, texts.oldSource, texts.newSource, texts.oldTarget, texts.newTarget]),
  )
}

function ratingOf(unit: UnitReview, risk: Risk): Pick<Draft, 'risk' | 'severity' | 'isProminent'> {
  const severities = unit.findings?.added.map(({ severity }) => SEVERITIES.indexOf(severity)) ?? []
  return {
    risk,
    severity: Math.min(SEVERITIES.length, ...severities),
    isProminent: PROMINENT.has(unit.place),
  }
}

/** Adds a unit to an item, which is as urgent as its most urgent member. */
function addTo(draft: Draft, unit: UnitReview, risk: Risk, member: ItemMember): void {
  const rating = ratingOf(unit, risk)
  if (rankOf(risk) < rankOf(draft.risk)) draft.risk = risk
  draft.severity = Math.min(draft.severity, rating.severity)
  draft.isProminent ||= rating.isProminent
  draft.members.push(member)
}

/** An item with what decides its place in the list. */
interface Placed {
  readonly item: ReviewItem
  readonly order: readonly number[]
}

function toItem({ risk, severity, isProminent, unit, members }: Draft): Placed {
  // An identifier that became the source text is often right; a sentence is not.
  const words = risk === 'untranslated' ? unit.words : changedWords(unit)
  const [document, index] = members[0]!
  return {
    item: { risk, headline: unit.headline, words, members, state: 'open' },
    order: [rankOf(risk), severity, isProminent ? 0 : 1, BY_WORDS.has(risk) ? -words : 0, document, index],
  }
}

function byRisk(a: Placed, b: Placed): number {
  const at = a.order.findIndex((value, index) => value !== b.order[index])
  return at < 0 ? 0 : a.order[at]! - b.order[at]!
}
