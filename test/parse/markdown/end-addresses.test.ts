import type { Link, Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { endAddresses } from '../../../src/parse/markdown/end-addresses.ts'
import { parseInlineMarkdown, parseMarkdown } from '../../../src/parse/markdown/parse-markdown.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { InlineReader } from '../../../src/parse/segments/inline-content.ts'
import { fillSkeleton } from '../../../src/render/fill-skeleton.ts'
import { pair } from '../../support/bilingual.ts'
import { comparable } from '../../support/comparable.ts'

const SPACE = '\u00A0'

/** Text as it is, links as `[text](address)`. */
function shown(node: Nodes): string {
  if (node.type === 'text') return node.value
  const text = 'children' in node ? node.children.map(shown).join('') : ''
  return node.type === 'link' ? `[${text}](${node.url})` : text
}

const linked = (address: string) => `[${address}](${address.replace(/^www/, 'http://www')})`

/** Text after an address, and around addresses in which `@` stands for one. */
const AFTER = [
  '。次',
  '、次',
  '）と',
  '」と',
  '】',
  '；',
  '：',
  '？',
  '！',
  '，',
  '،  y',
  '؟',
  '؛',
  '“ und',
  '” and',
  '’',
  '»',
  `${SPACE}»`,
  '…',
  '—',
  '\u200Bz',
  '\u202F»',
  '｜',
  '」。',
]

describe('an address that is a link by itself', () => {
  const cases = [
    'https://x.com/a',
    'http://www.x.com',
    'https://x.com/a?b=c#d',
    'https://x.com/a(b)',
    'www.x.com/a',
  ].flatMap((address) =>
    AFTER.map((after): [string, string] => [`${address}${after}`, `${linked(address)}${after}`]),
  )

  it.each([
    ...cases,
    [`«${SPACE}www.x.com${SPACE}» ok`, `«${SPACE}${linked('www.x.com')}${SPACE}» ok`],
    ['「www.x.com、www.y.com。」', `「${linked('www.x.com')}、${linked('www.y.com')}。」`],
    ['https://x.com、https://y.com/z。', `${linked('https://x.com')}、${linked('https://y.com/z')}。`],
    ['（https://x.com/a(b)）と', `（${linked('https://x.com/a(b)')}）と`],
    ['(https://x.com).»', `(${linked('https://x.com')}).»`],
    ['https://x.com/a.»', `${linked('https://x.com/a')}.»`],
    ['https://x.com/wiki/量子。', `${linked('https://x.com/wiki/量子')}。`],
    ['https://例え.jp/。', `${linked('https://例え.jp/')}。`],
    ['https://bücher.de/é', linked('https://bücher.de/é')],
    ['https://。x', 'https://。x'],
    ['https://à la place', 'https://à la place'],
    ['le service WWW.', 'le service WWW.'],
    ['the WWW. And', 'the WWW. And'],
    ['https://を使用', 'https://を使用'],
    ['https://x.com、https://を使用', `${linked('https://x.com')}、https://を使用`],
    ['https://例え.テスト', linked('https://例え.テスト')],
    ['http://localhost', linked('http://localhost')],
    ['a@x.com。', '[a@x.com](mailto:a@x.com)。'],
    ['« www.x.com&nbsp;» ok', `« ${linked('www.x.com')}${SPACE}» ok`],
    ['https://x.com/a&#160;&raquo;.', `${linked('https://x.com/a')}${SPACE}».`],
    ['https://x.com/a&#xA0;»', `${linked('https://x.com/a')}${SPACE}»`],
    ['https://x.com/a?b&amp;c=d。', `${linked('https://x.com/a?b&amp;c=d')}。`],
    [`https://x.com/a?b&c=d${SPACE};`, `${linked('https://x.com/a?b&c=d')}${SPACE};`],
  ])('ends where people end it: %s', (markup, expected) => {
    for (const parser of ['native', 'remark'] as const) {
      expect(shown(parseInlineMarkdown(markup, parser)), parser).toBe(expected)
      expect(shown(parseMarkdown(`x\n\n> - ${markup} *y*\n`, parser)), parser).toBe(`x${expected} y`)
    }
    const [usual, slow] = [new InlineReader(), new InlineReader(undefined, 'remark')]
    expect(usual.read(markup, 'markdown')).toEqual(slow.read(markup, 'markdown'))
  })

  it.each([
    '[https://x.com/a。](https://x.com/a。)',
    '<https://x.com/a。>',
    '[www.x.com」](http://www.x.com」)',
  ])('is not one that is marked as a link: %s', (markup) => {
    const address = /(?:https|www)[^\]>]*/.exec(markup)![0]
    for (const parser of ['native', 'remark'] as const)
      expect(shown(parseInlineMarkdown(markup, parser))).toBe(linked(address))
  })

  it('has the place of what is left of it', () => {
    const text = 'voir https://x.com/a、https://y.com。 *puis*'
    const [paragraph] = parseInlineMarkdown(text).children
    const nodes = paragraph?.type === 'paragraph' ? paragraph.children : []
    expect(nodes.map(({ type }) => type)).toEqual(['text', 'link', 'text', 'link', 'text', 'emphasis'])
    for (const node of nodes) {
      const written = text.slice(node.position!.start.offset, node.position!.end.offset)
      if (node.type !== 'emphasis') expect(written).toBe(node.type === 'link' ? node.url : shown(node))
    }
  })

  it.each(['target', 'source'] as const)('ends with its unit, in the %s', (side) => {
    const text = `（${pair('a-1', 'https://x.com/a', 'https://x.com/a')}）と「${pair('a-2', 'voir www.x.com', 'see www.x.com')}」\n`
    const document = parseDocument(new VFile(text), { path: 'a.md' })
    const html = comparable(fillSkeleton(document, side))
    expect(html).toContain('（<a href="https://x.com/a">https://x.com/a</a>）と「')
    expect(html).toContain('<a href="http://www.x.com">www.x.com</a>」')
  })

  it.each([
    ['。次', '. Next', '<a href="http://www.x.com">www.x.com</a>。次'],
    [' suite', ' more', '<a href="http://www.x.com">www.x.com</a> suite'],
    ['x et plus', 'x and more', '<a href="http://www.x.comx">www.x.comx</a> et plus'],
    ['/aide', '/help', '<a href="http://www.x.com/aide">www.x.com/aide</a>'],
  ])('goes on into a segment only as far as it would without its slot: %s', (target, source, expected) => {
    const document = parseDocument(new VFile(`www.x.com${pair('a-1', target, source)}\n`), { path: 'a.md' })
    expect(comparable(fillSkeleton(document, 'target'))).toBe(`<p>${expected}</p>`)
  })

  it('ends before the marks of segments where a side is parsed in full', () => {
    const text = `**${pair('a-1', 'un** https://x.com/a', 'one** https://x.com/a')}」 **${pair('a-2', 'x** https://y.com/b。', 'y** https://y.com/b。')}\n`
    const document = parseDocument(new VFile(text), { path: 'a.md' })
    expect(document.skeleton.full?.target).toBeDefined()
    expect(comparable(fillSkeleton(document, 'target'))).toBe(
      '<p><strong>un</strong> <a href="https://x.com/a">https://x.com/a</a>」 <strong>x</strong> <a href="https://y.com/b">https://y.com/b</a>。</p>',
    )
  })

  it.each([
    ['addresses', (n: number) => `${'https://x.com、'.repeat(n)}`],
    ['beginnings of addresses', (n: number) => `www.x.com/${'www./'.repeat(n)}。`],
    ['closing parentheses', (n: number) => `https://x.com${')'.repeat(n)}。`],
  ])('ends with a text so long that going through it for each place would not: %s', (_, make) => {
    const value = make(100_000)
    const link: Link = {
      type: 'link',
      url: value.replace(/^www/, 'http://www'),
      children: [{ type: 'text', value }],
    }
    const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [link] }] }
    endAddresses(tree, `${value} https://`)
    expect(textOf(tree)).toBe(value)
  })
})
