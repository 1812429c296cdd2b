import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecisions } from '../../../src/review/decisions/format-decisions.ts'
import {
  changeDecisions,
  contradictionsIn,
  mergeDecisions,
} from '../../../src/review/decisions/merge-decisions.ts'
import { parseDecisions } from '../../../src/review/decisions/parse-decisions.ts'
import type { DecisionFile } from '../../../src/review/types/decisions.ts'
import { anyFile, decisionOf, fileOf } from './files.ts'

/** The texts of a file's decisions, in an order of their own. */
function decisionsIn(file: DecisionFile): Set<string> {
  return new Set(file.decisions.map((decision) => formatDecisions(fileOf([decision]))))
}

const texts = (...files: [DecisionFile, ...DecisionFile[]]) => formatDecisions(mergeDecisions(files))

describe('merging', () => {
  it('loses no decision between export, import and merge', () => {
    fc.assert(
      fc.property(anyFile, anyFile, (a, b) => {
        const merged = parseDecisions(
          texts(parseDecisions(formatDecisions(a)), parseDecisions(formatDecisions(b))),
        )
        expect(decisionsIn(merged)).toEqual(new Set([...decisionsIn(a), ...decisionsIn(b)]))
      }),
    )
  })

  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(anyFile, anyFile, anyFile, (a, b, c) => {
        expect(texts(a, b)).toBe(texts(b, a))
        expect(texts(mergeDecisions([a, b]), c)).toBe(texts(a, mergeDecisions([b, c])))
        expect(texts(a, a)).toBe(texts(a))
        expect(texts(mergeDecisions([a, b]), b)).toBe(texts(a, b))
      }),
    )
  })

  it('keeps decisions that contradict each other, and finds them', () => {
    const approved = decisionOf('k1', { state: 'approved', reviewer: 'Ann' })
    const wrong = decisionOf('k1', { state: 'needs-fix', reviewer: 'Bo' })
    const merged = mergeDecisions([fileOf([approved]), fileOf([wrong, decisionOf('k2')])])
    expect(merged.decisions).toHaveLength(3)
    expect([...contradictionsIn(merged)]).toEqual([['k1', [approved, wrong]]])
  })
})

describe('changing', () => {
  it('replaces and removes the decisions of the same reviewer only', () => {
    const ann = decisionOf('k1', { state: 'approved', reviewer: 'Ann' })
    const bo = decisionOf('k1', { state: 'approved', reviewer: 'Bo' })
    const nobody = decisionOf('k1', { comment: 'Why?' })
    const set = decisionOf('k1', { state: 'needs-fix', reviewer: 'Ann' })
    const file = changeDecisions(fileOf([ann, bo, nobody]), { set: [set], remove: [] })
    expect(file.decisions).toEqual([nobody, set, bo])
    const removed = changeDecisions(file, { set: [], remove: [{ key: 'k1', reviewer: 'Bo' }, { key: 'k1' }] })
    expect(removed.decisions).toEqual([set])
  })
})
