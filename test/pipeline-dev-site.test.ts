import { describe, expect, it } from 'vitest'
import { createDevSite } from '../src/pipeline/dev/dev-site.ts'
import type { SiteDocument } from '../src/pipeline/site/catalog.ts'
import type { Site } from '../src/pipeline/site/make-site.ts'

const PAGE = 'fr-FR/a.html'

/** A document with a title. */
const documentOf = (title: string): SiteDocument => ({
  group: { path: 'a.md', inputs: [], docset: { roots: new Map(), pages: new Set(), pagesIn: new Map() } },
  made: {
    sourceLocale: 'en-US',
    units: 0,
    locales: { 'fr-FR': { title, description: null, date: null } },
    data: [],
    members: [],
  },
  kinds: new Map(),
})

/** A site of one document that counts how often it was made. */
function counting(all: number) {
  const state = { read: 0, all, made: 0, title: 'Un' }
  const make = ([document]: readonly SiteDocument[]): Site => {
    state.made++
    const { title } = document!.made.locales['fr-FR']!
    const pages = [
      {
        path: 'a.md',
        output: PAGE,
        locale: 'fr-FR',
        sourceLocale: 'en-US',
        title,
        description: null,
        date: null,
        isUntranslated: false,
      },
    ]
    const partsOf = () => ({ branch: `${title} ${state.made}` })
    return {
      locales: ['fr-FR'],
      inLocale: () => ({ pages, hash: () => '', partsOf }),
      files: () => [{ path: 'tree.js', content: `${title} ${state.made}` }],
    }
  }
  return {
    state,
    site: createDevSite(
      () => [documentOf(state.title)],
      make,
      () => state,
    ),
  }
}

describe('the site of a session', () => {
  it('is made once for all requests, and again when it is forgotten', () => {
    const { state, site } = counting(3)
    state.read = 3
    const html = 'x<!--lockstep:branch--><!--/lockstep:branch-->'
    for (const _ of [1, 2])
      expect(site.complete(PAGE, html)).toBe('x<!--lockstep:branch-->Un 1<!--/lockstep:branch-->')
    expect([site.file('tree.js'), site.file('none')]).toEqual(['Un 1', undefined])
    expect(site.complete('fr-FR/a.runbook.html', html)).toBe(html)
    site.forget()
    expect([site.complete(PAGE, html), site.file('tree.js')]).toEqual([
      'x<!--lockstep:branch-->Un 2<!--/lockstep:branch-->',
      'Un 2',
    ])
  })

  it('is made again after a review only if it shows something else', () => {
    const { state, site } = counting(3)
    state.read = 3
    site.file('tree.js')
    site.review()
    expect(site.file('tree.js')).toBe('Un 1')
    state.title = 'Deux'
    expect(site.file('tree.js')).toBe('Un 1')
    site.review()
    expect(site.file('tree.js')).toBe('Deux 2')
  })

  it('grows as documents are read, but is not made for each of them', () => {
    const { state, site } = counting(1000)
    for (; state.read < 1000; state.read++) {
      state.title = `${state.read}`
      site.file('tree.js')
    }
    state.title = 'last'
    expect(state.made).toBeGreaterThan(5)
    expect(state.made).toBeLessThan(15)
    expect(site.file('tree.js')).toMatch(/^last /)
  })
})
