import type { Nodes } from 'hast'
import type { Nodes as MdastNodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { scanSxs } from '../../../src/bitext/scan-sxs.ts'
import { makeSkeletonText } from '../../../src/bitext/skeleton-text.ts'
import { SlotCodec } from '../../../src/bitext/slots.ts'
import { draftUnits } from '../../../src/bitext/unit-drafts.ts'
import { parseNatively } from '../../../src/parse/markdown/native-markdown.ts'
import {
  type MarkdownParser,
  markdownToTree,
  parseInlineMarkdown,
  parseMarkdown,
} from '../../../src/parse/markdown/parse-markdown.ts'
import { createRandom } from '../../join/generate-revision.ts'
import { corpusFiles, hasCorpus } from '../../support/corpus.ts'

const FRAGMENTS = [
  ...[
    '# ',
    '## ',
    '- ',
    '* ',
    '1. ',
    '10. ',
    '1) ',
    '> ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\n\n\n',
    '  \n',
    '\r\n',
    '- [ ] ',
    '- [x] ',
  ],
  ...[
    '`',
    '```\n',
    '~~~',
    '~~',
    '**',
    '*',
    '***',
    '_',
    '__',
    '[',
    '](',
    '](a.md)',
    ')',
    '![',
    '!',
    '[^1]',
    '[^1]: note',
    '[x]: /u "t"',
  ],
  ...[
    '<',
    '</div>',
    '<div>',
    '<b>',
    '<!-- ',
    '-->',
    '<a name="x"></a>',
    '<span>',
    '</span>',
    '<br>',
    '<td>',
    '</td>',
    '<table>',
    '<pre>',
    '\n<pre class="x">',
    '</code></pre>',
  ],
  ...[
    '&amp;',
    '&nbsp;',
    '&lt',
    '&#9;',
    '\\',
    '\\*',
    '|',
    '|---|---|\n',
    '| a | b |\n',
    '---\n',
    '===\n',
    '---',
    '***',
    '\0',
    '😀',
  ],
  ...[
    'text',
    'word word',
    'é',
    '日本',
    '\uE0001\uE001',
    'https://',
    'https://a.b/c',
    'http://www.x.com',
    '@',
    '<p xmlns="http://www.w3.org/1999/xhtml">',
    'www.',
    'www.x.com',
    'a@b.cd',
    'x1.y-z@a-b.co',
    'https://\\<',
    'https://<b>',
    '\n    ',
    '\n```\n',
    '<https://x.y>',
  ],
  ...[
    '"',
    "'",
    '(',
    ')',
    '{',
    '}',
    '$',
    '^',
    '+',
    '\u00A0',
    '\u2003',
    '<?x?>',
    '<![CDATA[x]]>',
    'a',
    'b',
    '.',
    ',',
    ':',
    ':::',
    '=',
    '?',
  ],
]

const MAILS = [
  ...[
    'a@b.cd',
    'a.b@c.de',
    ' user1@litware.com ',
    'a-b@c.d',
    'a_b@c.d',
    '+12@c.d',
    'a+b@c.d',
    '+',
    'a@1.2',
    'a@b.c.',
    'a@b',
    '\\@',
    '@',
  ],
  ...[
    ' ',
    ' ',
    '.',
    ',',
    ':',
    ';',
    '"',
    '(',
    ')',
    '<',
    '>',
    '/',
    '\n',
    '\n\n',
    '[',
    '[x](y)',
    'sip:',
    'http://',
  ],
]

const BLOCKS = [
  ...[
    '\n',
    '\n',
    '\n',
    '\n\n',
    ' ',
    '  ',
    '    ',
    '     ',
    '\t',
    '- ',
    '* ',
    '-',
    '1. ',
    '2) ',
    '> ',
    '>',
    '#',
    '# ',
  ],
  ...[
    'a',
    'b',
    '\\',
    '<a>',
    '<b x="y">',
    '</a>',
    '<div>',
    '</div>',
    '<p>',
    '<!-- c -->',
    '---',
    '===',
    '```',
    '~~~',
  ],
  ...['| a | b |\n', '|---|---|\n', '|', '[a]: /u\n'],
]

/** What a tree holds, and where its links are: the order of fields aside. */
function outline(node: MdastNodes): unknown[] {
  const { position } = node
  const range = node.type === 'link' && position && `${position.start.offset}-${position.end.offset}`
  const value = 'value' in node ? node.value : 'url' in node ? node.url : ''
  return [node.type, range, value, ...('children' in node ? node.children.map(outline) : [])]
}

/** A tree without positions and data. */
function bare(node: Nodes): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === 'position' || key === 'data' ? undefined : value)),
  )
}

const hastOf = (text: string, parser: MarkdownParser) =>
  bare(markdownToTree(parseMarkdown(text, parser), { text }))
const inlineOf = (text: string, parser: MarkdownParser) =>
  bare(markdownToTree(parseInlineMarkdown(text, parser)))

describe.skipIf(!parseNatively('a', 'inline'))('the native parser, where it is used', () => {
  it('gives the tree that remark gives, for generated Markdown', () => {
    const random = createRandom(5)
    for (let run = 0; run < 6000; run++) {
      let text = ''
      for (let count = 1 + Math.floor(random() * 10); count > 0; count--)
        text += FRAGMENTS[Math.floor(random() * FRAGMENTS.length)]
      expect(hastOf(text, 'native'), JSON.stringify(text)).toEqual(hastOf(text, 'remark'))
    }
  })

  it('gives the tree that remark gives, for generated blocks within each other', () => {
    const random = createRandom(7)
    let native = 0
    for (let run = 0; run < 6000; run++) {
      let text = ''
      for (let count = 2 + Math.floor(random() * 10); count > 0; count--)
        text += BLOCKS[Math.floor(random() * BLOCKS.length)]
      if (!parseNatively(text, 'document')) continue
      native++
      expect(hastOf(text, 'native'), JSON.stringify(text)).toEqual(hastOf(text, 'remark'))
    }
    expect(native).toBeGreaterThan(3000)
  })

  it('gives links and positions that remark gives for usual mail addresses', () => {
    const random = createRandom(6)
    const pieces = [...MAILS, ...MAILS, ...FRAGMENTS.filter((each) => !/:..|www/.test(each))]
    let native = 0
    for (let run = 0; run < 12_000; run++) {
      let text = ''
      for (let count = 1 + Math.floor(random() * 7); count > 0; count--)
        text += pieces[Math.floor(random() * pieces.length)]
      if (!text.includes('@') || !parseNatively(text, 'document')) continue
      native++
      expect(outline(parseMarkdown(text, 'native')), JSON.stringify(text)).toEqual(
        outline(parseMarkdown(text, 'remark')),
      )
    }
    expect(native).toBeGreaterThan(1000)
  })

  it('reads what could be read otherwise if it is in code', () => {
    for (const text of [
      'a\n\n    <?xml?>',
      '```\n<?xml?>\n```',
      '- a\n\n      /a@b.cd',
      '```\n*** [^a]: b\n```\n',
    ])
      expect(parseNatively(text, 'document'), text).toBeDefined()
    for (const text of ['```\n<?xml?>\n```\n***a***b', '    <?x?>\n\n```\na\n```\n<?x?>'])
      expect(parseNatively(text, 'document'), text).toBeUndefined()
  })

  it('leaves texts that it could read otherwise to remark', () => {
    for (const text of [
      '😀**a**',
      '::: row',
      '---\n- a',
      '/a@b.cd',
      '[a@b.cd',
      'mailto:a@b.cd',
      '***a***b',
      'https://.',
      '- <pre>a',
      '<script>a',
      'https://a.b|c',
      '[^1]: b',
      '- [x] \na',
      '_**e*',
      '_*T**',
      '_**e _*',
      '**>_**o**_',
      '**a\n_**D**_',
      '<n u=d="">t',
      "2<n u=d=''>",
      '<s e=t=n>m',
      '[http://a.',
      '[http://a.b]',
      '[`a](b)` http://a.b',
      '://www.',
      'http:/\\/b.',
      'www&period;',
      '&#119;ww.',
      '_http://a._&',
      'http://s\x7F',
      '- [ ] <d>',
      '---\n...\n---',
      '---\na: b\n---\t\n',
      '+++\na\n+++',
      '**\uFEFFa**',
      '-\n---\n    S\n     ',
      '<a href=/x>b</a>',
      '[a]: /u\n# b\n2. c',
      '    a\n[b]: /u\n\n2. c',
      '- a\n# b\n    c\n2. d',
      '> a\n```\n```\n\tb\n\tc',
      '>\n*\t\ta\n\t\t#',
      '- a\n\n-     b\n      c',
      '- a\n <b>\n',
      '>a\n <b>\n',
      '> <!-- a -->\n2) ',
      '|a|\n|-|\nb\n<i>',
      '|---|\na\n- |',
      '* |-|\n|-|\n    |-|\n',
      '*a\\**b',
    ]) {
      expect(parseNatively(text, 'document'), text).toBeUndefined()
    }
  })

  it('reads what only looks like it', () => {
    for (const text of [
      '_**a** b_\n\n**_c_**\n\nd',
      '<a href="x?a=b&c=d" class=e title=\'f="g"\'>h</a>',
      '[http://a.b](http://a.b) http://c.d',
      '[!NOTE] [`a`](b (c) "d") https://a.b',
      '[a\n\nhttp://a.b',
      'http://www.a.b',
      '---\na: b\n---\n',
      'a_b '.repeat(5000),
      'a&nbsp;\n\n'.repeat(5000),
      '<a href="/x">b</a> <a href=x/>c</a>',
      '[a]: /u\n[b]: /u\n\n# b\n\n2. c',
      '- a\n\n      b\n\n# c\n\n    d\n',
      '# a\n```\nb\n```\n',
      '- a\n-     b\n- c\n\nd',
      '- a\n  <b>\n  c\n  <div>\n',
      '| | |\n|-|-|\n| b |\n',
      '*a\\** b',
    ]) {
      expect(parseNatively(text, 'document'), text.slice(0, 50)).toBeDefined()
    }
  })

  it('is kept from texts that would end the process or take very long', () => {
    for (const text of [
      'a&nbsp;'.repeat(40_000),
      `# ${'&amp;'.repeat(40_000)}`,
      '> é&#1;\n'.repeat(10_000),
      `|${'&lt;'.repeat(40_000)}|\n|-|\n`,
      'a_b'.repeat(40_000),
    ]) {
      expect(parseNatively(text, 'document')).toBeUndefined()
      expect(parseNatively(text, 'inline')).toBeUndefined()
    }
    const [paragraph] = parseMarkdown('a&nbsp;'.repeat(40_000)).children
    expect(paragraph).toMatchObject({ type: 'paragraph', children: [{ value: 'a\u00A0'.repeat(40_000) }] })
  })

  it.skipIf(!hasCorpus).each(['teams/fr-FR', 'lync-2013/fr-FR'])(
    'gives the tree that remark gives, for %s',
    (folder) => {
      let [documents, native] = [0, 0]
      for (const { path, text } of corpusFiles(folder)) {
        if (folder.startsWith('lync') && documents++ % 4 !== 0) continue
        const pieces = scanSxs(text)
        const drafts = draftUnits(text, pieces)
        const skeleton = makeSkeletonText(text, pieces, drafts, new SlotCodec(text)).text
        if (parseNatively(skeleton, 'document')) native++
        expect(hastOf(skeleton, 'native'), path).toEqual(hastOf(skeleton, 'remark'))
        for (const { sxs } of drafts.slice(0, 20)) {
          const side = sxs.target
          const markup = side ? text.slice(side.start, side.end) : ''
          if (/[`*_[<&]/.test(markup))
            expect(inlineOf(markup, 'native'), markup).toEqual(inlineOf(markup, 'remark'))
        }
      }
      expect(native).toBeGreaterThan(0)
    },
  )
})

describe('a byte order mark within a text', () => {
  it.each(['native', 'remark'] as const)('is not white space, as CommonMark has it: %s', (parser) => {
    const read = (text: string) => outline(parseMarkdown(text, parser)).flat(3)
    expect(read('a **\uFEFFb**\uFEFFc')).toEqual(expect.arrayContaining(['strong', '\uFEFFb']))
    expect(read('[a\uFEFF](b\uFEFF) \u2060')).toEqual(
      expect.arrayContaining(['b\uFEFF', 'a\uFEFF', ' \u2060']),
    )
    expect(inlineOf('**\uFEFFa**\uFEFFb', parser)).toEqual(inlineOf('**\uFEFFa**\uFEFFb', 'remark'))
  })

  it('keeps places where they are', () => {
    const [paragraph] = parseMarkdown('\uFEFFa [b](c)').children
    expect(paragraph).toMatchObject({ children: [{}, { position: { start: { offset: 3 } } }] })
  })
})
