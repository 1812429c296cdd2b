import fc from 'fast-check'
import { location } from 'vfile-location'
import { expect, it } from 'vitest'
import { linesOf, positionOf } from '../../src/model/place.ts'

const texts = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', '\n\n', ' '), { maxLength: 30 })

it('finds lines and columns as vfile-location does, in any order', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(40), { maxLength: 20 }), (pieces, offsets) => {
      const text = pieces.join('')
      const input = { lines: linesOf(text) }
      const { toPoint } = location(text)
      for (const each of offsets) {
        const offset = Math.min(each, text.length)
        expect(positionOf(input, offset)).toEqual(toPoint(offset))
      }
    }),
    { numRuns: 2000 },
  )
})
