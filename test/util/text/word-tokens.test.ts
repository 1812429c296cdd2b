import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../../src/review/text/plain-text.ts'
import { INLINE_CODE, wordTokens } from '../../../src/util/text/word-tokens.ts'

describe('wordTokens', () => {
  it('loses nothing', () => {
    const text = fc
      .array(
        fc.constantFrom('a', '`', '*', '[', '](u)', '<b>', '&amp;', ' ', 'サーバー', '用', '\uD83D', '😀'),
      )
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, (value) => {
        expect(wordTokens(value).join('')).toBe(value)
      }),
    )
  })

  it('reads a long run of backticks once', () => {
    const text = `${'`'.repeat(100_000)}${'a '.repeat(50_000)}`
    expect(wordTokens(text).join('')).toBe(text)
    expect(plainText(text)).toContain('a a')
  })

  it('reads comments that do not end once', () => {
    const text = '<!-- '.repeat(400_000)
    expect(text.match(INLINE_CODE)).toBeNull()
    expect(plainText(`${text}a <!-- b --> c`)).toMatch(/<!-- a c$/)
  })

  it('keeps each inline code in one piece, and knows the words of scripts without spaces', () => {
    expect(wordTokens('Run `a -b` **now**')).toEqual(['Run', ' ', '`a -b`', ' ', '**', 'now', '**'])
    expect(wordTokens('[it](a (b).md)<br />&nbsp;')).toContain('<br />')
    expect(wordTokens('サーバーの管理')).toEqual(['サーバー', 'の', '管理'])
  })
})
