import { hashOf } from '../../util/data/hash-of.ts'
import type { DocumentReview } from '../types/document-review.ts'
import type { ItemMember, ReviewItem, Risk } from '../types/review.ts'
import type { Headline, UnitPlace, UnitReview } from '../types/unit-review.ts'
import { changedWords } from './changed-words.ts'
import { rankOf, riskOf } from './risk-of.ts'

/** Places that readers see first. */
const PROMINENT: ReadonlySet<UnitPlace | undefined> = new Set<UnitPlace>(['heading', 'table-head', 'step'])
/** Units whose translation does not follow its source. */
const DOUBTFUL: ReadonlySet<Headline> = new Set<Headline>(['untranslated', 'stale'])
const SEVERITIES = ['error', 'warning', 'info'] as const
/** Classes in which large changes come first; the others keep the order of their documents. */
const BY_WORDS: ReadonlySet<Risk> = new Set<Risk>(['untranslated', 'source-changed', 'stale'])

/** What makes an item urgent within its class: the lower a number, the earlier. */
interface Rating {
  readonly risk: Risk
  /** Rank of its worst new finding; above all for none. */
  readonly severity: number
  /** Rank of what the translation may have wrong, whatever the findings say. */
  readonly doubt: number
  readonly isProminent: boolean
}

/** An item under construction. */
interface Draft {
  rating: Rating
  readonly unit: UnitReview
  readonly members: ItemMember[]
}

/**
 * Makes the list to review: one item for all units with the same source, old target and new target. Orders it by
 * risk, then by severity of findings, then by signs of risk, with headings, heads of tables and steps first, then
 * as in the documents.
 *
 * @param isTypographic whether a rule, by id, finds faults of typography only, which follow others of their severity.
 */
export function makeItems(
  documents: readonly DocumentReview[],
  isTypographic: (rule: string) => boolean = () => false,
): readonly ReviewItem[] {
  const drafts = new Map<string, Draft>()
  for (const [at, document] of documents.entries()) {
    for (const [index, unit] of document.units.entries()) {
      const risk = riskOf(unit, document)
      if (!risk) continue
      const key = keyOf(unit, document, at, index)
      const rating = ratingOf(unit, risk, isTypographic)
      const draft = drafts.get(key)
      if (draft) addTo(draft, rating, [at, index])
      else drafts.set(key, { rating, unit, members: [[at, index]] })
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

function ratingOf(unit: UnitReview, risk: Risk, isTypographic: (rule: string) => boolean): Rating {
  const ranks = unit.findings?.added.map(
    ({ severity, rule }) => SEVERITIES.indexOf(severity) * 2 + (isTypographic(rule) ? 1 : 0),
  )
  return {
    risk,
    severity: Math.min(SEVERITIES.length * 2, ...(ranks ?? [])),
    doubt: unit.signs ? 0 : DOUBTFUL.has(unit.headline) ? 1 : 2,
    isProminent: PROMINENT.has(unit.place),
  }
}

/** Adds a unit to an item, which is as urgent as its most urgent member. */
function addTo(draft: Draft, other: Rating, member: ItemMember): void {
  const { risk, severity, doubt, isProminent } = draft.rating
  draft.rating = {
    risk: rankOf(other.risk) < rankOf(risk) ? other.risk : risk,
    severity: Math.min(severity, other.severity),
    doubt: Math.min(doubt, other.doubt),
    isProminent: isProminent || other.isProminent,
  }
  draft.members.push(member)
}

/** An item with what decides its place in the list. */
interface Placed {
  readonly item: ReviewItem
  readonly order: readonly number[]
}

function toItem({ rating, unit, members }: Draft): Placed {
  const { risk, severity, doubt, isProminent } = rating
  // An identifier that became the source text is often right; a sentence is not.
  const words = risk === 'untranslated' ? unit.words : changedWords(unit)
  const [document, index] = members[0]!
  return {
    item: { risk, headline: unit.headline, words, members, state: 'open' },
    order: [
      rankOf(risk),
      severity,
      doubt,
      isProminent ? 0 : 1,
      BY_WORDS.has(risk) ? -words : 0,
      document,
      index,
    ],
  }
}

function byRisk(a: Placed, b: Placed): number {
  const at = a.order.findIndex((value, index) => value !== b.order[index])
  return at < 0 ? 0 : a.order[at]! - b.order[at]!
}
