import { describe, expect, it } from 'vitest'
import { createEffortCounter } from '../../../src/review/order/count-effort.ts'
import { scanDocument } from '../../../src/review/scan/scan-document.ts'
import { frenchOf, reviewUnitLists, type Texts } from '../../support/review.ts'

function effortOf(old: readonly Texts[], current: readonly Texts[], weights = {}) {
  const counter = createEffortCounter(weights)
  const { units } = scanDocument(frenchOf('aaaaa', old))
  counter.add(
    reviewUnitLists(old, current),
    units.map(({ plain }) => plain),
  )
  return counter.count()
}

const TEN = 'The first of all ten words in this sentence here.'
const KEPT: Texts = ['A sentence that stays as it is.', 'k']

describe('the effort', () => {
  it.each([
    ['The last of all ten words in this sentence here.', '85-94'],
    ['The last of all ten terms in this sentence here.', '75-84'],
    ['The last of all ten terms in that sentence here.', '50-74'],
    ['The first of all ten words, in this sentence here.', '95-99'],
    ['The **first** of all ten words in this sentence here.', '95-99'],
    [TEN, 'context'],
  ])('of %j is in the band %s', (source, band) => {
    const { words } = effortOf([KEPT, [TEN, 't']], [KEPT, [source, 'u']])
    const { unchanged, ...others } = words
    expect(Object.values(others)).toEqual([{ [band]: 10 }])
    expect(unchanged).toEqual({ context: 7 })
  })

  it('counts a new text once, its repetitions and those of other old texts apart', () => {
    const old: Texts[] = [KEPT, ['Wait for it.', 'a']]
    const current: Texts[] = [
      KEPT,
      ['Wait for it.', 'a'],
      ['Brand new words.', 'b'],
      ['Brand new words.', 'b'],
      ['Wait for it.', 'a'],
    ]
    const { words, weighted } = effortOf(old, current)
    expect(words.new).toEqual({ new: 3, repetition: 3, 100: 3 })
    expect(weighted).toBe(4)
    const similar: Texts = ['The first of all ten lines in this sentence here.', 'c']
    expect(effortOf([KEPT, [TEN, 't']], [KEPT, [TEN, 't'], similar]).words.new).toEqual({ '85-94': 10 })
    expect(effortOf(old, current, { repetition: 1, 100: 0 }).weighted).toBe(6)
  })
})
