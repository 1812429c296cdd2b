import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../../../src/cli/serve/start-server.ts'
import { build, preview } from '../../../src/pipeline.ts'
import { writeFiles } from '../../support/temporary-folder.ts'
import { CHROMIUM, sharedChromium } from '../browser.ts'
import { searchSite, TEXTS } from './search-site.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

describe.skipIf(!CHROMIUM)('search', () => {
  let folder: string
  let server: RunningServer
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lockstep-search-'))
    writeFiles(join(folder, 'docs'), searchSite())
    await build({ inputs: ['docs'], cwd: folder, out: 'out', only: ['page', 'search'] })
    const site = await preview(join(folder, 'out'))
    server = await startServer({ filesOf: () => site, base: '/', port: 0 })
  })
  afterAll(async () => {
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Opens a page; the test gets it, and it is closed afterwards. */
  async function onPage(path: string, test: (page: Page) => Promise<void>, options = {}): Promise<void> {
    const context = await (await sharedChromium()).newContext(options)
    try {
      const page = await context.newPage()
      await page.goto(path.startsWith('file:') ? path : server.url + path)
      await test(page)
    } finally {
      await context.close()
    }
  }

  async function search(page: Page, term: string): Promise<void> {
    await page.keyboard.press('/')
    await page.keyboard.insertText(term)
    await page.locator('.search-results > li').first().waitFor()
  }

  it.each([
    ['fr-FR', 'restauration'],
    ['de-DE', 'Rückführung'],
    ['zh-CN', '故障回复'],
    ['ja-JP', '切り戻し'],
    ['th-TH', 'กู้คืน'],
    ['ar-SA', 'إرجاع'],
  ])('finds the sentence in %s, under its page and heading', async (locale, term) => {
    const [title, , heading, sentence] = TEXTS[locale]!
    await onPage(`${locale}/guide/backup.html`, async (page) => {
      await search(page, term)
      await expect.poll(() => page.locator('.search-title').allTextContents()).toEqual([title])
      const section = page.locator('.search-results a', { has: page.locator('.search-heading') }).last()
      await expect.poll(() => section.locator('.search-heading').textContent()).toBe(heading)
      await expect.poll(() => section.locator('.search-excerpt').textContent()).toContain(sentence)
      expect((await section.locator('mark').allTextContents()).join('')).toContain(term)
      await expect.poll(() => section.locator('.search-other').count()).toBe(0)
    })
  })

  it.each(Object.keys(TEXTS))(
    'finds the sentence in %s by a word of its source, and shows both',
    async (locale) => {
      await onPage(`${locale}/guide/backup.html`, async (page) => {
        await search(page, 'failback')
        const [own, other] = await page.locator('.search-excerpt').all()
        await expect.poll(async () => (await own!.textContent())?.trim()).toBe(TEXTS[locale]![3])
        await expect
          .poll(() => other!.textContent())
          .toBe('Start the failback when the primary pool is available again.')
        await expect.poll(() => other!.getAttribute('lang')).toBe('en-US')
        await expect.poll(() => other!.locator('mark').allTextContents()).toEqual(['failback'])
      })
    },
  )

  it('finds pages that have no translation, and says so', async () => {
    await onPage('ar-SA/guide/backup.html', async (page) => {
      await search(page, 'certificate')
      await expect.poll(() => page.locator('.search-title').getAttribute('lang')).toBe('en-US')
      await expect.poll(() => page.locator('.search-note').textContent()).toBe('بلا ترجمة')
      const excerpt = page.locator('.search-excerpt').first()
      await expect.poll(() => excerpt.getAttribute('lang')).toBe('en-US')
      await expect.poll(() => excerpt.textContent()).toContain('Its name is <root> & Co.')
    })
  })

  it('shows text of documents as text', async () => {
    await onPage('fr-FR/guide/backup.html', async (page) => {
      await search(page, 'racine')
      await expect.poll(() => page.locator('.search-excerpt').textContent()).toContain('<racine> & Cie.')
      await expect.poll(() => page.locator('.search-results racine').count()).toBe(0)
    })
  })

  it('works with the keyboard alone', async () => {
    await onPage('fr-FR/guide/certificates.html', async (page) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.insertText('restauration')
      await page.locator('.search-results > li').first().waitFor()
      await page.keyboard.press('Escape')
      await expect.poll(() => page.locator('.search').isVisible()).toBe(false)
      await page.keyboard.press('/')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await expect
        .poll(() => page.locator('a:focus .search-heading').textContent())
        .toBe('Retour à la normale')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('lockstep-search')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/fr-FR\/guide\/backup\.html#.+/)
      await expect
        .poll(() => page.evaluate('document.querySelector(":target").textContent'))
        .toContain('Retour à la normale')
    })
  })

  it('says when nothing is found', async () => {
    await onPage('fr-FR/guide/backup.html', async (page) => {
      await page.keyboard.press('/')
      await page.keyboard.insertText('xylophone')
      await expect.poll(() => page.locator('.search-status').textContent()).toBe('Aucune page trouvée.')
    })
  })

  it('says in a file that it needs a server', async () => {
    await onPage(`file://${folder}/out/fr-FR/guide/backup.html`, async (page) => {
      await page.locator('.search-open').click()
      await expect.poll(() => page.locator('.search-status').textContent()).toContain('lockstep preview')
      await expect.poll(() => page.locator('.search input').isDisabled()).toBe(true)
    })
  })

  it.each([
    ['light', 1280, 'fr-FR'],
    ['dark', 390, 'ar-SA'],
  ] as const)('is accessible: %s, %i pixels, %s', async (colorScheme, width, locale) => {
    await onPage(
      `${locale}/guide/backup.html`,
      async (page) => {
        await page.locator('.search-open').click()
        await page.keyboard.insertText('failback')
        await page.locator('.search-results > li').first().waitFor()
        await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(width)
        await page.addScriptTag({ path: AXE })
        const { violations } = (await page.evaluate('axe.run(".search")')) as AxeResults
        expect(violations).toEqual([])
      },
      { colorScheme, viewport: { width, height: 800 }, bypassCSP: true },
    )
  })
})
