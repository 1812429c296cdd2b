import { describe, expect, it } from 'vitest'
import { isMap, isScalar, parseDocument } from 'yaml'
import { readSimpleYaml } from '../../src/parse/simple-yaml.ts'
import { createRandom } from '../join/generate-revision.ts'

/** What a YAML parser reads, in the same form. */
function readByLibrary(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' })
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined
  return document.contents.items.map(({ key, value }) => {
    const { range } = value as { range: readonly number[] }
    return {
      key: isScalar(key) ? key.value : null,
      value: (value as { toJS: (document: unknown) => unknown }).toJS(document),
      start: range[0],
      end: range[1],
    }
  })
}

const PIECES = [
  ...[
    'title: ',
    'ms.date: ',
    'ms:assetid: ',
    'f1.keywords:\n',
    'key:',
    'a: ',
    '- ',
    '-',
    '\n',
    '\n',
    '\n',
    ' ',
    '  ',
    '\u00A0',
    '\u3000',
    '(',
    ')',
  ],
  ...[
    "'",
    "''",
    '"',
    '\\',
    ': ',
    ':',
    ' #',
    '#',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '[',
    ']',
    '{',
    '}',
    ',',
    '?',
  ],
  ...[
    'text',
    'deux mots',
    'l’été',
    '日本',
    '\uE0001\uE001',
    'v=OCS.15',
    'https://x.y/z(v=1)',
    '04/18/2017',
    'NOCSH',
  ],
  ...[
    '0',
    '12',
    '0x1f',
    '0o7',
    '1e3',
    '1.5',
    '.5',
    '-1',
    '+1',
    '.inf',
    '.nan',
    '~',
    'null',
    'True',
    'false',
    'yes',
  ],
  ...[
    '2014-07-23',
    '36fee89bb8',
    '36e89',
    '0xfee',
    '1_0',
    '1.',
    '1.e5',
    '12345678901234567890',
    '<<',
    '---',
    '...',
    '\t',
    '\u00A0',
    '\u2028',
    '\u0085',
  ],
]

describe('readSimpleYaml', () => {
  it('reads what a YAML parser reads, or leaves it alone', () => {
    const random = createRandom(9)
    let read = 0
    for (let run = 0; run < 20_000; run++) {
      let text = ''
      for (let lines = 1 + Math.floor(random() * 3); lines > 0; lines--) {
        text += PIECES[Math.floor(random() * 6)]
        for (let count = Math.floor(random() * 4); count > 0; count--)
          text += PIECES[Math.floor(random() * PIECES.length)]
        text += '\n'
      }
      const simple = readSimpleYaml(text)
      if (!simple) continue
      read++
      expect(simple, JSON.stringify(text)).toEqual(readByLibrary(text))
    }
    expect(read).toBeGreaterThan(500)
  })

  it('reads front matter as it mostly is', () => {
    const text =
      "title: 'Lync : l''été'\nf1.keywords:\n- NOCSH\n- deux mots\nms.date: 04/18/2017\nid: 48183929\n"
    expect(readSimpleYaml(text)).toEqual(readByLibrary(text))
    expect(readSimpleYaml(text)?.map(({ value }) => value)).toEqual([
      "Lync : l'été",
      ['NOCSH', 'deux mots'],
      '04/18/2017',
      48183929,
    ])
  })
})
