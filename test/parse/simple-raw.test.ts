import type { Nodes, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { toHast } from 'mdast-util-to-hast'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/parse/markdown.ts'
import { nestRaw } from '../../src/parse/simple-raw.ts'
import { createRandom } from '../join/generate-revision.ts'

const PIECES = [
  ...[
    '<div>',
    '</div>',
    '<div class="a b" data-x="1">',
    '<DIV>',
    '<span>',
    '</span>',
    '<p>',
    '</p>',
    '<br>',
    '<br/>',
  ],
  ...[
    '<table>',
    '</table>',
    '<table width="100%">',
    '<thead>',
    '</thead>',
    '<tbody>',
    '</tbody>',
    '<tr>',
    '</tr>',
  ],
  ...[
    '<td colspan="2">',
    '<td>',
    '</td>',
    '<th>',
    '</th>',
    '<colgroup>',
    '</colgroup>',
    '<col />',
    '<col>',
    '<li>',
  ],
  ...[
    '</li>',
    '<ul>',
    '</ul>',
    '<ol start="3">',
    '</ol>',
    '<strong>',
    '</strong>',
    '<a name="x">',
    '</a>',
    '<b>',
    '</b>',
  ],
  ...[
    '<a href="y" id="1" id="2">',
    '<h2>',
    '</h2>',
    '<img src="a.png" alt="">',
    '<input disabled>',
    '<hr>',
    '<pre>',
  ],
  ...[
    '<em>',
    '</em>',
    '<i>',
    '</i>',
    '<!-- c -->',
    '<!-->',
    '<x>',
    '<div\nclass="a">',
    '<td\tnowrap>',
    '<p/>',
    '<tr/>',
  ],
  ...[
    '&nbsp;',
    '&amp;',
    '&copy;',
    '&',
    '<',
    '>',
    '"',
    'text',
    'word *em* word',
    '**b**',
    '[l](u)',
    '`c`',
    '~~d~~',
  ],
  ...[
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    '\n\n',
    '\r\n',
    '- ',
    '1. ',
    '> ',
    '# ',
    '| a | b |\n|---|---|\n| c | d |\n',
    '    ',
    '- [x] ',
  ],
]
/** What well nested documents are made of, so that many of the generated ones are. */
const BLOCKS = [
  ...[
    '<div>\n\n{}\n\n</div>\n\n',
    '<div class="x">{}</div>\n',
    '<table>\n<tbody>\n<tr>\n<td>{}</td>\n</tr></tbody></table>\n',
  ],
  ...[
    '<p>{}</p>\n\n',
    '- {}\n',
    '# {}\n\n',
    '{}\n\n',
    '<ul>\n<li>{}</li>\n</ul>\n\n',
    '> {}\n\n',
    '<td>{}</td>',
    '<span>{}</span>',
  ],
  ...[
    '<strong>{}</strong> text ',
    '<a name="k"></a>{}\n\n',
    '<table><thead><tr><th>{}</th></tr></thead></table>\n\n',
  ],
]

/** What stays of a node for the comparison: neither positions of texts nor data. */
function bare(node: Nodes): unknown {
  return JSON.parse(
    JSON.stringify(node, function (this: { type?: string }, key, value: unknown) {
      return key === 'data' || (key === 'position' && this.type !== 'element') ? undefined : value
    }),
  )
}

describe('nestRaw', () => {
  it('gives the tree that an HTML parser gives, or none', () => {
    const random = createRandom(4)
    const pick = (values: readonly string[]) => values[Math.floor(random() * values.length)]!
    const grow = (depth: number): string => {
      if (depth > 4 || random() < 0.3)
        return random() < 0.15 ? pick(PIECES) : pick(['text', 'a *b*', '<br>', '&nbsp;'])
      return pick(BLOCKS).replace('{}', () => grow(depth + 1) + (random() < 0.3 ? grow(depth + 1) : ''))
    }
    let nested = 0
    for (let run = 0; run < 8000; run++) {
      let text = ''
      if (run % 2 === 0)
        for (let count = 1 + Math.floor(random() * 9); count > 0; count--) text += pick(PIECES)
      else text = grow(0) + grow(0)
      const tree = () => toHast(parseMarkdown(text), { allowDangerousHtml: true, clobberPrefix: '' }) as Root
      if (!JSON.stringify(tree()).includes('"raw"')) continue
      const found = nestRaw(tree())
      if (!found) continue
      nested++
      expect(bare(found), JSON.stringify(text)).toEqual(bare(raw(tree(), { file: new VFile(text) })))
    }
    expect(nested).toBeGreaterThan(500)
  }, 60_000)
})
