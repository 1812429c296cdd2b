import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BuildOptions } from '../../src/pipeline/options.ts'
import { build } from '../../src/pipeline.ts'
import { CHROMIUM, sharedChromium } from '../render/browser.ts'
import { contentsOf } from '../support/contents-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { SVG_VECTORS } from './svg-vectors.ts'
import { hostileDocset } from './vectors.ts'

/** What runs says so itself; the policy of the pages, which would keep it from that, is taken out. */
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/

/** Builds documents, by path; gives the absolute paths of all outputs. */
async function buildWithoutPolicy(
  docs: Readonly<Record<string, string>>,
  options: Partial<BuildOptions>,
): Promise<readonly string[]> {
  const cwd = temporaryFolder(
    Object.fromEntries(Object.entries(docs).map(([path, text]) => [`docs/${path}`, text])),
  )
  await build({ inputs: ['docs'], cwd, out: 'out', targetLocale: 'fr-FR', ...options })
  const paths = Object.keys(contentsOf(join(cwd, 'out'))).map((path) => join(cwd, 'out', path))
  for (const path of paths.filter((each) => each.endsWith('.html'))) {
    const text = readFileSync(path, 'utf8')
    expect(text).toMatch(POLICY)
    writeFileSync(path, text.replace(POLICY, ''))
  }
  return paths
}

describe.skipIf(!CHROMIUM)('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await sharedChromium()
  })

  it('nothing of a document runs, on any kind of output or in an image', async () => {
    const namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    const images = SVG_VECTORS.map((vector) => `<svg ${namespaces}>${vector}</svg>`)
    const hostile = Object.entries(hostileDocset())
    const docs = {
      ...Object.fromEntries(hostile.filter(([path], at) => at % 5 === 0 || path.includes('/inc/'))),
      'images.md': images.map((_, at) => `![](i-${at}.svg) [x](i-${at}.svg)`).join('\n\n'),
      ...Object.fromEntries(images.map((image, at) => [`i-${at}.svg`, image])),
    }
    const site = await buildWithoutPolicy(docs, {})
    // The book has the content of all runbooks, which is all that is made of these documents.
    const steps = hostile.filter(([path]) => !/^(?:text|attribute)-/.test(path))
    const book = await buildWithoutPolicy(Object.fromEntries(steps), { only: ['runbook'], book: true })
    const page = await browser.newPage()
    const ran: string[] = []
    page.on('dialog', async (dialog) => {
      ran.push(`${page.url()}: ${dialog.message()}`)
      await dialog.dismiss()
    })
    await page.route(/^https?:/, (route) => route.abort())
    const pages = site.filter((path) => path.endsWith('.html'))
    const some = [
      ...book.filter((path) => path.endsWith('runbook-book.html')),
      ...pages.filter((_, at) => at % 6 === 0),
      ...site.filter((path) => path.endsWith('.svg')),
    ]
    expect(some.length).toBeGreaterThan(150)
    for (const path of some) {
      await page.goto(pathToFileURL(path).href, { waitUntil: 'load' })
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
