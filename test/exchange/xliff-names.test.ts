import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromNmtoken, toNmtoken } from '../../src/exchange/xliff-names.ts'

it('makes a token of any text, of which it gives the text again', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('_', 'a', '5', 'f', '~') }),
  )
  fc.assert(
    fc.property(text, (written) => {
      expect(toNmtoken(written)).toMatch(/^[\w.-]+$/)
      expect(fromNmtoken(toNmtoken(written))).toBe(written)
    }),
  )
})

it('leaves usual ids of units as they are', () => {
  expect(toNmtoken('1a2b3-p101')).toBe('1a2b3-p101')
  expect(toNmtoken('1a2b3-101~2')).toBe('1a2b3-101_7e_2')
})
