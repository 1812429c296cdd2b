import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/parse/parse-document.ts'
import { renderPage } from '../../../src/render/page/render-page.ts'
import { CHROMIUM, sharedChromium } from '../browser.ts'
import { makeContext } from '../fixtures.ts'
import { createSiteFolder, type SiteFolder } from '../site-folder.ts'
import { withNavigation } from './navigation.ts'

describe.skipIf(!CHROMIUM)('the tree in a browser', () => {
  let site: SiteFolder
  const contexts: BrowserContext[] = []

  beforeAll(() => {
    site = createSiteFolder()
    const document = readDocument('# Titre\n\nTexte.\n', { path: 'a/b.md' })
    const page = renderPage({ ...document, targetLocale: 'fr-FR' }, 'target', makeContext())
    for (const file of withNavigation(page)) site.write(file)
  })

  afterAll(async () => {
    for (const context of contexts) await context.close()
    site.remove()
  })

  async function open(
    path: string,
    options: Parameters<Awaited<ReturnType<typeof sharedChromium>>['newContext']>[0] = {},
  ): Promise<Page> {
    const browser = await sharedChromium()
    const context = await browser.newContext({
      offline: true,
      viewport: { width: 1300, height: 800 },
      ...options,
    })
    contexts.push(context)
    const page = await context.newPage()
    page.on('pageerror', (error) => {
      throw error
    })
    await page.goto(site.urlOf(path))
    return page
  }

  const namesIn = (page: Page) => page.locator('nav.tree li > :is(a, span, button):visible').allTextContents()
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.textContent || document.activeElement?.localName)

  it('is open where the reader is, and its other branches are made when they are opened', async () => {
    const page = await open('fr-FR/a/b.html')
    await expect.poll(() => page.getByRole('searchbox').count()).toBe(1)
    await expect
      .poll(async () => (await namesIn(page)).filter(Boolean))
      .toEqual(['accueil', 'Réseau', 'Page', 'dessous', 'autre', 'beaucoup', 'Elsewhere', 'absent'])
    await expect.poll(() => page.locator('nav.tree [aria-current]').textContent()).toBe('Page')
    await expect.poll(() => page.locator('nav.tree li').count()).toBe(8)
    await page.getByRole('button', { name: 'beaucoup' }).click()
    await expect.poll(() => page.locator('nav.tree li').count()).toBe(308)
    // What was opened stays open on the next page of the visit.
    await page.reload()
    await expect.poll(() => page.locator('nav.tree li').count()).toBe(308)
    await page.getByRole('button', { name: 'Réseau' }).click()
    await expect.poll(() => page.locator('nav.tree').getByText('dessous').isVisible()).toBe(false)
  })

  it('is walked through with the arrow keys', async () => {
    const page = await open('fr-FR/a/b.html')
    await page.getByRole('searchbox').focus()
    for (const [key, expected] of [
      ['ArrowDown', 'accueil'],
      ['ArrowDown', 'Réseau'],
      ['ArrowRight', 'Page'],
      ['ArrowLeft', 'Page'],
      ['ArrowLeft', 'Réseau'],
      ['ArrowLeft', 'Réseau'],
      ['ArrowDown', 'beaucoup'],
      ['ArrowRight', 'beaucoup'],
      ['ArrowRight', 'page0'],
      ['End', 'absent'],
      ['Home', 'accueil'],
      ['ArrowUp', 'input'],
    ] as const) {
      await page.keyboard.press(key)
      if (expected !== 'absent') await expect.poll(() => focused(page), { message: key }).toBe(expected)
    }
  })

  it('is narrowed to names and further words, without regard to accents, and whole again', async () => {
    const page = await open('fr-FR/a/b.html')
    await page.getByRole('searchbox').fill('reseau')
    await expect.poll(async () => (await namesIn(page)).filter(Boolean)).toEqual(['Réseau'])
    await page.getByRole('searchbox').fill('synonyme')
    await expect.poll(async () => (await namesIn(page)).filter(Boolean)).toEqual(['Réseau', 'autre'])
    await page.getByRole('searchbox').fill('page')
    await expect
      .poll(() => page.getByRole('status').textContent())
      .toBe('D’autres entrées correspondent. Précisez votre saisie.')
    await page.getByRole('searchbox').fill('nonesuch')
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Aucune entrée ne correspond.')
    await page.getByRole('searchbox').fill('')
    await expect.poll(() => page.locator('nav.tree li').count()).toBe(8)
  })

  it('is a panel on a phone, closed until the reader opens it', async () => {
    const page = await open('fr-FR/a/b.html', { viewport: { width: 390, height: 800 } })
    await expect.poll(() => page.locator('nav.tree details[open]').count()).toBe(0)
    await page.locator('nav.tree summary').click()
    await expect.poll(() => page.getByRole('searchbox').isVisible()).toBe(true)
  })

  it('is the branch, and a page of all contents, without a script', async () => {
    const page = await open('fr-FR/a/b.html', { javaScriptEnabled: false })
    await expect
      .poll(async () => (await namesIn(page)).filter(Boolean))
      .toEqual(['Réseau', 'Page', 'dessous', 'autre'])
    await page.locator('nav.tree').getByText('Sommaire complet').click()
    await expect.poll(() => page.locator('main li').count()).toBe(308)
    expect(new URL(page.url()).hash).toMatch(/^#b-/)
    await expect
      .poll(() => page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`).textContent())
      .toContain('Réseau')
  })

  it.each([
    ['fr-CA', 'fr-FR'],
    ['en-GB', 'en-US'],
    ['ja-JP', 'en-US'],
  ])('leads visitors who read %s from the start page to %s', async (locale, expected) => {
    const page = await open('index.html', { locale })
    await expect.poll(() => page.url()).toBe(site.urlOf(`${expected}/index.html`))
  })

  it('leads visitors to the language that they have chosen', async () => {
    const page = await open('fr-FR/index.html', { locale: 'fr-FR' })
    await page.locator('.languages-button').click()
    await page.locator('.languages a[hreflang="en-US"]').click()
    await expect.poll(() => page.url()).toContain('en-US')
    await page.goto(site.urlOf('index.html'))
    await expect.poll(() => page.url()).toBe(site.urlOf('en-US/index.html'))
  })

  it('lists the languages without a script', async () => {
    const page = await open('index.html', { javaScriptEnabled: false })
    await expect.poll(() => page.locator('li a').allTextContents()).toEqual(['English', 'français'])
  })
})
