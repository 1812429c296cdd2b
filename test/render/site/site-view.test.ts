import { describe, expect, it } from 'vitest'
import type { SiteOptions } from '../../../src/model/build/site.ts'
import { buildSiteView, documentUrl } from '../../../src/render/site/site-view.ts'
import { makeContext } from '../fixtures.ts'

function viewOf(options: SiteOptions, locale = 'fr-FR') {
  return buildSiteView(makeContext({ site: { options, files: { styles: [] } } }), locale, '../../')
}

describe('the view of the site', () => {
  it('has the label as its title if it has no name', () => {
    expect(buildSiteView(makeContext(), 'en-US', '')).toMatchObject({
      title: 'Documentation',
      isNamed: false,
    })
  })

  it.each([
    ['fr-FR', 'Docs'],
    ['fr-CA', 'Docs'],
    ['de-DE', 'Dokumente'],
    ['ja-JP', 'Documents'],
  ])('has the texts of the nearest locale (%s)', (locale, title) => {
    const texts = { fr: 'Docs', 'de-DE': 'Dokumente', 'en-US': 'Documents' }
    expect(viewOf({ title: texts, footer: texts }, locale)).toMatchObject({
      title,
      footer: title,
      isNamed: true,
    })
  })

  it('has the first text where no locale is near and none is English', () => {
    expect(viewOf({ title: { 'de-DE': 'Dokumente', ja: '文書' } }, 'pl-PL').title).toBe('Dokumente')
  })

  it('has its own icon, else that of the look', () => {
    const files = { favicon: 'site/favicon.ico', styles: [] }
    expect(buildSiteView(makeContext({ site: { options: {}, files } }), 'en-US', '').favicon).toBe(
      'site/favicon.ico',
    )
    expect(viewOf({}).favicon).toBe('favicon.svg')
  })

  it('has links from its folder, to the locale of the page', () => {
    const links = [
      { text: { en: 'Start' }, url: '/{locale}/index.html' },
      { text: 'Support', url: 'https://example.com/{locale}' },
    ]
    expect(viewOf({ links, license: links[1]! })).toMatchObject({
      links: [
        { text: 'Start', url: '../../fr-FR/index.html' },
        { text: 'Support', url: 'https://example.com/fr-FR' },
      ],
      license: { text: 'Support', url: 'https://example.com/fr-FR' },
    })
    expect(viewOf({ license: { fr: 'Libre' } }).license).toEqual({ text: 'Libre', url: null })
  })
})

it('makes the URL of a document from a pattern, whatever its path and title have in them', () => {
  const document = { path: 'a b/c&d#.md', locale: 'fr-FR', title: 'Été & <hiver>' }
  expect(documentUrl('https://x.org/{locale}/{path}?t={title}&{other}', document)).toBe(
    'https://x.org/fr-FR/a%20b/c%26d%23.md?t=%C3%89t%C3%A9%20%26%20%3Chiver%3E&{other}',
  )
  expect(documentUrl(undefined, document)).toBeNull()
})
