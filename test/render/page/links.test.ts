import { describe, expect, it } from 'vitest'
import type { LinkReference } from '../../../src/model/document.ts'
import { listAssets } from '../../../src/render/page/assets.ts'
import { rewriteLink } from '../../../src/render/page/links.ts'
import { relativeUrl, resolveLocalUrl } from '../../../src/render/page/local-url.ts'
import { makeContext, makeDocument, PLACE } from '../fixtures.ts'
import { one, transform } from './transform.ts'

const files = new Set([
  'guide/media/a b.png',
  'media/x.svg',
  'guide/plan.pdf',
  'guide/toc.yml',
  'guide/shards.yml',
  'guide/raw.html',
  'guide/x.md',
])
const pages = new Set([
  'guide/start.md',
  'guide/next.md',
  'guide/sub/deep.md',
  'top.md',
  'guide/été & co.md',
  'old.html',
])
const context = { hasPage: (path: string) => pages.has(path), hasFile: (path: string) => files.has(path) }

const href = (url: string, more = {}) => {
  const tree = transform(
    '<a>x</a>',
    (root, scope) => {
      one(root, 'a').properties.href = url
      rewriteLink(one(root, 'a'), scope)
    },
    { context: { ...context, ...more } },
  )
  return one(tree, 'a').properties
}

describe('links', () => {
  it.each([
    ['next.md', 'next.html'],
    ['./next.md#part', 'next.html#part'],
    ['next.md?view=a#b', 'next.html?view=a#b'],
    ['../top.md', '../top.html'],
    ['sub/deep.md', 'sub/deep.html'],
    ['sub\\deep.md', 'sub/deep.html'],
    ['~/top.md', '../top.html'],
    ['../guide/next.md', 'next.html'],
    ['%C3%A9t%C3%A9%20%26%20co.md', '%C3%A9t%C3%A9%20%26%20co.html'],
    ['été & co.md', '%C3%A9t%C3%A9%20%26%20co.html'],
    ['../old.html', '../old.html'],
    ['start.md#here', 'start.html#here'],
  ])('to a document (%s) lead to its page (%s)', (url, expected) => {
    expect(href(url).href).toBe(expected)
  })

  it.each([
    '#here',
    'nowhere.md',
    'x.md',
    '../../outside.md',
    'mailto:a@b.c',
    'https://a.b/next.md',
    'toc.yml',
    'raw.html',
    '',
    '%E0%A4%A',
  ])('to what is not made (%s) stay as written', (url) => {
    expect(href(url).href).toBe(url)
  })

  it('to a file that readers may have lead to its copy', () => {
    expect(href('plan.pdf').href).toBe('../../assets/media/fr-FR/guide/plan.pdf')
  })

  it('from the root of the site lead to where the configuration says', () => {
    expect(href('/teams/x').href).toBe('/teams/x')
    const rootUrl = 'https://learn.microsoft.com/'
    expect(href('/teams/x?a#b', { rootUrl })).toMatchObject({
      href: 'https://learn.microsoft.com/teams/x?a#b',
      rel: ['noopener'],
    })
    expect(href('//host/x', { rootUrl }).href).toBe('//host/x')
  })

  it('to other hosts, and only those, get rel="noopener"', () => {
    expect(href('https://a.b').rel).toEqual(['noopener'])
    expect(href('//a.b/c').rel).toEqual(['noopener'])
    expect(href('next.md').rel).toBeUndefined()
    expect(href('mailto:a@b.c').rel).toBeUndefined()
  })
})

describe('images', () => {
  const src = (url: string) =>
    one(
      transform(
        '<img>',
        (root, scope) => {
          one(root, 'img').properties.src = url
          rewriteLink(one(root, 'img'), scope)
        },
        { context },
      ),
      'img',
    ).properties.src

  it('that exist show their copy', () => {
    expect(src('media/a%20b.png')).toBe('../../assets/media/fr-FR/guide/media/a%20b.png')
    expect(src('../media/x.svg')).toBe('../../assets/media/fr-FR/media/x.svg')
  })

  it('that do not exist, or lie outside, stay as written', () => {
    for (const url of ['media/none.png', '../../x.png', 'https://a.b/c.png', 'plan.pdf'])
      expect(src(url)).toBe(url)
  })
})

describe('listAssets', () => {
  const link = (url: string, type: 'image' | 'link' = 'image', include?: string): LinkReference => ({
    type,
    url,
    place: PLACE,
    ...(include ? { include } : {}),
  })

  it('lists each file that pages show or offer once, in order of path, seen from the file that names it', () => {
    const document = makeDocument({
      links: [
        link('../media/x.svg'),
        link('media/a%20b.png'),
        link('../../media/x.svg', 'image', 'guide/includes/part.md'),
        link('plan.pdf#page=2', 'link'),
        link('shards.yml', 'link'),
        link('next.md', 'link'),
        link('toc.yml', 'link'),
        link('raw.html', 'link'),
        link('missing.png'),
        link('https://a.b/c.png'),
        link('../../../etc/passwd.png'),
      ],
    })
    expect(listAssets(document, makeContext(context))).toEqual([
      { path: 'guide/media/a b.png', locale: 'fr-FR', output: 'assets/media/fr-FR/guide/media/a b.png' },
      { path: 'guide/plan.pdf', locale: 'fr-FR', output: 'assets/media/fr-FR/guide/plan.pdf' },
      { path: 'guide/shards.yml', locale: 'fr-FR', output: 'assets/media/fr-FR/guide/shards.yml' },
      { path: 'media/x.svg', locale: 'fr-FR', output: 'assets/media/fr-FR/media/x.svg' },
    ])
  })
})

describe('resolveLocalUrl and relativeUrl', () => {
  it('are each other’s inverse for any path', () => {
    for (const path of ['a/b c/d#e?f.png', 'é/100%.png', 'x:y/z.png', 'a/&<>"\'.png']) {
      const from = 'one/two/three.md'
      expect(resolveLocalUrl(from, relativeUrl(from, path))).toEqual({ path, suffix: '' })
    }
  })
})
