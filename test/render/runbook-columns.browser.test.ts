import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLocales } from '../../src/read/read-locales.ts'
import { renderRunbook } from '../../src/render/runbook/render-runbook.ts'
import { pair } from '../support/bilingual.ts'
import { CHROMIUM, sharedChromium } from './browser.ts'
import { makeContext } from './fixtures.ts'
import { readDocument } from './runbook-guide.ts'
import { createSiteFolder, type SiteFolder } from './site-folder.ts'

/** Steps in steps, six deep: the last is 12a.1.1.1.1. */
const DEEP = `# ${pair('a-1', 'Guide', 'Guide')}

## ${pair('a-2', 'Pour démarrer', 'To start')}

${Array.from({ length: 6 }, (_, depth) => `${'    '.repeat(depth)}${depth === 0 ? 12 : 1}. ${pair(`a-${depth + 3}`, 'Cliquez.', 'Click it.')}`).join('\n')}
`

/** Those texts that a selector finds that reach out of their cells. */
const tooWide = (selector: string) => `[...document.querySelectorAll('${selector}')].filter((element) => {
  const cell = element.closest('th, td').getBoundingClientRect()
  const text = document.createRange()
  text.selectNodeContents(element)
  return [...text.getClientRects()].some(({ left, right }) => left < cell.left || right > cell.right)
}).map((element) => element.textContent)`

/** Those words that a selector finds that are broken into lines. */
const broken = (selector: string) => `[...document.querySelectorAll('${selector}')].filter((element) => {
  const text = document.createRange()
  text.selectNodeContents(element)
  return text.getClientRects().length > 1 && !/\\s/.test(element.textContent)
}).map((element) => element.textContent)`

describe.skipIf(!CHROMIUM)('columns of a printed runbook (needs Chromium)', () => {
  let browser: Browser
  let page: Page
  let site: SiteFolder

  beforeAll(async () => {
    site = createSiteFolder()
    browser = await sharedChromium()
    page = await browser.newPage({ viewport: { width: 700, height: 1000 } })
    await page.emulateMedia({ media: 'print' })
  })
  afterAll(() => site.remove())

  async function open(locale: string): Promise<void> {
    const file = renderRunbook(readDocument(DEEP, 'page.md', locale), 'target', makeContext())!
    site.write(file)
    await page.goto(site.urlOf(file.path))
  }

  it('have room for the numbers of steps in steps', async () => {
    await open('fr-FR')
    await expect.poll(() => page.locator('.number').allTextContents()).toContain('12a.1.1.1.1')
    await expect.poll(() => page.evaluate(tooWide('.number'))).toEqual([])
  })

  it.each(Object.keys(readLocales()))('have room for their heads in %s', async (locale) => {
    await open(locale)
    await expect.poll(() => page.evaluate(tooWide('.checks thead :is(.by, .at)'))).toEqual([])
    await expect.poll(() => page.evaluate(broken('.checks thead :is(.by, .at)'))).toEqual([])
  })
})
