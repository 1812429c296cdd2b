import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { readAhead } from '../../src/util/read-ahead.ts'

it('gives every item once, in order, and never loads more than a few ahead', async () => {
  const items = Array.from({ length: 25 }, (_, index) => index)
  let loaded = 0
  let most = 0
  const seen: [number, string][] = []
  const load = async (item: number) => {
    loaded += 1
    for (let turns = (item * 7) % 5; turns > 0; turns--) await setImmediate()
    return `#${item}`
  }
  for await (const pair of readAhead(items, 4, load)) {
    most = Math.max(most, loaded - seen.length)
    seen.push(pair)
  }
  expect(seen).toEqual(items.map((item) => [item, `#${item}`]))
  expect(most).toBe(4)
})
