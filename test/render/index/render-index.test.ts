import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import type { IndexEntry } from '../../../src/render/index/index-entry.ts'
import { indexSourceOf, renderIndex } from '../../../src/render/index/render-index.ts'
import type { OutputKind } from '../../../src/render/output-kinds.ts'
import { makeContext } from '../fixtures.ts'
import { all, one, text } from '../page/transform.ts'

const OUTPUTS: ReadonlySet<OutputKind> = new Set(['page', 'runbook', 'json'])

const entry = (path: string, changes: Partial<IndexEntry> = {}): IndexEntry => ({
  path,
  sourceLocale: 'en-US',
  locales: {
    'en-US': { title: `Title of ${path}`, outputs: OUTPUTS },
    'fr-FR': { title: `Titre de ${path}`, outputs: OUTPUTS },
  },
  units: 1200,
  errors: 0,
  warnings: 0,
  ...changes,
})

const filesOf = (entries: readonly IndexEntry[], context = makeContext()) => [
  ...renderIndex(indexSourceOf(entries), context),
]
const render = (entries: readonly IndexEntry[]) =>
  new Map(filesOf(entries).map(({ path, content }) => [path, fromHtml(content)]))
const hrefs = (node: Element) => all(node, 'a').map((link) => link.properties.href)

describe('the lists of documents', () => {
  it('are one for all locales and one for each', () => {
    expect([...render([entry('a.md')]).keys()]).toEqual([
      'reports/fr-FR.html',
      'reports/en-US.html',
      'reports/index.html',
    ])
  })

  it('put the languages translated into first', () => {
    const more = entry('b.md', { locales: { 'de-DE': { title: 'b', outputs: OUTPUTS } } })
    const sections = all(render([more, entry('a.md')]).get('reports/index.html')!, 'section')
    expect(sections.map(({ properties }) => properties.lang)).toEqual(['de-DE', 'fr-FR', 'en-US'])
    expect(sections.map((section) => text(one(one(section, 'h2'), 'a')))).toEqual([
      'Deutsch (Deutschland)',
      'Français (France)',
      'English (United States)',
    ])
  })

  it('say which documents give no runbook, where runbooks are made', () => {
    const without = entry('b.md', { locales: { 'fr-FR': { title: 'b', outputs: new Set(['page']) } } })
    const items = all(render([entry('a.md'), without]).get('reports/fr-FR.html')!, 'li').slice(-2)
    expect(items.map((item) => text(item).includes('sans runbook'))).toEqual([false, true])
    const context = makeContext({ outputs: new Set(['page']) })
    const overview = filesOf([without], context).find(({ path }) => path === 'reports/index.html')
    expect(overview!.content).not.toContain('sans runbook')
  })

  it('link to each page, its runbook and its data', () => {
    const overview = render([entry('a b/c.md')]).get('reports/index.html')!
    expect(hrefs(one(all(overview, 'section')[0]!, 'li'))).toEqual([
      '../fr-FR/a%20b/c.html',
      '../fr-FR/a%20b/c.runbook.html',
      '../data/a%20b/c.json',
    ])
    const own = render([entry('a b/c.md')]).get('reports/en-US.html')!
    expect(hrefs(one(one(own, 'section'), 'li'))).toEqual([
      '../en-US/a%20b/c.html',
      '../en-US/a%20b/c.runbook.html',
      '../data/a%20b/c.json',
    ])
  })

  it('link only to what was made', () => {
    const made = { 'fr-FR': { title: 'x', outputs: new Set<OutputKind>(['json']) } }
    const none = { 'fr-FR': { title: 'y', outputs: new Set<OutputKind>() } }
    const tree = render([entry('a.md', { locales: made }), entry('b.md', { locales: none })]).get(
      'reports/fr-FR.html',
    )!
    expect(
      all(tree, 'li')
        .filter((item) => item.properties.dataPath)
        .map(hrefs),
    ).toEqual([['../data/a.json', '../data/a.json'], []])
  })

  it('show folders as trees, folders that hold only a folder as one', () => {
    const paths = ['z.md', 'one/two/three/a.md', 'one/two/b.md', 'one/two/three/c.md', 'x/y.md']
    const tree = render(paths.map((path) => entry(path))).get('reports/fr-FR.html')!
    expect(all(tree, 'summary').map(text)).toEqual([
      'one/two 3 documents',
      'three 2 documents',
      'x 1 document',
    ])
    const items = all(tree, 'li').flatMap((item) => item.properties.dataPath ?? [])
    expect(items).toEqual(['one/two/three/a.md', 'one/two/three/c.md', 'one/two/b.md', 'x/y.md', 'z.md'])
  })

  it('count documents, segments, errors and warnings in the words of each locale', () => {
    const tree = render([entry('a.md', { errors: 1 }), entry('b.md', { warnings: 3 })]).get(
      'reports/index.html',
    )!
    expect(all(tree, 'h2').map((heading) => text(all(heading, '.counts')[0]!))).toEqual([
      '2 documents · 2 400 segments · 1 erreur · 3 avertissements',
      '2 documents · 2,400 segments · 1 error · 3 warnings',
    ])
  })

  it('name a document without a title by its file', () => {
    const locales = { 'fr-FR': { title: null, outputs: OUTPUTS } }
    const tree = render([entry('guide/start.md', { locales })]).get('reports/fr-FR.html')!
    expect(text(all(one(tree, '.documents'), 'a')[0]!)).toBe('start')
  })

  it('show titles as text, whatever characters they have', () => {
    const locales = { 'fr-FR': { title: '<script>alert(1)</script>"', outputs: OUTPUTS } }
    const tree = render([entry(`a"'<b>.md`, { locales })]).get('reports/fr-FR.html')!
    expect(all(tree, 'script').map(({ properties }) => properties.src)).toEqual([
      '../assets/theme.js',
      '../assets/filter.js',
    ])
    expect(text(all(one(tree, '.documents'), 'a')[0]!)).toBe('<script>alert(1)</script>"')
  })

  it('do not depend on the order in which documents were read', () => {
    const entries = [entry('b.md'), entry('a/c.md'), entry('a/b.md')]
    expect(filesOf([...entries].reverse())).toEqual(filesOf(entries))
  })

  it('of thousands of documents are per locale, folded, and can be filtered', () => {
    const many = Array.from({ length: 2000 }, (_, index) => entry(`part${index % 7}/doc${index}.md`))
    const files = render(many)
    expect(all(files.get('reports/index.html')!, 'li').filter((item) => item.properties.dataPath)).toEqual([])
    const own = files.get('reports/fr-FR.html')!
    expect(all(own, 'li').filter((item) => item.properties.dataPath)).toHaveLength(2000)
    expect(all(own, 'details').every((folder) => folder.properties.open === undefined)).toBe(true)
    expect(all(own, 'form')).toHaveLength(1)
  })

  it('of no documents are a page all the same', () => {
    const files = render([])
    expect([...files.keys()]).toEqual(['reports/index.html'])
    expect(all(files.get('reports/index.html')!, 'section')).toEqual([])
  })
})
