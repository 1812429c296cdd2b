import { readdirSync, readFileSync } from 'node:fs'
import { fromHtml } from 'hast-util-from-html'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { Side } from '../../../src/model/unit.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { renderPage } from '../../../src/render/page/render-page.ts'
import { renderTables } from '../../../src/render/tables/render-tables.ts'
import { makeContext } from '../fixtures.ts'
import { all, one, text } from './transform.ts'

const SOURCES = new URL('../../../sources/', import.meta.url)
const SEED = readdirSync(SOURCES).find((name) => name.endsWith('.md'))!
const SIDES: readonly Side[] = ['target', 'source']

const parse = (value: string, path = 'guide/start.md') =>
  parseDocument(new VFile({ path, value }), { path, targetLocale: 'fr-FR' })
const page = (value: string, side: Side) => fromHtml(renderPage(parse(value), side, makeContext()).content)
const unit = (id: string, target: string, source: string) =>
  `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`

describe('the pages of the seed document', () => {
  const document = parse(readFileSync(new URL(SEED, SOURCES), 'utf8'), SEED)

  it.each(SIDES)('hold every segment once, each with its other side (%s)', (side) => {
    const tree = fromHtml(renderPage(document, side, makeContext()).content)
    const segments = all(tree, 'span').filter((node) => node.properties.dataTtuId)
    expect(segments.map((node) => node.properties.dataTtuId)).toEqual(
      Object.values(document.units).map(({ id }) => id),
    )
    expect(segments).toHaveLength(108)
    const other = side === 'target' ? 'source' : 'target'
    expect(segments.map((node) => node.properties.dataOther)).toEqual(
      Object.values(document.units).map((each) => each[other]?.text),
    )
  })

  it.each(SIDES)('show the same structure in both languages (%s)', (side) => {
    const tree = fromHtml(renderPage(document, side, makeContext()).content)
    expect(all(tree, 'table')).toHaveLength(3)
    expect(all(tree, '.alert')).toHaveLength(3)
    expect(all(tree, 'h1')).toHaveLength(1)
    expect(all(one(tree, '.outline'), 'a')).toHaveLength(6)
    const ids = all(tree, 'main').flatMap((main) => ['h1', 'h2', 'h3'].flatMap((name) => all(main, name)))
    expect(ids.every((heading) => heading.properties.id)).toBe(true)
  })

  it('link to table files that are made', () => {
    const made = new Set(
      (['source', 'target'] as const)
        .flatMap((side) => renderTables(document, side, makeContext()))
        .map(({ path }) => path),
    )
    for (const side of SIDES) {
      const { path, content } = renderPage(document, side, makeContext())
      const base = new URL(path, 'http://x/')
      const links = all(fromHtml(content), '.table-files').flatMap((list) => all(list, 'a'))
      expect(links).toHaveLength(9)
      for (const link of links) {
        const { pathname } = new URL(String(link.properties.href), base)
        expect(made).toContain(decodeURIComponent(pathname.slice(1)))
      }
    }
  })

  it('are made from the same document twice with the same bytes', () => {
    for (const side of SIDES) {
      expect(renderPage(document, side, makeContext())).toEqual(renderPage(document, side, makeContext()))
    }
  })
})

describe('a page of hostile input', () => {
  const evil = [
    '<script>alert(1)</script>',
    '<img src="x.png" onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    '<div data-other="x" data-ttu-id="a-1" onclick="alert(1)" role="alert" tabindex="1">y</div>',
    '[x](java&#115;cript:alert(1))',
    '<form action="https://evil.example"><input type="text" autofocus onfocus="alert(1)"></form>',
    '<style>body{display:none}</style><link rel="stylesheet" href="https://evil.example"><base href="https://evil.example">',
    '> [!VIDEO https://evil.example/embed]',
  ]
  const value = `---\ntitle: "</title><script>alert(1)</script>"\ndescription: '"><script>alert(1)</script>'\nms.date: "<script>"\n---\n\n# ${unit('a-1', evil[0]!, evil[1]!)}\n\n${evil.map((html, index) => `${html}\n\n${unit(`a-${index + 2}`, html, html)}`).join('\n\n')}\n`

  it.each(SIDES)('runs nothing and loads nothing from elsewhere (%s)', (side) => {
    const tree = page(value, side)
    expect(all(tree, 'script').map(({ properties }) => properties.src)).toEqual([
      '../../assets/theme.js',
      '../../assets/page.js',
    ])
    const article = one(tree, 'article')
    for (const name of ['script', 'iframe', 'form', 'style', 'link', 'base', 'object', 'embed']) {
      expect(all(article, name)).toEqual([])
    }
    for (const node of all(article, 'a')) expect(String(node.properties.href ?? '')).not.toMatch(/script:/i)
    expect(handlersIn(renderPage(parse(value), side, makeContext()).content)).toEqual([])
  })
})

describe('a page of a document with a missing side', () => {
  const value =
    '# T\n\n<span data-ttu-id="a-1">Seul</span>\n\nx\n\n<span class="sxs-lookup"><span data-stu-id="a-2">Alone</span></span>\n'

  it('shows what there is, in its language, and offers no other side for it', () => {
    const target = one(page(value, 'target'), 'article')
    expect(text(target)).toContain('Seul')
    const source = one(page(value, 'source'), 'article')
    expect(text(source)).toContain('Alone')
    const standIn = all(source, 'span').find((node) => text(node) === 'Seul')
    expect(standIn?.properties).toMatchObject({ lang: 'fr-FR' })
    expect(standIn?.properties.dataOther).toBeUndefined()
  })
})

/** Names of the event handlers that elements of a page have. */
function handlersIn(html: string): string[] {
  const names: string[] = []
  for (const name of ['div', 'img', 'a', 'span', 'p', 'h1', 'input']) {
    for (const node of all(fromHtml(html), name)) {
      names.push(...Object.keys(node.properties).filter((key) => /^on/i.test(key)))
    }
  }
  return names
}
