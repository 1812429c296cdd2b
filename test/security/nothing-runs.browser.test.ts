import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../src/pipeline.ts'
import { CHROMIUM, sharedChromium } from '../render/browser.ts'
import { contentsOf } from '../support/contents-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { SVG_VECTORS } from './svg-vectors.ts'
import { hostileDocset } from './vectors.ts'

/** What runs says so itself; the policy of the pages, which would keep it from that, is taken out. */
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/

describe.skipIf(!CHROMIUM)('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await sharedChromium()
  })

  it('nothing of a document runs, on any kind of output or in an image', async () => {
    const namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    const images = SVG_VECTORS.map((vector) => `<svg ${namespaces}>${vector}</svg>`)
    const docs = {
      ...hostileDocset(),
      'images.md': images.map((_, at) => `![](i-${at}.svg) [x](i-${at}.svg)`).join('\n\n'),
      ...Object.fromEntries(images.map((image, at) => [`i-${at}.svg`, image])),
    }
    const cwd = temporaryFolder(
      Object.fromEntries(Object.entries(docs).map(([path, text]) => [`docs/${path}`, text])),
    )
    await build({ inputs: ['docs'], cwd, out: 'out', targetLocale: 'fr-FR', book: true })
    const paths = Object.keys(contentsOf(join(cwd, 'out')))
    const pages = paths.filter((path) => path.endsWith('.html'))
    for (const path of pages) {
      const text = readFileSync(join(cwd, 'out', path), 'utf8')
      expect(text).toMatch(POLICY)
      writeFileSync(join(cwd, 'out', path), text.replace(POLICY, ''))
    }
    const page = await browser.newPage()
    const ran: string[] = []
    page.on('dialog', async (dialog) => {
      ran.push(`${page.url()}: ${dialog.message()}`)
      await dialog.dismiss()
    })
    await page.route(/^https?:/, (route) => route.abort())
    // The book has the content of all runbooks; of the others, some of each kind.
    const some = [
      ...pages.filter((path) => path.endsWith('runbook-book.html')),
      ...pages.filter((_, at) => at % 29 === 0),
      ...paths.filter((path) => path.endsWith('.svg')),
    ]
    expect(some.length).toBeGreaterThan(40)
    for (const path of some) {
      await page.goto(pathToFileURL(join(cwd, 'out', path)).href, { waitUntil: 'load' })
      await page.evaluate(`(() => {
        for (const node of document.querySelectorAll('*')) {
          for (const type of ['mouseover', 'focus', 'toggle', 'error', 'load', 'beforetoggle'])
            node.dispatchEvent(new Event(type))
        }
        for (const link of document.querySelectorAll('a')) {
          const url = String(link.href.baseVal ?? link.href)
          if (/^(?:javascript|data|vbscript):/i.test(url)) alert(url)
        }
      })()`)
    }
    expect(ran).toEqual([])
    await page.close()
  })
})
