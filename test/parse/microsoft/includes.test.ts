import type { PhrasingContent, Root } from 'mdast'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { includes } from '../../../src/parse/microsoft/includes.ts'
import { inlineConstructs } from '../../../src/parse/microsoft/inline.ts'
import type { MicrosoftContext, Paragraph } from '../../../src/parse/microsoft/types.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../../src/render/fill-skeleton.ts'
import { toHtml } from '../../../src/render/to-html.ts'
import { pair } from '../../support/bilingual.ts'

const FILES: Readonly<Record<string, string>> = {
  'product.md': pair('bbbbb-101', 'Produit **X**', 'Product **X**'),
  'two.md': 'one\n\ntwo\n',
  'x.cs': 'int a;\n',
}

const parse = (value: string) =>
  parseDocument(new VFile({ path: 'a.md', value }), {
    path: 'a.md',
    resolve: (_, url) =>
      FILES[url] === undefined
        ? { status: 'missing', path: url }
        : { status: 'found', path: url, text: FILES[url] },
  })
const read = (value: string, side: 'source' | 'target' = 'target') =>
  toHtml(fillSkeleton(parse(value), side))
    .replace(/<span data-ttu-id[^>]*>|<\/span>/g, '')
    .trim()

const block = (kind: string, name: string) => `<div class="missing" data-missing="${kind}">${name}</div>`
const inline = (kind: string, name: string) => `<span class="missing" data-missing="${kind}">[${name}]`

describe('what is missing', () => {
  it.each([
    ['[!code-csharp[Main](gone.cs#Region)]', '<code>gone.cs#Region</code>'],
    ['[!CODE [name](gone.cs)]', '<code>gone.cs</code>'],
    ['[!code-xml[](gone.xml?range=1-5)]', '<code>gone.xml</code>'],
    [':::code language="csharp" source="gone.cs" :::', '<code>gone.cs</code>'],
    [
      '[!code-csharp[x](https://example.org/a.cs)]',
      '<a href="https://example.org/a.cs"><code>https://example.org/a.cs</code></a>',
    ],
  ])('is named where code stands by itself: %s', (markup, name) => {
    expect(read(`${markup}\n`)).toBe(block('code', name))
    expect(read(`${pair('aaaaa-101', markup, markup)}\n`)).toBe(block('code', name))
  })

  it('is named for each of several references that follow each other', () => {
    const one = block('code', '<code>gone.cs</code>')
    expect(read('[!code[a](gone.cs)]\n\n[!code[b](gone.cs)]\n\ntext\n')).toBe(`${one}\n${one}\n<p>text</p>`)
  })

  it('parts a paragraph that it stands in', () => {
    expect(read('one\n[!code[a](gone.cs)]\ntwo\n')).toBe(
      `<p>one</p>\n${block('code', '<code>gone.cs</code>')}\n<p>two</p>`,
    )
  })

  it.each([
    ['[!INCLUDE [the title](gone.md)]', 'the title'],
    ['[!include[a [b] c](gone.md)]', 'a [b] c'],
    ['[!INCLUDE [](gone.md)]', '<code>gone.md</code>'],
    ['[!INCLUDE []()]', '<code>[!INCLUDE]</code>'],
  ])('is told by the title of an include: %s', (markup, name) => {
    expect(read(`${markup}\n`)).toBe(block('include', name))
    expect(read(`x ${markup} y\n`)).toContain(inline('include', name))
    expect(read(`| a |\n|---|\n| ${markup} |\n`)).toContain(`<td>${inline('include', name)}`)
    expect(read(`${pair('aaaaa-101', `voir ${markup}`, `see ${markup}`)}\n`)).toContain(
      inline('include', name),
    )
  })

  it('has the title in the language of the side', () => {
    const text = pair('aaaaa-101', '[!INCLUDE [le titre](gone.md)]', '[!INCLUDE [the title](gone.md)]')
    expect(read(`${text}\n`)).toBe(block('include', 'le titre'))
    expect(read(`${text}\n`, 'source')).toBe(block('include', 'the title'))
  })

  it('is told in raw HTML, but not in what is not shown or is code there', () => {
    expect(read('<table><tr><td>[!INCLUDE [t](gone.md)]</td></tr></table>\n')).toContain(
      inline('include', 't'),
    )
    const unit = pair('aaaaa-101', '[!code[t](gone.cs)] x', '[!code[t](gone.cs)] x')
    expect(read(`<table><tr><td>${unit}</td></tr></table>\n`)).toContain(
      inline('code', '<code>gone.cs</code>'),
    )
    expect(
      parse('<div>\n<!-- [!INCLUDE [t](gone.md)] --><code>[!INCLUDE [t](gone.md)]</code>\n</div>\n').includes,
    ).toEqual([])
  })

  it('is noted once for both sides of a unit', () => {
    const text = pair('aaaaa-101', 'voir [!INCLUDE [a](gone.md)]', 'see [!INCLUDE [b](gone.md)]')
    expect(parse(`${text}\n`).includes.map(({ status, url }) => [status, url])).toEqual([
      ['missing', 'gone.md'],
    ])
  })
})

describe('a file without content', () => {
  const EMPTY: Readonly<Record<string, string>> = {
    'empty.md': '',
    'comment.md': '---\ntitle: x\n---\n<!-- nothing -->\n',
  }
  const show = (value: string) =>
    toHtml(
      fillSkeleton(
        parseDocument(new VFile(value), {
          path: 'a.md',
          resolve: (_, url) => ({ status: 'found', path: url, text: EMPTY[url] ?? '' }),
        }),
        'target',
      ),
    )

  it.each(Object.keys(EMPTY))('is named within a line, where a word would be missing: %s', (name) => {
    const markup = `[!INCLUDE [prod](${name})]`
    for (const text of [
      `Open ${markup} now.`,
      pair('aaaaa-101', `Ouvrez ${markup}.`, `Open ${markup}.`),
      `| a |\n|---|\n| ${markup} |`,
      `<p>Open ${markup} now.</p>`,
    ])
      expect(show(`${text}\n`)).toContain(inline('include', 'prod'))
  })

  it('shows nothing on a line of its own, and makes no empty note', () => {
    expect(show('one\n\n[!INCLUDE [t](empty.md)]\n\ntwo\n')).not.toContain('missing')
    expect(show('> [!NOTE]\n> [!INCLUDE [t](empty.md)]\n')).toBe('')
    expect(show('> [!NOTE]\n\ntext\n')).not.toContain('alert')
  })
})

it('a reference whose mark translation has split is still a reference', () => {
  const text = pair(
    'aaaaa-101',
    'Avec [! INCLUDE [p](product.md)] ici.',
    'With [!INCLUDE [p](product.md)] here.',
  )
  expect(read(`${text}\n`)).toBe('<p>Avec Produit <strong>X</strong> ici.</p>')
  expect(read('<p>With [! INCLUDE [p](gone.md)].</p>\n')).toContain(inline('include', 'p'))
  expect(read('[! code-csharp [x](x.cs)]\n')).toContain('int a;')
})

it('constructs without a source keep their words', () => {
  expect(read('> [!NOTE]\n> :::code language="cs":::\n')).toContain(
    block('code', '<code>:::code language="cs":::</code>'),
  )
  expect(read(':::image type="content" alt-text="The window":::\n')).toBe('<p>The window</p>')
})

describe('what is included', () => {
  it('is the text of its side within a unit', () => {
    const text = pair(
      'aaaaa-101',
      'Avec [!INCLUDE[p](product.md)] ici.',
      'With [!INCLUDE[p](product.md)] here.',
    )
    expect(read(`${text}\n`)).toBe('<p>Avec Produit <strong>X</strong> ici.</p>')
    expect(read(`${text}\n`, 'source')).toBe('<p>With Product <strong>X</strong> here.</p>')
    expect(Object.values(parse(text).units)[0]!.target!.text).toBe('Avec Produit X ici.')
  })

  it('loses no words within a line, and is blocks on lines of their own', () => {
    expect(read('see [!INCLUDE [t](two.md)] here\n')).toBe('<p>see one two here</p>')
    expect(read('a\n[!INCLUDE [t](two.md)]\n[!INCLUDE [t](two.md)]\n').match(/<p>/g)).toHaveLength(5)
  })

  it('is code in a list and in a cell', () => {
    expect(read('- item\n  [!code-csharp[x](x.cs)]\n')).toContain('<pre><code class="language-csharp">int a;')
    expect(read('| a |\n|---|\n| [!code-csharp[x](x.cs)] |\n')).toContain('<td><code>int a;</code></td>')
  })
})

describe('very many constructs in a paragraph', () => {
  const n = 130_000
  const treeOf = (children: readonly PhrasingContent[]): Root => ({
    type: 'root',
    children: [{ type: 'paragraph', children: [...children] }],
  })
  const textOf = (value: string) => ({ type: 'text' as const, value })
  const context = {
    text: '[!include [!code',
    code: () => 'int a;',
    include: () => '',
  } as Partial<MicrosoftContext>

  it('are all read within a line', () => {
    const tree = treeOf([textOf(':::no-loc text="a":::'.repeat(n))])
    inlineConstructs(tree)
    const [paragraph] = tree.children as Paragraph[]
    expect(paragraph!.children.map(({ type }) => type)).toEqual(Array(n).fill('emphasis'))
  })

  it.each([
    ['code', 'code'],
    ['include', 'paragraph'],
  ])('are all read where each is a block: %s', (kind, type) => {
    const link = { type: 'link' as const, url: 'x.cs', children: [textOf('a')] }
    const tree = treeOf([
      ...Array.from({ length: n }).flatMap((_, at) => [textOf(`${at === 0 ? '' : ']\n'}[!${kind} `), link]),
      textOf(']'),
    ])
    includes(tree, context as MicrosoftContext)
    expect(tree.children.map((child) => child.type)).toEqual(Array(n).fill(type))
  })
})

it('takes what ends a paragraph before code for a line of its own', () => {
  expect(read('[!INCLUDE [a](two.md)] [!code[a](x.cs)]\n[!INCLUDE [a](two.md)]\ntext\n')).toBe(
    '<p>one</p>\n<p>two</p>\n<pre><code>int a;\n</code></pre>\n<p>one</p>\n<p>two</p>\n<p>text</p>',
  )
})
