import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOfUnits } from '../../../src/review/decisions/unit-keys.ts'
import { withDecisions } from '../../../src/review/decisions/with-decisions.ts'
import { countReview } from '../../../src/review/order/count-units.ts'
import { makeItems } from '../../../src/review/order/make-items.ts'
import { scanDocument } from '../../../src/review/scan/scan-document.ts'
import type { Decision } from '../../../src/review/types/decisions.ts'
import type { DocumentReview } from '../../../src/review/types/document-review.ts'
import type { Review } from '../../../src/review/types/review.ts'
import { frenchOf, reviewTexts, reviewUnitLists, type Texts } from '../../support/review.ts'
import { decisionOf, fileOf } from './files.ts'

function reviewOf(document: DocumentReview): Review {
  return {
    type: 'review',
    version: 1,
    base: 'a',
    head: 'b',
    sourceLocale: 'en-US',
    locales: ['fr-FR'],
    documents: [document],
    items: makeItems([document]),
    groups: [],
    counts: countReview([document], { total: 1, equal: 0, hasFindings: false }),
    effort: { words: {}, weights: {} as Review['effort']['weights'], weighted: 0 },
  }
}

/** A decision on every changed unit. */
function decideAll({ units, path }: DocumentReview): Decision[] {
  return units.flatMap(({ key, texts, structure }) => {
    if (key === undefined || !texts) return []
    const isGone = structure === 'removed'
    const source = isGone ? texts.oldSource : texts.newSource
    const target = isGone ? texts.oldTarget : texts.newTarget
    return { key, path, state: 'approved' as const, source, target }
  })
}

const text = fc.constantFrom('Restart the server.', 'Stop it now.', 'Wait 5 minutes.', '')
const units = fc.array(
  fc.tuple(text, fc.constantFrom('Redémarrez.', 'Arrêtez.', 'Attendez 5 minutes.', '')),
  {
    maxLength: 8,
  },
)

describe('keys', () => {
  it('never let a decision apply to a changed text, and keep it on texts that stay', () => {
    fc.assert(
      fc.property(units, units, units, (old, current, later) => {
        const first = reviewUnitLists(old, current)
        const decisions = decideAll(first)
        expect(new Set(decisions.map(({ key }) => key)).size).toBe(decisions.length)
        const made = new Map(decisions.map((decision) => [decision.key, decision]))
        const next = reviewUnitLists(old, later)
        for (const { key, texts, structure } of next.units) {
          const decision = key === undefined ? undefined : made.get(key)
          if (!decision || !texts) continue
          const isGone = structure === 'removed'
          expect(decision.source).toBe(isGone ? texts.oldSource : texts.newSource)
          expect(decision.target).toBe(isGone ? texts.oldTarget : texts.newTarget)
        }
        // The same document has the same keys whatever it is compared with.
        const known = keyOfUnits('a.md', scanDocument(frenchOf('ccccc', current)))
        for (const { key, structure } of first.units)
          if (key !== undefined && structure === 'one-to-one') expect(known).toContain(key)
      }),
    )
  })

  it('depend on neither ids nor units elsewhere, and tell units with equal texts apart', () => {
    const list: Texts[] = [
      ['Stop it.', 'Arrêtez.'],
      ['Stop it.', 'Arrêtez.'],
      ['Wait.', 'Attendez.'],
    ]
    const old = list.map(([source]): Texts => [source, 'Ancien.'])
    const keys = (current: readonly Texts[], prefix = 'bbbbb') =>
      reviewTexts(frenchOf('aaaaa', old), frenchOf(prefix, current)).units.map(({ key }) => key)
    expect(new Set(keys(list)).size).toBe(3)
    expect(keys(list, 'ddddd')).toEqual(keys(list))
    expect(keys(list.with(2, ['Wait.', 'Patientez.'])).slice(0, 2)).toEqual(keys(list).slice(0, 2))
  })
})

describe('decisions on a review', () => {
  const document = reviewUnitLists(
    [
      ['Stop it now.', 'Arrêtez.'],
      ['Wait 5 minutes.', 'Attendez.'],
      ['Go on.', 'Continuez.'],
    ],
    [
      ['Stop it later.', 'Arrêtez.'],
      ['Wait 5 minutes.', 'Patientez 5 minutes.'],
      ['Go on.', 'Poursuivez.'],
    ],
  )
  const [stop, wait, go] = document.units.map(({ key }) => key!) as [string, string, string]
  const states = (decisions: readonly Decision[]) => {
    const { items, documents, counts } = withDecisions(
      reviewOf(document),
      [fileOf(decisions)],
      () => undefined,
    )
    const byKey = new Map(
      items.map(({ members, state }) => [documents[0]!.units[members[0]![1]]!.key, state]),
    )
    return { states: [stop, wait, go].map((key) => byKey.get(key)), counts: counts.decisions }
  }

  it('give items their states, and count them', () => {
    expect(
      states([
        decisionOf(stop, { state: 'approved', reviewer: 'Ann' }),
        decisionOf(stop, { state: 'needs-fix', reviewer: 'Bo' }),
        decisionOf(wait, { suggestion: 'Attendez 5 minutes.' }),
        decisionOf(go, { comment: 'Hm.' }),
        decisionOf('gone', { state: 'approved' }),
      ]),
    ).toEqual({
      states: ['contradicted', 'needs-fix', 'open'],
      counts: { open: 1, approved: 0, 'needs-fix': 1, contradicted: 1, outstanding: 0, lapsed: 1 },
    })
  })

  it('contradict each other if two suggestions differ, and agree if one says more', () => {
    const suggest = (suggestion: string, reviewer: string) => decisionOf(stop, { suggestion, reviewer })
    expect(states([suggest('Un.', 'Ann'), suggest('Deux.', 'Bo')]).states[0]).toBe('contradicted')
    expect(states([suggest('Un.', 'Ann'), decisionOf(stop, { state: 'needs-fix' })]).states[0]).toBe(
      'needs-fix',
    )
  })
})
