import fc from 'fast-check'
import type { Element, ElementContent, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as hastToString } from 'hast-util-to-string'
import type { Table as MarkdownTable } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import type { RenderContext } from '../../../src/render/context.ts'
import { element as h } from '../../../src/render/page/element.ts'
import { renderTables } from '../../../src/render/tables/render-tables.ts'
import { neutralize, tableToCsv } from '../../../src/render/tables/table-csv.ts'
import type { TextCell } from '../../../src/render/tables/table-grid.ts'
import { linesToPhrasing, tableToMarkdown } from '../../../src/render/tables/table-markdown.ts'
import { pair } from '../../support/bilingual.ts'
import { makeContext } from '../fixtures.ts'

/** The files of a document's tables, by the end of their path. */
function tables(text: string, context: Partial<RenderContext> = {}): ReadonlyMap<string, string> {
  const path = 'guide/page.md'
  const front = '---\ntitle: Page\nms.contentlocale: fr-FR\n---\n'
  const document = parseDocument(new VFile({ path, value: front + text }), { path })
  return new Map(
    (['source', 'target'] as const)
      .flatMap((side) =>
        renderTables(document, side, { ...makeContext({ bilingualTables: true }), ...context }),
      )
      .map((file) => [file.path, file.content]),
  )
}

/** Parses CSV by the grammar of RFC 4180, independently of what wrote it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  const body = text.replace(/^\uFEFF/, '')
  while (field.lastIndex < body.length) {
    const match = field.exec(body)
    if (!match) throw new Error(`not RFC 4180 at ${field.lastIndex}`)
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** The cells of a Markdown table, as source text of each. */
function parseMarkdown(text: string): string[][] {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text)
  expect(tree.children.map(({ type }) => type)).toEqual(['table'])
  return (tree.children[0] as MarkdownTable).children.map((row) =>
    row.children.map((cell) => {
      const from = cell.children[0]?.position?.start.offset
      const to = cell.children.at(-1)?.position?.end.offset
      return from === undefined ? '' : text.slice(from, to)
    }),
  )
}

function find(html: string, tagName: string): Element[] {
  const found: Element[] = []
  visit(fromHtml(html) as Nodes, 'element', (node: Element) => {
    if (node.tagName === tagName) found.push(node)
  })
  return found
}

const SPANS = `# ${pair('a-1', 'Titre', 'Title')}

## ${pair('a-2', 'Pannes', 'Outages')}

<table>
<thead><tr><th rowspan="2">${pair('a-3', 'Appel', 'Call')}</th><th colspan="2">${pair('a-4', 'Panne', 'Outage')}</th></tr>
<tr><th>${pair('a-5', 'Pendant', 'During')}</th><th>${pair('a-6', 'Après', 'After')}</th></tr></thead>
<tbody>
<tr><td rowspan="2"><p>${pair('a-7', 'Nouvel | appel', 'New | call')}</p></td><td><ul><li><p>${pair('a-8', 'Coupé', 'Cut')}</p></li><li>${pair('a-9', 'Perdu', 'Lost')}<ol><li>${pair('a-10', 'rappeler', 'call back')}</li></ol></li></ul></td><td>${pair('a-11', '=1+1', '=1+1')}</td></tr>
<tr><td colspan="2"><p>${pair('a-12', 'Un', 'One')}</p><p>${pair('a-13', '« Deux »', '"Two"')}</p></td></tr>
</tbody></table>
`
const BASE = 'page.tables/1-outages'

describe('renderTables', () => {
  const files = tables(SPANS)
  const csv = (name: string) => parseCsv(files.get(name)!)

  it('writes each table for each locale in three forms, and both sides beside the target', () => {
    expect([...files.keys()].sort()).toEqual(
      [
        `en-US/guide/${BASE}.csv`,
        `en-US/guide/${BASE}.html`,
        `en-US/guide/${BASE}.md`,
        `fr-FR/guide/${BASE}.bilingual.csv`,
        `fr-FR/guide/${BASE}.bilingual.html`,
        `fr-FR/guide/${BASE}.bilingual.md`,
        `fr-FR/guide/${BASE}.csv`,
        `fr-FR/guide/${BASE}.html`,
        `fr-FR/guide/${BASE}.md`,
      ].sort(),
    )
  })

  it('writes no bilingual files unless they are asked for', () => {
    const paths = [...tables(SPANS, { bilingualTables: false }).keys()]
    expect(paths).toHaveLength(6)
    expect(paths.some((path) => path.includes('bilingual'))).toBe(false)
  })

  it('writes both languages beside the target only', () => {
    const paths = [...tables(SPANS).keys()]
    expect(paths.filter((path) => path.startsWith('en-US/'))).toHaveLength(3)
    expect(
      paths.filter((path) => path.includes('.bilingual.')).every((path) => path.startsWith('fr-FR/')),
    ).toBe(true)
  })

  it('gives the same bytes each time', () => {
    expect([...tables(SPANS)]).toEqual([...files])
  })

  it('writes CSV that parses back, spans repeated, lists as lines, formulas neutralized', () => {
    expect(csv(`en-US/guide/${BASE}.csv`)).toEqual([
      ['Call', 'Outage', 'Outage'],
      ['Call', 'During', 'After'],
      ['New | call', '• Cut\n• Lost\n1. call back', "'=1+1"],
      ['New | call', 'One\n"Two"', 'One\n"Two"'],
    ])
  })

  it('writes CSV with the mark that Excel needs, lines ending in CRLF', () => {
    const text = files.get(`fr-FR/guide/${BASE}.csv`)!
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text).not.toMatch(/\r(?!\n)/)
  })

  it('writes both sides column by column, told apart by locale', () => {
    const rows = csv(`fr-FR/guide/${BASE}.bilingual.csv`)
    expect(rows[0]).toEqual([
      'Call (en-US)',
      'Appel (fr-FR)',
      'Outage (en-US)',
      'Panne (fr-FR)',
      'Outage (en-US)',
      'Panne (fr-FR)',
    ])
    expect(rows[2]?.slice(0, 2)).toEqual(['New | call', 'Nouvel | appel'])
  })

  it('writes Markdown that parses back, pipes escaped, lists kept, spans once', () => {
    expect(parseMarkdown(files.get(`en-US/guide/${BASE}.md`)!)).toEqual([
      ['Call', 'Outage<br>During', 'Outage<br>After'],
      ['New \\| call', '• Cut<br>• Lost<br>1. call back', '=1+1'],
      ['', 'One<br>"Two"', ''],
    ])
  })

  it('writes a page with language, caption, scopes, spans and lists', () => {
    const html = files.get(`fr-FR/guide/${BASE}.html`)!
    expect(find(html, 'html')[0]?.properties).toMatchObject({ lang: 'fr-FR', dir: 'ltr' })
    expect(hastToString(find(html, 'caption')[0]!)).toBe('Pannes')
    expect(find(html, 'th').map(({ properties }) => properties.scope)).toEqual([
      'col',
      'colgroup',
      'col',
      'col',
    ])
    expect(find(html, 'td').map(({ properties }) => [properties.rowSpan, properties.colSpan])).toEqual([
      [2, undefined],
      [undefined, undefined],
      [undefined, undefined],
      [undefined, 2],
    ])
    expect(find(html, 'li').map((item) => hastToString(item).trim())).toEqual([
      'Coupé',
      'Perdurappeler',
      'rappeler',
    ])
    const links = find(html, 'link').map(({ properties }) => properties.href)
    expect(links.slice(0, 2)).toEqual(['../../../assets/favicon.svg', '../../../assets/lockstep.css'])
  })

  it('writes a page with both sides in each cell, in their languages, what is equal once', () => {
    const html = files.get(`fr-FR/guide/${BASE}.bilingual.html`)!
    const cells = find(html, 'td')
    expect(cells).toHaveLength(4)
    const halves = (cell: Element) =>
      find(`<table><tr>${''}</tr></table>`, 'x').concat(
        cell.children
          .flatMap((child) => (child.type === 'element' ? child.children : []))
          .filter((child) => child.type === 'element'),
      )
    expect(halves(cells[0]!).map((half) => [half.properties.lang, hastToString(half)])).toEqual([
      ['en-US', 'New | call'],
      ['fr-FR', 'Nouvel | appel'],
    ])
    expect(
      find(html, 'td')[2]?.children.some((child) => child.type === 'element' && child.tagName === 'div'),
    ).toBe(false)
  })
})

it('leads each language to its own page, in every form of a bilingual table', () => {
  const files = tables(
    `## T\n\n| A |\n|---|\n| ${pair('a-1', '[Suite](next.md) [ici](#t)', '[Next](next.md) [here](#t)')} |\n`,
    { hasPage: () => true },
  )
  const html = files.get('fr-FR/guide/page.tables/1-t.bilingual.html')!
  const links = find(html.slice(html.indexOf('<td'), html.indexOf('</table>')), 'a')
  const expected = [
    ['Next', '../../../en-US/guide/next.html'],
    ['here', '../../../en-US/guide/page.html#t'],
    ['Suite', '../next.html'],
    ['ici', '../page.html#t'],
  ]
  expect(links.map((link) => [hastToString(link), link.properties.href])).toEqual(expected)
  const markdown = files.get('fr-FR/guide/page.tables/1-t.bilingual.md')!
  expect([...markdown.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, text, url]) => [text, url])).toEqual(
    expected,
  )
})

describe('cells', () => {
  const only = (text: string, ending: string) =>
    [...tables(text)].find(([path]) => path === `en-US/guide/page.tables/1-t${ending}`)![1]

  it('keep links, code, emphasis and images in Markdown, all pipes escaped', () => {
    const text = '# T\n\n| A | B |\n|-|-|\n| [x](https://e.com/a?b\\|c) **b** *i* | `a\\|b` ![alt](i.png) |\n'
    const [, row] = parseMarkdown(only(text, '.md'))
    expect(row).toEqual(['[x](https://e.com/a?b%7Cc) **b** *i*', '`a\\|b` ![alt](i.png)'])
  })

  it('that look like Markdown stay text', () => {
    const text =
      '# T\n\n<table><tr><th>A</th></tr><tr><td>*x* _y_ `z` &lt;b&gt; [a](b) # | \\</td></tr></table>\n'
    const html = only(text, '.md')
    const tree = unified().use(remarkParse).use(remarkGfm).parse(html)
    const cell = (tree.children[0] as MarkdownTable).children[1]!.children[0]!
    expect(cell.children).toMatchObject([{ type: 'text', value: '*x* _y_ `z` <b> [a](b) # | \\' }])
  })

  it('of tables without a header stand under an empty one in Markdown', () => {
    const text = '# T\n\n<table><tr><td>a</td><td>b</td></tr></table>\n'
    expect(parseMarkdown(only(text, '.md'))).toEqual([
      ['', ''],
      ['a', 'b'],
    ])
    expect(parseCsv(only(text, '.csv'))).toEqual([['a', 'b']])
  })

  it('that are empty and alone in their row are no empty line in CSV', () => {
    const text = '# T\n\n<table><tr><th></th></tr><tr><td>a</td></tr></table>\n'
    expect(only(text, '.csv')).toBe('\uFEFF""\r\na\r\n')
  })

  it('name the table inside them, which has files of its own', () => {
    const text =
      '# T\n\n<table><tr><th>A</th></tr><tr><td>x<table><tr><td>in</td></tr></table></td></tr></table>\n'
    expect(parseCsv(only(text, '.csv'))).toEqual([['A'], ['x\nsee table 2']])
    expect(
      [...tables(text).keys()].filter((path) => path.endsWith('.csv') && path.includes('/2-')),
    ).toHaveLength(3)
  })

  it('keep code line by line', () => {
    const text = '# T\n\n<table><tr><th>A</th></tr><tr><td><pre><code>a\n  b</code></pre></td></tr></table>\n'
    expect(parseMarkdown(only(text, '.md'))[1]).toEqual(['`a`<br>`  b`'])
  })

  it('link to the page and to other pages from the folder of the table', () => {
    const text = '# T\n\n| A |\n|-|\n| [here](#x) [there](../other/y.md#z) |\n'
    const html = [...tables(text, { hasPage: () => true })].find(([path]) =>
      path.endsWith('en-US/guide/page.tables/1-t.html'),
    )![1]
    const links = find(html, 'a').map(({ properties }) => properties.href)
    expect(links).toEqual(['../page.html#x', '../../other/y.html#z', '../page.html'])
  })
})

it('writes cells of Markdown as the library alone does', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'w',
      'W',
      'www',
      '.',
      '.x',
      'p',
      's',
      ':',
      '://',
      '/',
      'é',
      '«',
      '1',
      ' ',
      '  ',
      '-',
      '+',
      '#',
      '=',
      '>',
    ],
    ...[
      '\\',
      '`',
      '*',
      '**',
      '_',
      '[',
      ']',
      '(',
      ')',
      '<',
      '<b',
      '&',
      '&amp;',
      '!',
      '|',
      '~',
      '@',
      '"',
      '\u00A0',
      '\u200B',
    ],
  )
  const text = fc
    .array(piece, { minLength: 1, maxLength: 6 })
    .map((pieces): ElementContent => ({ type: 'text', value: pieces.join('') }))
  const strong = text.map((child): ElementContent => h('strong', {}, [child]))
  const line = fc
    .record({
      prefix: fc.constantFrom('', '• ', '1. '),
      content: fc.array(fc.oneof(text, strong), { maxLength: 2 }),
    })
    .filter(({ content }) => content.some((node) => hastToString(node).trim() !== ''))
  const cell = fc.array(line, { maxLength: 2 }).map((lines): TextCell => ({ lines, first: true }))
  const library = unified()
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkParse)
    .use(remarkStringify)
    .freeze()
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 3 }), (row) => {
      const written = tableToMarkdown({ headerRows: 1, rows: [row, row] })
      const children = row.map(
        ({ lines }) => ({ type: 'tableCell', children: linesToPhrasing(lines) }) as const,
      )
      const rows = [children, children].map((each) => ({ type: 'tableRow' as const, children: each }))
      expect(written).toBe(library.stringify({ type: 'root', children: [{ type: 'table', children: rows }] }))
    }),
    { numRuns: Number(process.env.TABLE_RUNS ?? 2000) },
  )
})

describe('neutralize', () => {
  it.each([
    '=1+1',
    '+cmd',
    '+14255550100',
    '+3 %',
    '-x',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    '\u00A0=1',
    '\u200B=1',
    '＝1',
    '-5+cmd|x',
    '"=1',
    '-1-1',
    '- x',
  ])('stops %j from running', (text) => {
    expect(neutralize(text)).toBe(`'${text}`)
  })

  it.each(['-5', '-1,000.25', '-1.5e-3', '-', 'a=b', '5-3', '', '• =1', '-1 000,5'])(
    'leaves %j as it is',
    (text) => {
      expect(neutralize(text)).toBe(text)
    },
  )
})

it('looks through a document once, however many tables it has', () => {
  const count = 20
  const table = (at: number) => `| ${pair(`x-${at}`, 'un', 'one')} |\n|---|\n| a |\n\n`
  const value = `---\nms.contentlocale: fr-FR\n---\n${Array.from({ length: count }, (_, at) => table(at)).join('')}`
  const document = parseDocument(new VFile({ path: 'a.md', value }), { path: 'a.md' })
  const { tree } = document.skeleton
  const { children } = tree
  let looks = 0
  Object.defineProperty(tree, 'children', {
    get: () => {
      looks++
      return children
    },
  })
  expect(document.tables).toHaveLength(count)
  for (const side of ['source', 'target'] as const)
    expect(renderTables(document, side, makeContext())).not.toEqual([])
  expect(looks).toBe(1)
})

describe('CSV', () => {
  const cellOf = (text: string): TextCell => ({
    first: true,
    lines: text.split('\n').map((value) => ({ prefix: '', content: [{ type: 'text', value }] })),
  })
  const csvOf = (texts: readonly string[]) =>
    tableToCsv({ headerRows: 0, rows: [texts.map(cellOf)] }).slice(1)

  it.each([
    ['a;b', '"a;b"'],
    ['a;=1+1', `"a;'=1+1"`],
    ['a; =1+1', `"a;' =1+1"`],
    ['a;"=1+1"', `"a;'""=1+1"""`],
    ['a;-5', '"a;-5"'],
    ['a\n@SUM(1)', `"a\n'@SUM(1)"`],
    ['1;2', '"1;2"'],
  ])('writes %j as %j', (text, field) => {
    expect(csvOf([text, 'x'])).toBe(`${field},x\r\n`)
  })

  it('holds no formula, whichever separator a program splits at, with or without quotes', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        '=1',
        '+1',
        '-x',
        '-5',
        '@a',
        ';',
        ',',
        '\t',
        '\n',
        '"',
        "'",
        ' ',
        '\u200B',
        '＝1',
        '""',
        '=',
        ';=',
        '\n=',
      ],
    )
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
        const csv = csvOf(texts)
        const cells = [...parseCsv(`\uFEFF${csv}`).flat(), ...csv.split(/[;\t\r\n]/)]
        const bare = cells.map((cell) => cell.replace(/^[\s"\u200B]+/, ''))
        expect(bare.filter((cell) => /^[=@＝]|^[-+][^\s\d"]/.test(cell))).toEqual([])
      }),
      { numRuns: 5000, seed: 1 },
    )
  })
})
