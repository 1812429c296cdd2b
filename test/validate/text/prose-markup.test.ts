import { describe, expect, it } from 'vitest'
import { proseMarkup, THING } from '../../../src/validate/text/prose-markup.ts'

const proseOf = (markup: string) =>
  proseMarkup({ markup, text: markup, place: [0, markup.length] }, 'markdown')

describe('proseMarkup', () => {
  it.each([
    ['Write to bob.x+1@contoso.com now', 'bob.x+1@contoso.com'],
    ['See git+ssh://contoso.com/a for it', 'git+ssh://contoso.com/a'],
    [String.raw`Open C:\Users\x now`, String.raw`C:\Users\x`],
  ])('masks the literal of “%s”', (markup, literal) => {
    expect(proseOf(markup)).toBe(markup.replace(literal, THING.repeat(literal.length)))
  })

  it.each([
    ['a mail address', '@ '],
    ['a URL', ': //'],
  ])('reads a long run of words and dots once, that could begin %s', (_name, end) => {
    const markup = `${'a.'.repeat(500_000)}${end}://`
    expect(proseOf(markup)).toHaveLength(markup.length)
  })
})
