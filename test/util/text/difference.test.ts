import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, nearest } from '../../../src/util/text/difference.ts'

/** A text with what differs in brackets. */
function marked(parts: readonly { text: string; differs: boolean }[]): string {
  return parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')
}

describe('difference', () => {
  it.each([
    ['Get-CsUser now', 'Obtenir-CsUser now', '[Get]-CsUser now', '[Obtenir]-CsUser now'],
    ['a b c d', 'a x c d e', 'a [b] c d', 'a [x] c d[ e]'],
    ['Remarque : ici', 'Remarque\u00A0: ici', 'Remarque[ ]: ici', 'Remarque[\u00A0]: ici'],
    ['same', 'same', 'same', 'same'],
    ['', 'all', '', '[all]'],
    ['e\u0301te\u0301', 'ete', '[e\u0301te\u0301]', '[ete]'],
  ])('of %j and %j marks words', (a, b, left, right) => {
    const { actual, expected } = difference(a, b)
    expect([marked(actual), marked(expected)]).toEqual([left, right])
  })

  it('loses nothing, and what is the same is the same on both sides', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', ' ', '-', 'é', '7', '中', '\u{1F600}'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { actual, expected } = difference(a, b)
        const same = (parts: typeof actual) => parts.map((part) => (part.differs ? '' : part.text)).join('')
        expect(actual.map((part) => part.text).join('')).toBe(a)
        expect(expected.map((part) => part.text).join('')).toBe(b)
        expect(same(actual)).toBe(same(expected))
      }),
    )
  })

  it('ends with texts so long that comparing all words with all would not', () => {
    const { actual } = difference('a '.repeat(300_000), 'b-'.repeat(300_000))
    expect(actual).toHaveLength(1)
  })
})

describe('nearest', () => {
  it('is the text with most in common', () => {
    expect(nearest('Remarque : ici', ['Note : là', 'Remarque\u00A0: ici', ''])).toBe('Remarque\u00A0: ici')
    expect(nearest('a', [])).toBe('')
  })
})
