import { isFolded } from '../order/risk-of.ts'
import type { Decision, DecisionFile, ItemState, UnitDecision } from '../types/decisions.ts'
import type { DocumentReview } from '../types/document-review.ts'
import type { Review, ReviewItem } from '../types/review.ts'
import { stateOf, stateOfMembers } from './state-of.ts'

/**
 * Adds decisions to the units that they are about, states to the items, and the counts of both.
 *
 * @param isLapsed whether the texts of a decision that no unit of the review has are in no document any longer.
 */
export function withDecisions(
  review: Review,
  files: readonly DecisionFile[],
  isLapsed: (decision: Decision) => boolean,
): Review {
  const byKey = new Map(files.map(({ locale, decisions }) => [locale, groupByKey(decisions)]))
  const found = new Set<readonly Decision[]>()
  const documents = review.documents.map((document): DocumentReview => {
    const known = byKey.get(document.locale)
    if (!known || known.size === 0) return document
    const units = document.units.map((unit) => {
      const own = unit.key === undefined ? undefined : known.get(unit.key)
      if (!own) return unit
      found.add(own)
      return { ...unit, decisions: own.map(toUnitDecision) }
    })
    return { ...document, units }
  })
  const items = review.items.map((item) => ({ ...item, state: stateOfItem(item, documents) }))
  const others = [...byKey.values()].flatMap((known) => [...known.values()].filter((own) => !found.has(own)))
  const counts = { open: 0, approved: 0, 'needs-fix': 0, contradicted: 0 }
  for (const { state, risk } of items) if (state !== 'open' || !isFolded(risk)) counts[state]++
  const lapsed = others.flat().filter(isLapsed).length
  return { ...review, documents, items, counts: { ...review.counts, decisions: { ...counts, lapsed } } }
}

/** The decisions on the members of an item: equal ones once. */
export function decisionsOf({ documents }: Review, { members }: ReviewItem): readonly UnitDecision[] {
  const found = new Map<string, UnitDecision>()
  for (const [document, unit] of members)
    for (const decision of documents[document]!.units[unit]!.decisions ?? [])
      found.set(JSON.stringify(toUnitDecision(decision)), decision)
  return [...found.values()]
}

function stateOfItem({ members }: ReviewItem, documents: readonly DocumentReview[]): ItemState {
  return stateOfMembers(
    members.map(([document, unit]) => stateOf(documents[document]!.units[unit]!.decisions ?? [])),
  )
}

function groupByKey(decisions: readonly Decision[]): ReadonlyMap<string, readonly Decision[]> {
  const byKey = new Map<string, Decision[]>()
  for (const decision of decisions) {
    const all = byKey.get(decision.key)
    if (all) all.push(decision)
    else byKey.set(decision.key, [decision])
  }
  return byKey
}

function toUnitDecision({ state, comment, suggestion, reviewer, at }: UnitDecision): UnitDecision {
  return {
    ...(state !== undefined && { state }),
    ...(comment !== undefined && { comment }),
    ...(suggestion !== undefined && { suggestion }),
    ...(reviewer !== undefined && { reviewer }),
    ...(at !== undefined && { at }),
  }
}
