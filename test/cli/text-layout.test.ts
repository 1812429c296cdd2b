import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clean, fill, widthOf, wrap } from '../../src/cli/inspect/text-layout.ts'

it.each([
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['日本語', 6],
  ['ｶﾞ', 2],
  ['Ａ', 2],
  ['😀', 2],
  ['한', 2],
  ['a\u200Bb', 2],
])('%j takes %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width)
  expect(widthOf(fill(text, 8))).toBe(8)
})

it('wraps at blanks, and cuts words that are wider than a line', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij'])
  expect(wrap('日本語です', 4)).toEqual(['日本', '語で', 'す'])
  expect(wrap('', 5)).toEqual([''])
})

it('loses no text and makes no line wider than asked for', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.integer({ min: 2, max: 30 }),
      (text, width) => {
        const lines = wrap(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(clean(text).replaceAll(' ', ''))
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
      },
    ),
  )
})
