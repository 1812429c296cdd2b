import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestIncreasing } from '../../../src/util/data/longest-increasing.ts'

describe('longestIncreasing', () => {
  it('keeps all but the value that is out of place', () => {
    expect([...longestIncreasing([1, 9, 2, 3, 4])].sort()).toEqual([0, 2, 3, 4])
  })

  it('gives a strictly increasing subsequence that is as long as the longest one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 9 }), (values) => {
        const kept = [...longestIncreasing(values)].sort((a, b) => a - b).map((index) => values[index]!)
        for (let index = 1; index < kept.length; index++)
          expect(kept[index]!).toBeGreaterThan(kept[index - 1]!)
        expect(kept.length).toBe(slowLength(values))
      }),
    )
  })
})

/** Tries every subsequence. */
function slowLength(values: readonly number[]): number {
  let best = 0
  for (let choice = 0; choice < 1 << values.length; choice++) {
    const chosen = values.filter((_, index) => choice & (1 << index))
    if (chosen.every((value, index) => index === 0 || value > chosen[index - 1]!))
      best = Math.max(best, chosen.length)
  }
  return best
}
