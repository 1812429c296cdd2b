import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { renderSitemap, type SitemapEntry } from '../../../src/render/site/sitemap.ts'

const urlOf = (path: string) => `https://docs.example/${path}`

const entry = (name: string, dates: Record<string, string> = {}): SitemapEntry => ({
  urls: new Map([
    ['fr-FR', urlOf(`fr-FR/${name}`)],
    ['en-US', urlOf(`en-US/${name}`)],
    ['x-default', urlOf(`en-US/${name}`)],
  ]),
  dates: new Map(Object.entries(dates)),
})

/** What `xmllint` says about a file against the schema; empty if it is valid. */
function problemsOf(xml: string): string {
  const schema = new URL('sitemap.xsd', import.meta.url).pathname
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, '-'], { input: xml })
  return status === 0 ? '' : String(stderr)
}

it('lists each page once for each locale, with all of its locales and its date', () => {
  const [file] = renderSitemap([entry('a&b', { 'fr-FR': '2014-07-23' })], urlOf)
  const { path, content } = file!
  expect(path).toBe('sitemap.xml')
  expect([...content.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url)).toEqual([
    'https://docs.example/fr-FR/a&#38;b',
    'https://docs.example/en-US/a&#38;b',
  ])
  expect(content.match(/hreflang="x-default"/g)).toHaveLength(2)
  expect(content.match(/<lastmod>2014-07-23<\/lastmod>/g)).toHaveLength(1)
})

it('is split by number and by size, with an index', () => {
  const entries = ['a', 'b', 'c'].map((name) => entry(name))
  const files = [...renderSitemap(entries, urlOf, { urls: 4, bytes: 1e6 })]
  expect(files.map(({ path }) => path)).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml'])
  expect(files[2]!.content).toContain('<loc>https://docs.example/sitemap-2.xml</loc>')
  expect(files.slice(0, 2).map(({ content }) => content.match(/<url>/g)!.length)).toEqual([4, 2])
  const small = [...renderSitemap(entries, urlOf, { urls: 50_000, bytes: 1200 })]
  expect(small.length).toBeGreaterThan(2)
  for (const { content } of small) expect(Buffer.byteLength(content)).toBeLessThanOrEqual(1200)
})

it.skipIf(spawnSync('xmllint', ['--version']).error)('meets the schema of sitemaps', () => {
  const [file] = renderSitemap([entry('a', { 'fr-FR': '2014-07-23' }), entry('b')], urlOf)
  const split = renderSitemap([entry('a'), entry('b')], urlOf, { urls: 2, bytes: 1e6 })
  for (const { content } of [file!, ...split]) expect(problemsOf(content)).toBe('')
  expect(problemsOf(file!.content.replace('2014-07-23', '07/23/2014'))).toContain('lastmod')
})
