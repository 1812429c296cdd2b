import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { takeWork, type Work } from '../../src/model/build/work.ts'
import type { BilingualDocument } from '../../src/model/document.ts'
import { positionOf } from '../../src/model/place.ts'
import { textOfParts } from '../../src/model/text.ts'
import { DEEPEST } from '../../src/parse/html/bound-tree.ts'
import { findUnreadable } from '../../src/parse/markdown/find-unreadable.ts'
import { nativeHazards } from '../../src/parse/markdown/native-hazards.ts'
import type { MarkdownParser } from '../../src/parse/markdown/parse-markdown.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../src/render/fill-skeleton.ts'
import { toHtml } from '../../src/render/to-html.ts'
import { pair } from '../support/bilingual.ts'

const read = (text: string, path = 'a.md') => parseDocument(new VFile(text), { path })
const htmlOf = (document: BilingualDocument) => toHtml(fillSkeleton(document, 'target'))

/** How deep a tree is; does not call itself. */
function depthOf(root: unknown): number {
  let deepest = 0
  const left: [unknown, number][] = [[root, 0]]
  for (let next = left.pop(); next; next = left.pop()) {
    const [node, depth] = next
    deepest = Math.max(deepest, depth)
    for (const child of (node as { children?: unknown[] }).children ?? []) left.push([child, depth + 1])
  }
  return deepest
}

const NESTED: Readonly<Record<string, (n: number) => string>> = {
  lists: (n) => `${'- '.repeat(n)}text`,
  quotes: (n) => `${'> '.repeat(n)}text`,
  emphasis: (n) => `${'*a '.repeat(n)}text${' b*'.repeat(n)}`,
  spans: (n) => `${'<span title="a">'.repeat(n)}text${'</span>'.repeat(n)}`,
  'tags left open': (n) => `${'<b>'.repeat(n)}text`,
  divs: (n) => `${'<div>'.repeat(n)}text${'</div>'.repeat(n)}`,
  'divs in lines': (n) => `${'<div>\n\n'.repeat(n)}text\n\n${'</div>\n\n'.repeat(n)}`,
  tables: (n) => `${'<table><tr><td>'.repeat(n)}text${'</td></tr></table>'.repeat(n)}`,
  'spans in a unit': (n) => pair('x-1', `${'<i title="a">'.repeat(n)}text${'</i>'.repeat(n)}`, 'text'),
  'emphasis in a unit': (n) => pair('x-1', `${'*a '.repeat(n)}text${' b*'.repeat(n)}`, 'text'),
}

describe('nesting', () => {
  it.each(Object.keys(NESTED))('is kept where it is usual: %s', (name) => {
    const document = read(NESTED[name]!(30))
    expect(document.simplified).toBeUndefined()
    expect(depthOf(fillSkeleton(document, 'target'))).toBeGreaterThanOrEqual(30)
  })

  it.each(
    Object.keys(NESTED).flatMap((name) => [
      [name, ''],
      [name, '\n\n😀'],
    ]),
  )('has a limit, and all text stays: %s%s', (name, more) => {
    const document = read(`${NESTED[name]!(5000)}${more}\n\n## ${pair('x-2', 'après', 'after')}\n`)
    expect(depthOf(document.skeleton.tree)).toBeLessThan(DEEPEST + 20)
    expect(depthOf(fillSkeleton(document, 'target'))).toBeLessThan(2 * DEEPEST)
    expect(document.simplified?.length).toBeGreaterThan(0)
    expect(document.simplified?.every(({ place }) => place !== undefined)).toBe(true)
    expect(htmlOf(document)).toContain('text')
    expect(htmlOf(document)).toContain('après')
  })

  it('leaves what stands behind it where it is', () => {
    const before = `${'<div>'.repeat(1000)}${'</div>'.repeat(1000)}<div>`
    const { links } = read(`${before}<a href="b.md">see</a></div>\n`)
    expect(links.map(({ place }) => place[0])).toEqual([before.length])
  })

  it('is not taken for deep where end tags are left out', () => {
    const body = `<ul>${'<li>a'.repeat(2000)}</ul>\n\n${'<p>a'.repeat(2000)}\n\n${'<div><b>a</div>\n\n'.repeat(1000)}`
    expect(read(body).simplified).toBeUndefined()
  })

  it('is told where tags end in another block than they began in', () => {
    const document = read('<div><div><b>\n\n> </div></div>\n\n<x-y>a</x-y></b> [b](c.md)\n')
    expect(document.links).toHaveLength(1)
    expect(document.simplified).toBeUndefined()
  })

  it('has a limit in HTML documents', () => {
    const document = read(`<p>a</p>${'<div>'.repeat(5000)}<a href="b.md">text</a>`, 'a.html')
    expect(depthOf(document.skeleton.tree)).toBeLessThan(DEEPEST + 20)
    expect(document.links).toHaveLength(1)
    expect(document.simplified).toHaveLength(1)
  })
})

describe('what remark cannot read', () => {
  const MARKS: Readonly<Record<string, string>> = {
    'marks in a paragraph': '*a '.repeat(1500),
    'marks in a segment': pair('x-1', '*a '.repeat(1500), 'one'),
    'brackets in a paragraph': '[a '.repeat(250),
    'lists by indentation': Array.from({ length: 120 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'),
    'lists in a line': '- '.repeat(120),
    'quotes in a line, with front matter': `---\ntitle: a\n---\n${'> '.repeat(120)}`,
  }

  it.each(Object.keys(MARKS))('is the same with either parser: %s', (name) => {
    const of = (parser: MarkdownParser) => parseDocument(new VFile(MARKS[name]!), { path: 'a.md', parser })
    expect(of('native').simplified).toHaveLength(1)
    expect(of('native')).toEqual(of('remark'))
  })

  it('is plain text, with its front matter and its units', () => {
    const marks = '*a '.repeat(3000)
    const document = read(`---\ntitle: Titre\n---\n${marks}${pair('x-1', 'un', 'one')} 😀\n`)
    expect(document.title.target).toBe('Titre')
    expect(document.simplified?.map(({ why }) => why)).toEqual(['marks'])
    expect(positionOf(document, document.simplified![0]!.place![0]).line).toBe(4)
    expect(htmlOf(document)).toContain('un')
  })

  it.each([
    ['a long table with marks in each cell', `|a|\n|-|\n${'| *a* |\n'.repeat(5000)}`],
    ['many paragraphs with marks', '*a* _b_ [c](d)\n\n'.repeat(5000)],
    ['a long list', '- *a* [b](c)\n'.repeat(5000)],
    ['a paragraph of many links', '[a](b) '.repeat(5000)],
    ['names with underscores', 'snake_case_name '.repeat(5000)],
  ])('is not: %s', (_, text) => {
    expect(findUnreadable(text)).toBeUndefined()
  })
})

/** Units of which each stands in the target of the one before. */
const nestedUnits = (n: number) =>
  Array.from({ length: n }).reduce<string>((inner, _, at) => pair(`x-${n - at}`, `a ${inner}`, 'b'), 'text')

describe('units in units', () => {
  it('are all there where a few nest', () => {
    const document = read(nestedUnits(15))
    expect(Object.keys(document.units)).toHaveLength(15)
    expect(document.simplified).toBeUndefined()
  })

  it('hold the text of all that nest too deeply, which grows with the input', () => {
    const sizes = [200, 400].map((n) => {
      const document = read(nestedUnits(n))
      expect(document.simplified?.map(({ why }) => why)).toEqual(['units'])
      expect(document.simplified?.[0]?.place).toBeDefined()
      expect(Object.values(document.units).every(({ target }) => target?.text.includes('text'))).toBe(true)
      return JSON.stringify(document).length
    })
    expect(sizes[1]!).toBeLessThan(2.2 * sizes[0]!)
  })
})

describe('what there is much of', () => {
  const n = 130_000
  it.each([
    ['elements that say nothing', `<p><span>${'<b>a</b>'.repeat(n)}</span></p>`],
    ['elements in a cell', `<table><tr><td>${'<p>a</p>'.repeat(n)}</td></tr></table>`],
  ])('is all there: %s', (_, text) => {
    expect(htmlOf(read(text)).split('a</').length).toBe(n + 1)
  })
})

it('reads a text that holds every private-use character', () => {
  const all = Array.from({ length: 6400 }, (_, at) => String.fromCharCode(0xe000 + at)).join('')
  const document = read(`${all}\n\n${pair('x-1', 'un', 'one')} ${pair('x-2', '**deux', 'two')}** and more\n`)
  expect(htmlOf(document)).toContain(all)
  expect(htmlOf(document)).toMatch(/un.*deux/)
})

describe('work', () => {
  /** How much of one kind of work a document takes. */
  const workOn = (text: string, kind: keyof Work) => {
    takeWork()
    read(text)
    return takeWork()[kind]
  }

  it('on segments does not grow with the definitions that they do not refer to', () => {
    const definitions = Array.from({ length: 200 }, (_, at) => `[d${at}]: u${at}.md`).join('\n')
    const { units } = read(`${pair('x-1', '[un][D3] _a_', '[one][d3]')}\n\n${definitions}\n`)
    expect(units['x-1']!.target!.content?.[0]).toMatchObject({ properties: { href: 'u3.md' } })
  })

  it('on cells grows with the cells, whatever they span', () => {
    const tableOf = (rows: number) =>
      read(`<table>${'<tr><td colspan="1000" rowspan="1000">a</td></tr>'.repeat(rows)}</table>`).tables[0]!
    for (const rows of [80, 160]) {
      const { columns, rows: all, spansLeftOut } = tableOf(rows)
      expect([columns, all.length, spansLeftOut]).toEqual([1, rows, true])
      expect(
        all.flatMap(({ cells }) => cells.map(({ rowSpan, columnSpan }) => rowSpan * columnSpan)),
      ).toEqual(Array(rows).fill(1))
    }
  })

  it('on pipe tables grows with the cells that are written', () => {
    const cellsOf = (n: number) => {
      const [table] = read(`|${'a|'.repeat(n)}\n|${'-|'.repeat(n)}\n${'|a|\n'.repeat(n)}`).tables
      return table!.rows.reduce((sum, { cells }) => sum + cells.length, 0)
    }
    // Short rows are filled up, unless that makes far more cells than there are.
    expect([cellsOf(10), cellsOf(400), cellsOf(800)]).toEqual([110, 800, 1600])
  })

  it('on the structure grows with the elements', () => {
    const rows = (n: number) => `<table>${'<tr><td><ul><li>a</li></ul></td></tr>'.repeat(n)}</table>`
    expect(workOn(rows(200), 'structureNodes')).toBeLessThan(2.1 * workOn(rows(100), 'structureNodes'))
  })
})

describe('spans', () => {
  const spansOf = (html: string) =>
    read(`<table>${html}</table>`).tables[0]!.rows.flatMap(({ cells }) =>
      cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan]),
    )

  it.each([
    ['0 columns are one', '<tr><td colspan="0">a</td></tr>', [[0, 0, 1, 1]]],
    ['digits at the start count', '<tr><td colspan="2px">a</td></tr>', [[0, 0, 1, 2]]],
    ['negative ones are none', '<tr><td colspan="-2" rowspan="-1">a</td></tr>', [[0, 0, 1, 1]]],
    ['0 rows are all that are left', '<tr><td rowspan="0">a</td></tr><tr></tr>', [[0, 0, 2, 1]]],
    [
      'rows end with their group',
      '<thead><tr><td rowspan="9">a</td></tr></thead><tbody><tr><td>b</td></tr></tbody>',
      [
        [0, 0, 1, 1],
        [1, 0, 1, 1],
      ],
    ],
  ])('follow the HTML Standard: %s', (_, html, expected) => {
    expect(spansOf(html)).toEqual(expected)
  })
})

it('keeps the text of a heading whole, however its parts are nested', () => {
  const { outline, units } = read(`# ${'<b>'.repeat(3000)}text\n`)
  expect(textOfParts(outline[0]!.parts, { units, includedUnits: {} }, 'target')).toBe('text')
})

describe('a long line', () => {
  const n = 500_000
  it.each([
    ['a row of delimiters', `|-|\n|${'-|'.repeat(n)}\n`],
    ['a header', `|-${'a|'.repeat(n)}\n|-|-|\n`],
    ['delimiters before a row', `|${'-|'.repeat(n)}\na|b\n`],
    ['a list that begins like delimiters', `- ${'-|'.repeat(n)}a\n`],
    ['marks of definitions', `${']:'.repeat(n)}\n\ntext\n`],
  ])('is looked through once for what the parsers read otherwise: %s', (_, text) => {
    expect(nativeHazards(text).length).toBeLessThan(2)
  })
})

it('reads a long name of a tag without an end once', () => {
  const name = 'a'.repeat(300_000)
  expect(read(`<p>text</p><${name}<b>`, 'a.html').simplified).toBeUndefined()
})
