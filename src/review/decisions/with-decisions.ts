import { compare } from '../../util/data/compare.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { isFolded } from '../order/risk-of.ts'
import type {
  Decision,
  DecisionFile,
  ItemState,
  OutstandingDecision,
  UnitDecision,
} from '../types/decisions.ts'
import type { DocumentReview } from '../types/document-review.ts'
import type { Review, ReviewItem } from '../types/review.ts'
import type { DecidedText } from './decided-texts.ts'
import { stateOf, stateOfMembers } from './state-of.ts'

/**
 * Adds decisions to the units that they are about, states to the items, the requests that are still to be done on
 * units that are in no item, and the counts of all.
 *
 * @param find finds the text of a decision that no item is about; `undefined` if it has lapsed.
 */
export function withDecisions(
  review: Review,
  files: readonly DecisionFile[],
  find: (decision: Decision) => DecidedText | undefined,
): Review {
  const byKey = new Map(
    files.map(({ locale, decisions }) => [locale, groupBy(decisions, ({ key }) => key)] as const),
  )
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
  const counts = { open: 0, approved: 0, 'needs-fix': 0, contradicted: 0 }
  for (const { state, risk } of items) if (state !== 'open' || !isFolded(risk)) counts[state]++
  const outstanding: OutstandingDecision[] = []
  let lapsed = 0
  for (const [locale, known] of byKey) {
    for (const own of known.values()) {
      if (found.has(own)) continue
      const [{ path, source, target }] = own as [Decision]
      const text = find(own[0]!)
      const state = stateOf(own)
      if (!text) lapsed += own.length
      else if (state === 'needs-fix' || state === 'contradicted')
        outstanding.push({
          path,
          locale,
          line: text.line,
          source,
          target,
          state,
          decisions: own.map(toUnitDecision),
        })
    }
  }
  outstanding.sort((a, b) => compare(a.path, b.path) || a.line - b.line)
  const decisions = { ...counts, outstanding: outstanding.length, lapsed }
  return { ...review, documents, items, outstanding, counts: { ...review.counts, decisions } }
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

function toUnitDecision({ state, comment, suggestion, reviewer, at }: UnitDecision): UnitDecision {
  return {
    ...(state !== undefined && { state }),
    ...(comment !== undefined && { comment }),
    ...(suggestion !== undefined && { suggestion }),
    ...(reviewer !== undefined && { reviewer }),
    ...(at !== undefined && { at }),
  }
}
