import { describe, expect, it } from 'vitest'
import { frameOf } from '../../src/bitext/unit-frame.ts'

describe('frameOf', () => {
  it.each([
    ['One', 'Un'],
    ['One – two.', '« Un »\u00A0: deux'],
    ['日本', 'Ôté'],
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
