import { describe, expect, it } from 'vitest'
import { frameOf, noFrame } from '../../src/parse/unit-frame.ts'
import { createRandom } from '../join/generate-revision.ts'

const PIECES = [
  ...[
    'a',
    'été',
    '日本',
    'A.',
    '1',
    ' ',
    '  ',
    '\u00A0',
    '\u3000',
    '\uFEFF',
    '\n',
    '\n\n',
    '\t',
    '>',
    '<',
    '</div>',
    '<div>',
    '<b>',
  ],
  ...[
    '# ',
    '- ',
    '1. ',
    '> ',
    '[!NOTE]',
    '[!NOTE]\n',
    '[!INCLUDE [a](b)]',
    '```',
    '|---|',
    '***',
    '===',
    '::: zone',
    ':::',
    '.',
    '!',
    '(',
    '“',
  ],
]

describe('noFrame', () => {
  it('finds no frame only where there is none', () => {
    const random = createRandom(3)
    const text = () => {
      let markup = ''
      for (let count = Math.floor(random() * 5); count > 0; count--)
        markup += PIECES[Math.floor(random() * PIECES.length)]
      return markup
    }
    let told = 0
    for (let run = 0; run < 60_000; run++) {
      const source = text()
      const target = random() < 0.4 ? source : text()
      const fast = noFrame(source, target)
      if (!fast) continue
      told++
      for (const before of ['', '- ', '> ', 'a '])
        expect(fast, JSON.stringify([source, target])).toEqual(frameOf(source, target, before))
    }
    expect(told).toBeGreaterThan(2000)
  })

  it.each([
    ['# One', '# Un'],
    ['One</div>', 'Un</div>'],
    ['::: zone', '::: zone'],
  ])('leaves %s alone', (source, target) => {
    expect(noFrame(source, target)).toBeUndefined()
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
