import { describe, expect, it } from 'vitest'
import { InlineReader } from '../../src/parse/inline-content.ts'
import { readSimpleInline } from '../../src/parse/simple-inline.ts'
import { createRandom } from '../join/generate-revision.ts'

const PIECES = [
  ...[
    '**',
    '**',
    '**',
    ' **',
    '** ',
    '*',
    '***',
    '_',
    '[',
    '[',
    '](',
    '](a.md)',
    '](a.md)',
    '](#x)',
    ')',
    '(',
    '!',
    '![',
  ],
  ...[
    '](https://x.y/z?a=b)',
    '](https://x.y/z(v=1))',
    '](a.md(1)b)',
    '](a b)',
    '](<a>)',
    '](a "t")',
    'https://a.b',
    'www.x.com',
    'mailto:x',
    'xmpp:y',
    ']',
  ],
  ...[
    ' ',
    ' ',
    '  ',
    '\u00A0',
    '\u2003',
    '\n',
    '\t',
    '.',
    ',',
    ';',
    ':',
    ')',
    '»',
    '«',
    '-',
    '+',
    '=',
    '#',
    '1. ',
    '1)',
  ],
  ...[
    'word',
    'Lync Server',
    'été',
    '日本',
    'A',
    '2013',
    ':::',
    '::',
    '{',
    '}',
    '"',
    "'",
    '$',
    '%',
    '^',
    '/',
    'v=x',
    '😀',
  ],
]

describe('readSimpleInline', () => {
  it('reads what the parsers read, or leaves it alone', () => {
    const random = createRandom(21)
    const slow = new InlineReader('', 'remark')
    const fast = new InlineReader('')
    let read = 0
    for (let run = 0; run < 12_000; run++) {
      let markup = ''
      for (let count = 1 + Math.floor(random() * 8); count > 0; count--)
        markup += PIECES[Math.floor(random() * PIECES.length)]
      if (!readSimpleInline(markup)) continue
      read++
      expect(fast.read(markup, 'markdown'), JSON.stringify(markup)).toEqual(slow.read(markup, 'markdown'))
    }
    expect(read).toBeGreaterThan(500)
  }, 60_000)

  it.each([
    '**Fichier** puis [Suite](lync-server-2013-x.md#a) : « **Oui** ».',
    'Cliquez sur **Nouveau**, puis (**facultatif**) sur **OK**',
    '[Lync](https://go.microsoft.com/fwlink/p/?linkid=1)',
  ])('reads %s', (markup) => {
    expect(readSimpleInline(markup)?.content.some((node) => node.type === 'element')).toBe(true)
  })

  it.each(['a**b**', '**a **b', '**a**b', 'a\\*b', '- **a**', '[a][b]', '![a](b)', 'see www.x.com **a**'])(
    'leaves %s',
    (markup) => {
      expect(readSimpleInline(markup)).toBeUndefined()
    },
  )
})
