import type { Nodes } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import type { Position } from 'unist'
import { describe, expect, it } from 'vitest'
import { sanitizeTree } from '../../src/parse/html/sanitize.ts'
import { tidyTree } from '../../src/parse/html/tidy-tree.ts'
import { usualTree } from '../../src/parse/html/to-safe-tree.ts'
import { isPlaced } from '../../src/parse/html/tree-builder.ts'
import { markdownToHast, parseMarkdown } from '../../src/parse/markdown/parse-markdown.ts'
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
  ...[
    '<span class="">',
    '<span style="color:red">',
    '<a href="javascript:x" name="y">',
    '<td style="width: 5%">',
    '<!-- -->',
  ],
  ...[
    '<p> </p>',
    '<p><!-- c --></p>',
    '<h2><a name="z"></a>',
    '<a name="k"><span></span></a>',
    '<a href="https://a.b?c=d>e">',
    '<style>',
    '<textarea>',
    '<title>',
    '<iframe>',
    '<form>',
    '<svg>',
    '<select>',
    '```\n\nx\n```\n',
    '&AMP;',
  ],
]
/** Markdown alone, with all that it knows. */
const MARKDOWN = [
  ...[
    '- ',
    '- ',
    '1. ',
    '3) ',
    '> ',
    '# ',
    '## ',
    '    ',
    '- [x] ',
    '- [ ] ',
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    '  \n',
  ],
  ...[
    '\\\n',
    'text',
    'a b',
    '*em*',
    '**b**',
    '~~d~~',
    '`c`',
    '` c\nd`',
    '[l](u "t")',
    '[x]',
    '[x]: /ü "t"\n\n',
  ],
  ...[
    '![x]',
    '![a *b*](i.png)',
    '<https://a.b/ü>',
    'https://a.b',
    '```js\nc\n```\n',
    '```\n```\n',
    '---\n',
    '***\n',
  ],
  ...[
    '| a | b |\n|---|:-:|\n| c | d |\n',
    '| a |\n|--|\n',
    '*',
    '[',
    '](javascript:x)',
    '](mailto:x) ',
    ' ',
    '&nbsp;',
  ],
  ...['**', '\t', 'é', '\uE0001\uE001', '![](data:x)'],
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

/** What is compared of a tree, the order of properties included: positions only of elements whose place is told, no data. */
function bare(node: Nodes): string {
  return JSON.stringify(node, function (this: { tagName?: string }, key, value: unknown) {
    if (key === 'data') return undefined
    if (key !== 'position') return value
    if (!isPlaced(this.tagName ?? '')) return undefined
    const { start, end } = value as Position
    return [start, end].map(({ line, column, offset }) => `${line}:${column}:${offset}`).join('-')
  })
}

const hasHtml = (tree: MdastRoot) => JSON.stringify(tree).includes('"type":"html"')

describe('usualTree', () => {
  it('gives the tree that the libraries give, or none', () => {
    const random = createRandom(4)
    const pick = (values: readonly string[]) => values[Math.floor(random() * values.length)]!
    const grow = (depth: number): string => {
      if (depth > 4 || random() < 0.3)
        return random() < 0.15 ? pick(PIECES) : pick(['text', 'a *b*', '<br>', '&nbsp;', 'a\\\n b', ' \n c '])
      return pick(BLOCKS).replace('{}', () => grow(depth + 1) + (random() < 0.3 ? grow(depth + 1) : ''))
    }
    const found = { html: 0, markdown: 0 }
    for (let run = 0; run < 10_000; run++) {
      let text = ''
      if (run % 2 === 0)
        for (let count = 1 + Math.floor(random() * 9); count > 0; count--)
          text += pick(run % 4 === 0 ? PIECES : MARKDOWN)
      else text = grow(0) + grow(0)
      const tree = parseMarkdown(text)
      const isHtml = hasHtml(tree)
      const usual = usualTree(tree, isHtml, { hasPlaces: true })
      if (!usual) continue
      found[isHtml ? 'html' : 'markdown']++
      const expected = sanitizeTree(tidyTree(markdownToHast(parseMarkdown(text), text)))
      expect(bare(usual), JSON.stringify(text)).toEqual(bare(expected))
    }
    expect(found.html).toBeGreaterThan(800)
    expect(found.markdown).toBeGreaterThan(2000)
  })
})
