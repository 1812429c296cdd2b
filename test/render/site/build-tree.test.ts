import { expect, it } from 'vitest'
import type { DocsetTocs, TocEntry } from '../../../src/model/toc.ts'
import { buildTree, type TreeInput } from '../../../src/render/site/build-tree.ts'
import type { SitePage } from '../../../src/render/site/site-page.ts'
import type { SiteNode } from '../../../src/render/site/site-tree.ts'
import { placesIn } from '../../../src/render/site/tree-places.ts'

function page(path: string, changes: Partial<SitePage> = {}): SitePage {
  return {
    path,
    output: `fr-FR/${path.replace(/\.md$/, '.html')}`,
    locale: 'fr-FR',
    sourceLocale: 'en-US',
    title: `Titre ${path}`,
    description: null,
    date: null,
    isUntranslated: false,
    ...changes,
  }
}

function entry(name: string, path: string | null = null, ...children: TocEntry[]): TocEntry {
  return { name, path, children }
}

function contentsOf(...entries: TocEntry[]): DocsetTocs & { readonly locale: string } {
  return { tocs: [{ path: 'toc.yml', entries }], breadcrumbs: [], locale: 'fr-FR' }
}

function treeOf(paths: readonly (string | SitePage)[], changes: Partial<TreeInput> = {}) {
  return buildTree({
    locale: 'fr-FR',
    sourceLocale: 'en-US',
    pages: paths.map((path) => (typeof path === 'string' ? page(path) : path)),
    publishedUrl: () => null,
    otherPages: 'Autres',
    ...changes,
  })
}

/** A tree as indented lines: names, with their languages, and where they lead. */
function lines(nodes: readonly SiteNode[], indent = ''): string[] {
  return nodes.flatMap(({ name, lang, output, url, children }) => [
    `${indent}${lang ? `${lang}:` : ''}${name}${output ? ` → ${output}` : url ? ` → ${url}` : ''}`,
    ...lines(children, `${indent}  `),
  ])
}

const outline = (tree: ReturnType<typeof treeOf>) => lines(tree.sections.flat())

it('names entries as the table of contents of the locale does, and those without a name by their titles', () => {
  const contents = contentsOf(entry('Serveurs', 'a.md', entry('', 'b.md')), entry('Ailleurs', 'gone.md'))
  expect(outline(treeOf(['a.md', 'b.md'], { contents }))).toEqual([
    'Serveurs → fr-FR/a.html',
    '  Titre b.md → fr-FR/b.html',
    'Ailleurs',
  ])
})

it('names entries of a table in another language by titles, and keeps other names with their language', () => {
  const bilingual = { ...entry('Groupe', null, entry('B', 'b.md')), sourceName: 'Group' }
  const contents = contentsOf(entry('Section', null, entry('A', 'a.md')), bilingual)
  const pages = ['a.md', 'b.md'].map((path) => page(path, { locale: 'en-US', title: `Title ${path}` }))
  expect(outline(treeOf(pages, { contents, locale: 'en-US' }))).toEqual([
    'fr-FR:Section',
    '  Title a.md → fr-FR/a.html',
    'Group',
    '  Title b.md → fr-FR/b.html',
  ])
})

it('gives titles of untranslated pages their language', () => {
  const pages = [page('a.md', { isUntranslated: true, title: 'Title', description: 'Summary' })]
  const tree = treeOf(pages)
  expect(outline(tree)).toEqual(['en-US:Title → fr-FR/a.html'])
  expect(tree.sections.flat()[0]!.description).toBeNull()
})

it('links to addresses elsewhere, and to the published site if it is known', () => {
  const contents = contentsOf(
    { ...entry('Web'), url: 'https://example.com/' },
    { ...entry('Site'), url: '/lync/x' },
  )
  expect(outline(treeOf(['a.md'], { contents })).slice(0, 2)).toEqual(['Web → https://example.com/', 'Site'])
  const publishedUrl = (url: string) => `https://docs.example${url}`
  expect(outline(treeOf(['a.md'], { contents, publishedUrl }))[1]).toBe('Site → https://docs.example/lync/x')
})

it('finds pages by uid, and in another letter case', () => {
  const contents = contentsOf(
    { ...entry(''), uid: 'One' },
    { ...entry(''), uid: 'Far' },
    { ...entry(''), uid: 'None' },
    entry('Deux', 'Sub/B.md'),
  )
  const known: Record<string, { target?: string; name?: string }> = {
    One: { target: 'a.md' },
    Far: { target: 'https://example.com/far', name: 'Far.Type' },
  }
  expect(outline(treeOf(['a.md', 'sub/b.md'], { contents, resolveUid: (uid) => known[uid] }))).toEqual([
    'Titre a.md → fr-FR/a.html',
    'Far.Type → https://example.com/far',
    'None',
    'Deux → fr-FR/sub/b.html',
  ])
})

it('shows a branch without any link as one line', () => {
  const contents = contentsOf(entry('Vide', null, entry('x', 'x.md'), entry('y', 'y.md')), entry('A', 'a.md'))
  expect(outline(treeOf(['a.md'], { contents }))).toEqual(['Vide', 'A → fr-FR/a.html'])
})

it('puts unlisted pages under their folders at the end, in the order of the language', () => {
  const titles = {
    'f/z.md': 'Étape 10',
    'f/y.md': 'Étape 9',
    'f/x.md': 'Zone',
    'f/index.md': 'Dossier',
    'g/h/w.md': 'W',
  }
  const pages = Object.entries(titles).map(([path, title]) => page(path, { title }))
  const expected = [
    '  Dossier → fr-FR/f/index.html',
    '    Étape 9 → fr-FR/f/y.html',
    '    Étape 10 → fr-FR/f/z.html',
    '    Zone → fr-FR/f/x.html',
    '  g/h',
    '    W → fr-FR/g/h/w.html',
  ]
  expect(outline(treeOf(['a.md', ...pages], { contents: contentsOf(entry('A', 'a.md')) }))).toEqual([
    'A → fr-FR/a.html',
    'Autres',
    ...expected,
  ])
  // Without a table of contents, the folders are the tree.
  expect(outline(treeOf(pages))).toEqual(expected.map((line) => line.slice(2)))
})

it('gathers one of several tables of contents below the name of its folder', () => {
  const contents = {
    ...contentsOf(),
    tocs: [
      { path: 'toc.yml', entries: [entry('A', 'a.md'), entry('B', 'b.md')] },
      { path: 'sub/toc.yml', entries: [entry('C', 'sub/c.md'), entry('D', 'sub/d.md')] },
      { path: 'one/toc.yml', entries: [entry('E', 'one/e.md')] },
    ],
  }
  const paths = ['a.md', 'b.md', 'sub/c.md', 'sub/d.md', 'one/e.md']
  const tree = treeOf(paths, { contents })
  expect(outline(tree).map((line) => line.replace(/ →.*/, ''))).toEqual(['A', 'B', 'sub', '  C', '  D', 'E'])
  // The previous and the next page are of the same table of contents.
  const places = placesIn(tree)
  expect(places.get('fr-FR/b.html')!.next).toBeNull()
  expect(places.get('fr-FR/sub/c.html')).toMatchObject({ previous: null, next: { name: 'D' } })
})

it('has the first place of a page that is listed twice', () => {
  const contents = contentsOf(
    entry('One', null, entry('A', 'a.md')),
    entry('Two', null, entry('A again', 'a.md'), entry('B', 'b.md')),
  )
  const places = placesIn(treeOf(['a.md', 'b.md'], { contents }))
  expect(places.get('fr-FR/a.html')).toMatchObject({ ancestors: [{ name: 'One' }], next: { name: 'B' } })
  expect(places.get('fr-FR/b.html')).toMatchObject({ previous: { name: 'A' } })
})

it('has the levels of breadcrumbs above: on each level the only one, or that of a folder', () => {
  const crumb = (name: string, scope: string, ...children: TocEntry[]) => ({
    ...entry(name, null, ...children),
    scope,
    url: scope,
  })
  const contents = {
    locale: 'fr-FR',
    tocs: [{ path: 'finance/toc.yml', entries: [entry('A', 'a.md')] }],
    breadcrumbs: [crumb('Docs', '/', crumb('Sales', '/d/sales/'), crumb('Finance', '/d/finance/'))],
  }
  expect(lines(treeOf(['a.md'], { contents, publishedUrl: (url) => `https://x${url}` }).levels)).toEqual([
    'Docs → https://x/',
    'Finance → https://x/d/finance/',
  ])
  // In another language there are none of that language.
  expect(treeOf(['a.md'], { contents, locale: 'en-US' }).levels).toEqual([])
})

it('bounds depth, and the size of tables that are named again and again', () => {
  let deep = entry('leaf', 'a.md')
  for (let level = 0; level < 300; level++) deep = entry(`n${level}`, null, deep)
  const depth = (nodes: readonly SiteNode[]): number =>
    Math.max(0, ...nodes.map(({ children }) => 1 + depth(children)))
  const tree = treeOf(['a.md'], { contents: contentsOf(deep) })
  expect(depth(tree.sections.flat())).toBe(16)
  expect(placesIn(tree).has('fr-FR/a.html')).toBe(true)

  let shared: TocEntry[] = [entry('A', 'a.md')]
  for (let level = 0; level < 40; level++) shared = [entry('x', null, ...shared), entry('y', null, ...shared)]
  expect(outline(treeOf(['a.md'], { contents: contentsOf(...shared) })).length).toBeLessThan(200)
})
