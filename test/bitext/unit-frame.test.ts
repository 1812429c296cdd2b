import { describe, expect, it } from 'vitest'
import { frameOf } from '../../src/bitext/unit-frame.ts'

describe('frameOf', () => {
  it.each([
    ['One', 'Un'],
    ['One – two.', '« Un »\u00A0: deux'],
    ['日本', 'Ôté'],
    ['<a href="a.md">One</a>.', '<a href="a.md">Un</a>.'],
    ['One <b>two</b>', 'Un <b>deux</b>'],
    ['<b>one <i>two</b> three</i>', '<b>un <i>deux</b> trois</i>'],
  ])('finds no structure in text: %s', (source, target) => {
    expect(frameOf(source, target, '- ')).toEqual({
      lead: '',
      tail: '',
      source: { start: 0, end: source.length },
      target: { start: 0, end: target.length },
      structural: false,
    })
  })

  it.each([
    ['# One', '# Un', '# ', ''],
    ['One</div>', 'Un</div>', '', '</div>'],
    ['<td><b>One</b> two', '<td><b>Un</b> deux', '<td>', ''],
    ['one <b>two</b></td>', 'un <b>deux</b></td>', '', '</td>'],
    ['<li><a href="a.md"><b>One', '<li><a href="a.md"><b>Un', '<li><a href="a.md"><b>', ''],
  ])('finds the structure that both sides share: %s', (source, target, lead, tail) => {
    expect(frameOf(source, target, '')).toMatchObject({ lead, tail, structural: false })
  })
})

describe('a thematic break that the tool has taken for a mark of emphasis', () => {
  it.each(['\\*\\*_', '_\\*\\*'])('is structure again: %s', (markup) => {
    expect(frameOf(markup, markup, '')).toMatchObject({ lead: '***', structural: true })
  })

  it('is none within a line, nor with a text', () => {
    expect(frameOf('\\*\\*_', '\\*\\*_', 'See ').structural).toBe(false)
    expect(frameOf('\\*\\*_ a', '\\*\\*_ a', '').structural).toBe(false)
  })
})
