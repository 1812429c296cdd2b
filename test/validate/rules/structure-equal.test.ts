import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('structure-equal', `${text}\n`, expected)

describe('structure-equal', () => {
  it('finds an unclosed mark of the translation, at its place', () => {
    const [message] = find(sxs(101, '**Remarque : redémarrez.', '**Note:** restart.'), ['1 warning'])
    expect(message!.reason).toContain('`**` in the translation')
  })

  it('hints at a mark without partner in the source text', () => {
    find(sxs(101, 'Alt wird gewählt', '**Old is selected'), ['1 info'])
  })

  it('finds nothing where both show the same mark', () => {
    find(
      sxs(
        101,
        '英国 **(英国)** の場合、_ (下線) は空白です。',
        'In the **U.K.**, **the** _ (line) is a space.',
      ),
      [],
    )
  })

  it('finds a heading that only the source text begins', () => {
    const [message] = find(sxs(101, 'Un', '# One'), ['1 warning'])
    expect(message!.reason).toContain('in the source text')
  })

  it('finds a pipe in a table cell', () => {
    find(`| A | B |\n|---|---|\n| ${sxs(101, 'Un | deux', 'One or two')} | 1 |`, ['3 warning'])
  })

  it('finds a lost heading mark in a line of its own, after a list mark or a quote mark', () => {
    find(`- ${sxs(101, '1. Un', 'One')}`, ['1 warning'])
    find(`> ${sxs(101, 'Un', '- One')}`, ['1 warning'])
  })

  it('finds a lost emphasis, but no name that begins with an underscore', () => {
    find(sxs(101, 'Un *deux *trois', 'One *two* three'), ['1 warning'])
    find(sxs(101, '_sipfederation.', 'the _sipfederation._tcp.'), [])
  })

  it('leaves a broken link, image or code to `inline-equal`, which tells what was lost', () => {
    find(`${sxs(101, '[Un](a b c.md « d », e', '[One](a.md)')} ${sxs(102, '`Get', '`Get`')}`, [])
    find(sxs(101, '![Un](a.png "Un "deux"")', '![One](a.png "One")'), [])
  })

  it('finds marks of a link that the other side does not have at all', () => {
    const [message] = find(sxs(101, '[Un](a b', 'One'), ['1 warning'])
    expect(message!.actual).toBe('](')
  })

  it.each([
    ['what both sides have', sxs(101, '**Un', '**One')],
    ['marks in pairs', sxs(101, '**Un** `deux`', '**One** `two`')],
    ['an escaped pipe', `| A | B |\n|---|---|\n| ${sxs(101, 'Un \\| deux', 'One or two')} | 1 |`],
    ['brackets', `${sxs(101, 'Un [deux]', 'One (two)')} ${sxs(102, 'a \\ [b \\]', 'a \\[b\\]')}`],
    ['a dash within a line', `${sxs(101, 'Un', 'One')} ${sxs(102, '-deux', '- two')}`],
    ['a pipe outside of a table', sxs(101, 'Un | deux', 'One or two')],
    [
      'an apostrophe, an asterisk between spaces and a number sign in a word',
      sxs(101, 'l’un * deux C#', 'one'),
    ],
  ])('finds nothing with %s', (_name, text) => {
    find(text, [])
  })
})
