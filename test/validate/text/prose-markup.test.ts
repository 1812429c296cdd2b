import { describe, expect, it } from 'vitest'
import { MARK, proseMarkup, THING } from '../../../src/validate/text/prose-markup.ts'

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

  it.each([
    ['comments', '<!-- ', '<!-- -->'],
    ['code', '<code> ', '<code></code>'],
    ['keys', '<kbd>', '<kbd></kbd >'],
  ])('reads many %s that are not closed once', (_name, opener, closed) => {
    const markup = `${closed} a ${opener.repeat(200_000)}</pre>`
    const prose = proseOf(markup)
    expect(prose).toHaveLength(markup.length)
    expect(prose.slice(closed.length, closed.length + 3)).toBe(' a ')
  })

  it('masks comments and code as a whole', () => {
    const [comment, code] = ['<!-- a <code> -->', '<code class="x">a <b>1</b> --></code >']
    expect(proseOf(`1 ${comment} 2 ${code} 3 <!-- 4`)).toBe(
      `1 ${MARK.repeat(comment.length)} 2 ${THING.repeat(code.length)} 3 <!-- 4`,
    )
  })
})
