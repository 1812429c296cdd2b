import fc from 'fast-check'
import { location } from 'vfile-location'
import { describe, expect, it } from 'vitest'
import { Places } from '../../src/bitext/places.ts'

const texts = fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', '\n\n', ' '), { maxLength: 30 })

describe('Places', () => {
  it('tells lines and columns as vfile-location does, in any order', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(40), { maxLength: 20 }), (pieces, offsets) => {
        const text = pieces.join('')
        const places = new Places(text)
        const { toPoint } = location(text)
        for (const offset of offsets)
          expect(places.point(offset)).toEqual(toPoint(Math.min(offset, text.length)))
      }),
      { numRuns: 2000 },
    )
  })

  it('gives places that do not end before they begin', () => {
    const places = new Places('a\nb')
    expect(places.range(2, 0)).toEqual({ start: places.point(2), end: places.point(2) })
  })
})
