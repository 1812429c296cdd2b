import { describe, expect, it } from 'vitest'
import { createDevSite } from '../src/pipeline/dev/dev-site.ts'
import type { Site } from '../src/pipeline/site/make-site.ts'

const PAGE = 'fr-FR/a.html'

/** A site that counts how often it was made. */
function counting(all: number) {
  const counts = { read: 0, all, made: 0 }
  const make = (): Site => {
    counts.made++
    return {
      pages: [
        {
          path: 'a.md',
          output: PAGE,
          locale: 'fr-FR',
          sourceLocale: 'en-US',
          title: null,
          description: null,
          date: null,
          isUntranslated: false,
        },
      ],
      hashes: {},
      partsOf: () => ({ branch: `made ${counts.made}` }),
      files: [{ path: 'tree.js', content: 'tree' }],
    }
  }
  return { counts, site: createDevSite(make, () => counts) }
}

describe('the site of a session', () => {
  it('is made once for all requests, and again after a change', () => {
    const { counts, site } = counting(3)
    counts.read = 3
    const html = 'x<!--lockstep:branch--><!--/lockstep:branch-->'
    for (const _ of [1, 2])
      expect(site.complete(PAGE, html)).toBe('x<!--lockstep:branch-->made 1<!--/lockstep:branch-->')
    expect([site.file('tree.js'), site.file('none')]).toEqual(['tree', undefined])
    expect(site.complete('fr-FR/a.runbook.html', html)).toBe(html)
    site.forget()
    expect(site.complete(PAGE, html)).toContain('made 2')
  })

  it('grows as documents are read, but is not made for each of them', () => {
    const { counts, site } = counting(1000)
    for (counts.read = 0; counts.read <= 1000; counts.read++) site.file('tree.js')
    expect(counts.made).toBeGreaterThan(5)
    expect(counts.made).toBeLessThan(15)
    const { made } = counts
    counts.read = 1000
    site.file('tree.js')
    expect(counts.made).toBe(made)
  })
})
