import { expect, it } from 'vitest'
import { relativeUrl } from '../../../src/render/page/local-url.ts'
import { renderPageParts } from '../../../src/render/site/page-parts.ts'
import { siteFilesOf } from '../../../src/render/site/site-files.ts'
import { createNode, type SiteNode } from '../../../src/render/site/site-tree.ts'
import { placesIn } from '../../../src/render/site/tree-places.ts'
import { makeContext } from '../fixtures.ts'

const files = siteFilesOf('fr-FR', (path) => path === 'fr-FR/contents.html', relativeUrl)
const leaf = (name: string): SiteNode => createNode({ name, output: `fr-FR/a/${name}.html` })

function partsOf(name: string, nodes: readonly SiteNode[], levels: readonly SiteNode[] = []) {
  const tree = { sections: [nodes], levels }
  return renderPageParts(placesIn(tree).get(`fr-FR/a/${name}.html`)!, levels, files, makeContext())
}

const hrefs = (html: string) => [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href]) => href)

it('shows ancestors, siblings and children, with relative URLs', () => {
  const own = { ...leaf('own'), children: [leaf('child')] }
  const group = createNode({ name: 'Groupe', children: [leaf('sibling'), own] })
  const parts = partsOf('own', [{ ...leaf('top'), children: [group] }, leaf('next')])
  expect(hrefs(parts.branch!).map((href) => href!.replace(/#.*/, '#'))).toEqual([
    'top.html',
    'sibling.html',
    'own.html',
    'child.html',
    // A document has the name of the page of all contents.
    '../contents-2.html#',
  ])
  expect(parts.branch).toContain('<span>Groupe</span>')
  expect(parts.branch).toContain('<a href="own.html" aria-current="page">own</a>')
  expect(parts.branch).toContain('data-tree="../tree-data.js" data-page="a/own.html"')
  expect(hrefs(parts.breadcrumb!)).toEqual(['top.html'])
  expect(parts.sequence).toMatch(/rel="prev" href="sibling.html".*\n.*rel="next" href="child.html"/)
})

it('shows some of many siblings, around the page, and where all are', () => {
  const many = Array.from({ length: 200 }, (_, at) => leaf(`n${at}`))
  const { branch } = partsOf('n100', [createNode({ name: 'Tous', children: many })])
  const links = hrefs(branch!)
  expect(links.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, at) => `n${94 + at}.html`))
  expect(links[12]).toMatch(/^\.\.\/contents-2\.html#b-[0-9a-f]{8}$/)
  expect(branch).toContain('Les 200 entrées')
  expect(hrefs(partsOf('n199', [createNode({ name: 'Tous', children: many })]).branch!)[11]).toBe('n199.html')
})

it('has no breadcrumb at the top and no sequence of one', () => {
  expect(partsOf('own', [leaf('own')])).toMatchObject({ breadcrumb: '', sequence: '' })
  expect(partsOf('own', [leaf('own')], [createNode({ name: 'Docs' })]).breadcrumb).toContain(
    '<span>Docs</span>',
  )
})

it('shows names as text, with their language', () => {
  const hostile = { ...leaf('x'), name: '<script>alert(1)</script>', lang: 'de-DE' }
  const { branch, sequence } = partsOf('own', [leaf('own'), hostile])
  expect(branch).toContain('<a href="x.html" lang="de-DE">&lt;script&gt;alert(1)&lt;/script&gt;</a>')
  expect(sequence).toContain('<span lang="de-DE">&lt;script&gt;')
})
