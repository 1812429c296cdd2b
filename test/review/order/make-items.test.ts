import { describe, expect, it } from 'vitest'
import { groupItems } from '../../../src/review/order/group-items.ts'
import { makeItems } from '../../../src/review/order/make-items.ts'
import type { DocumentFact, DocumentReview } from '../../../src/review/types/document-review.ts'
import { RISKS } from '../../../src/review/types/review.ts'
import type { ReviewFinding, UnitReview } from '../../../src/review/types/unit-review.ts'

let next = 0

/** A retranslated unit unlike all others, changed as asked. */
function unit(change: Partial<UnitReview> = {}): UnitReview {
  const id = `a-${next++}`
  const texts = { oldSource: id, newSource: id, oldTarget: `${id} x`, newTarget: `${id} y` }
  return {
    headline: 'retranslated',
    newIds: [id],
    oldIds: [id],
    source: 'same',
    target: 'text',
    structure: 'one-to-one',
    moved: false,
    join: { method: 'text' },
    words: 5,
    place: 'text',
    texts,
    ...change,
  }
}

function document(
  units: readonly UnitReview[],
  facts: DocumentFact[] = [],
  locale = 'fr-FR',
): DocumentReview {
  return { path: 'a.md', oldPath: 'a.md', locale, join: { method: 'path' }, facts, units }
}

function finding(severity: ReviewFinding['severity'], rule = 'x'): Pick<UnitReview, 'findings'> {
  const one: ReviewFinding = { rule, severity, reason: 'x', fingerprint: 'x' }
  return { findings: { added: [one], solved: [] } }
}

const stale = (oldSource: string, newSource: string): Partial<UnitReview> => ({
  headline: 'stale',
  source: 'text',
  target: 'same',
  texts: { oldSource, newSource, oldTarget: 't', newTarget: 't' },
})

describe('makeItems', () => {
  it('orders by risk', () => {
    const changed: Partial<UnitReview> = { headline: 'source-changed+retranslated', source: 'text' }
    const units = [
      unit({ headline: 'removed', structure: 'removed' }),
      unit({ headline: 'whitespace-only', target: 'whitespace' }),
      unit({ headline: 'markup-only', target: 'markup' }),
      unit({ headline: 'moved', target: 'same', moved: true }),
      unit(finding('info')),
      unit({ signs: ['numbers'] }),
      unit({ headline: 'merged', structure: 'merged' }),
      unit({ headline: 'split', structure: 'split' }),
      unit({ headline: 'new', structure: 'new' }),
      unit(changed),
      unit(stale('one', 'two')),
      unit({ headline: 'untranslated', target: 'became-source' }),
      unit({ ...changed, signs: ['negation'] }),
      unit(finding('warning')),
      unit({ headline: 'unchanged', target: 'same' }),
    ]
    const machine = document([unit()], ['human-to-machine'])
    expect(makeItems([document(units), machine]).map(({ risk }) => risk)).toEqual(RISKS)
  })

  it('puts errors before warnings, headings, heads and steps before other text, then large changes', () => {
    const sourcesOf = (units: readonly UnitReview[]) =>
      makeItems([document(units)]).map(({ members }) => units[members[0]![1]]!)
    const [warning, error, title] = [
      unit(finding('warning')),
      unit(finding('error')),
      unit({ ...finding('warning'), place: 'heading' }),
    ]
    expect(sourcesOf([warning, error, title])).toEqual([error, title, warning])
    const [small, large, step, head] = [
      unit(stale('one a', 'one b')),
      unit(stale('two a', 'two b c d')),
      unit({ ...stale('three a', 'three b'), place: 'step' }),
      unit({ ...stale('four a', 'four b'), place: 'table-head' }),
    ]
    expect(sourcesOf([small, large, step, head])).toEqual([step, head, large, small])
  })

  it('puts findings about meaning before typography, and lost numbers before other words', () => {
    const units = [
      unit({ ...finding('warning', 'space'), place: 'heading' }),
      unit({ ...finding('warning'), place: 'heading' }),
      unit({ ...finding('warning'), headline: 'untranslated', target: 'became-source' }),
      unit({ ...finding('warning'), signs: ['numbers'] }),
      unit(finding('error', 'space')),
      unit(finding('error')),
    ]
    const items = makeItems([document(units)], (rule) => rule === 'space')
    expect(items.map(({ members }) => members[0]![1])).toEqual([5, 4, 3, 2, 1, 0])
  })

  it('makes equal changes one item, as urgent as the most urgent, for each locale', () => {
    const units = [
      unit(stale('a', 'b')),
      unit({ ...stale('a', 'b'), ...finding('error') }),
      unit(stale('a', 'c')),
    ]
    const items = makeItems([
      document(units),
      document(units.slice(0, 1)),
      document(units.slice(0, 1), [], 'de-DE'),
    ])
    expect(items.map(({ risk, members }) => [risk, members])).toEqual([
      [
        'regression',
        [
          [0, 0],
          [0, 1],
          [1, 0],
        ],
      ],
      ['stale', [[0, 2]]],
      ['stale', [[2, 0]]],
    ])
  })
})

describe('groupItems', () => {
  it('offers the same edit of words together, within a language and a side', () => {
    const documents = [
      document([
        unit(stale('Click the button now.', 'Select the button now.')),
        unit(stale('Click a link.', 'Select a link.')),
        unit(stale('Press a key.', 'Hit a key.')),
      ]),
      document([unit(stale('Click it.', 'Select it.'))], [], 'de-DE'),
    ]
    const { items, groups } = groupItems(makeItems(documents), documents)
    expect(groups).toEqual([{ side: 'source', removed: 'Click', added: 'Select', items: [0, 1] }])
    expect(items.map(({ group }) => group)).toEqual([0, 0, undefined, undefined])
  })
})
