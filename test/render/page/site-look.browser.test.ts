import { fromHtml } from 'hast-util-from-html'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createPageScope } from '../../../src/render/page/page-scope.ts'
import { layOutPage } from '../../../src/render/page/render-page.ts'
import { accentStyle } from '../../../src/render/site/accent.ts'
import { CHROMIUM, sharedChromium } from '../browser.ts'
import { makeContext, makeDocument, makeUnit } from '../fixtures.ts'
import { createSiteFolder, type SiteFolder } from '../site-folder.ts'

const HEADINGS = ['first', 'second', 'third', 'fourth']
const tabs = (names: readonly string[]) =>
  `<div class="tabs">${names.map((name) => `<section data-tab="${name}"><p class="tab-title">${name}</p><p>${name} text</p></section>`).join('')}</div>`
const LOCALES = ['ar-SA', 'de-DE', 'fr-FR', 'pt-BR', 'zh-CN', 'zh-TW', 'en-US']

/** A page with sections that are longer or shorter than those of another language. */
function contentOf(lines: number): string {
  const sections = HEADINGS.map(
    (id) =>
      `<h2 id="${id}">${id}</h2>${Array.from({ length: lines }, (_, at) => `<p><span data-ttu-id="${id}-${at}">${id} ${at}</span></p>`).join('')}`,
  )
  return `<h1>Titre</h1>${tabs(['windows', 'linux'])}${tabs(['macos', 'linux'])}${sections.join('')}`
}

describe.skipIf(!CHROMIUM)('the frame of a page in Chromium', () => {
  let browser: Browser
  let site: SiteFolder
  let page: Page

  beforeAll(async () => {
    site = createSiteFolder()
    const context = makeContext({
      locales: new Set(LOCALES),
      site: {
        options: { title: 'Contoso', links: [{ text: 'Support', url: '/index.html' }] },
        files: {
          styles: ['site/accent.css'],
          logo: { name: 'site/logo.svg', width: 40, height: 40 },
          darkLogo: { name: 'site/logo-dark.svg', width: 40, height: 40 },
        },
      },
    })
    const outline = HEADINGS.map((id) => ({ id, depth: 2, parts: [id] }))
    const units = Object.fromEntries(
      HEADINGS.flatMap((id) =>
        Array.from({ length: 20 }, (_, at) => [`${id}-${at}`, makeUnit(`${id}-${at}`, 's', 't')]),
      ),
    )
    for (const [targetLocale, lines] of [
      ['fr-FR', 8],
      ['ar-SA', 20],
    ] as const) {
      const document = makeDocument({ targetLocale, outline, units })
      const tree = fromHtml(contentOf(lines), { fragment: true })
      site.write(layOutPage(tree, createPageScope(document, 'target', context)))
    }
    for (const name of ['logo', 'logo-dark'])
      site.write({
        path: `assets/site/${name}.svg`,
        content: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>',
      })
    site.write({ path: 'assets/site/accent.css', content: accentStyle('yellow')! })
    browser = await sharedChromium()
  })

  afterEach(() => page?.context().close())
  afterAll(() => site.remove())

  async function open(options: BrowserContextOptions = {}): Promise<void> {
    const context = await browser.newContext({
      offline: true,
      viewport: { width: 1200, height: 700 },
      ...options,
    })
    page = await context.newPage()
    await page.goto(site.urlOf('fr-FR/guide/start.html'))
  }

  const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
  const topOf = (selector: string) =>
    page.locator(selector).evaluate((node) => Math.round(node.getBoundingClientRect().top))

  it('has a theme to choose, which the next page has from the start', async () => {
    await open({ colorScheme: 'light' })
    const light = await background()
    await page.getByRole('button', { name: 'Thème' }).click()
    await page.getByRole('button', { name: 'Sombre' }).click()
    await expect.poll(background).not.toBe(light)
    const dark = await background()
    await page.goto(site.urlOf('ar-SA/guide/start.html'), { waitUntil: 'commit' })
    await page.locator('body').waitFor()
    await expect.poll(background).toBe(dark)
    await page.locator('.theme-button').click()
    await page.locator('[data-theme-choice="system"]').click()
    await expect.poll(background).toBe(light)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(background).toBe(dark)
  })

  it('has the logo of its theme, and that of the light one on paper', async () => {
    await open({ colorScheme: 'dark' })
    const logos = () =>
      page
        .locator('.site-home img:visible')
        .evaluateAll((images) => images.map((image) => image.getAttribute('src')!.replace(/.*\//, '')))
    await expect.poll(logos).toEqual(['logo-dark.svg'])
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(logos).toEqual(['logo.svg'])
    await page.evaluate("document.documentElement.dataset.theme = 'dark'")
    await expect.poll(logos).toEqual(['logo-dark.svg'])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.evaluate("document.documentElement.dataset.theme = 'light'")
    await expect.poll(logos).toEqual(['logo.svg'])
    await page.evaluate("document.documentElement.dataset.theme = 'dark'")
    await page.emulateMedia({ media: 'print' })
    const shown =
      "[...document.querySelectorAll('.site-home img')].map((image) => getComputedStyle(image).display)"
    await expect.poll(() => page.evaluate(shown)).toEqual(['block', 'none'])
  })

  it('changes the theme even if the browser keeps nothing', async () => {
    await open({ colorScheme: 'light' })
    await page.addInitScript(
      'Object.defineProperty(globalThis, "localStorage", { get() { throw new Error() } })',
    )
    await page.reload()
    const light = await background()
    await page.locator('.theme-button').click()
    await page.locator('[data-theme-choice="dark"]').click()
    await expect.poll(background).not.toBe(light)
  })

  it('has a header of one line on a phone, with every language in a menu', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await open({ viewport: { width: 320, height: 600 }, javaScriptEnabled })
      const header = await page.locator('.site-header').boundingBox()
      expect(header!.height).toBeLessThan(64)
      const links = page.locator('.languages a')
      await expect.poll(() => links.first().isVisible()).toBe(false)
      await page.locator('.languages-button').click()
      await expect
        .poll(() => page.locator('.languages a:visible').allTextContents())
        .toEqual(['français', 'العربية', 'Deutsch', 'português (Brasil)', '简体中文', '繁體中文', 'English'])
      await page.keyboard.press('Escape')
      await expect.poll(() => links.first().isVisible()).toBe(false)
      await page.context().close()
    }
  })

  it('keeps heading and sentence in place when the language changes', async () => {
    await open()
    const third = '[data-ttu-id="third-2"]'
    await page.evaluate(`document.querySelector('${third}').scrollIntoView({ behavior: 'instant' })`)
    const top = await topOf(third)
    // Playwright would scroll to what it clicks.
    await page.locator('.languages [hreflang="ar-SA"]').evaluate((link) => (link as HTMLElement).click())
    await page.waitForURL(/ar-SA.*#third$/)
    await expect.poll(async () => Math.abs((await topOf(third)) - top)).toBeLessThanOrEqual(1)
  })

  it('marks the heading that is being read in the outline', async () => {
    await open()
    const current = () => page.locator('.outline [aria-current]').allTextContents()
    for (const id of ['second', 'third']) {
      await page.evaluate(`document.getElementById('${id}').scrollIntoView({ behavior: 'instant' })`)
      await expect.poll(current).toEqual([id])
    }
    await page.evaluate('scrollTo({ top: 1e6, behavior: "instant" })')
    await expect.poll(current).toEqual(['fourth'])
  })

  it('copies the address of a heading, without moving or changing its text', async () => {
    await open({ permissions: ['clipboard-read', 'clipboard-write'] })
    const anchor = page.locator('#second > .anchor')
    await expect.poll(() => anchor.getAttribute('aria-label')).toBe('Lien vers cette section')
    await expect.poll(() => page.locator('#second').textContent()).toBe('second')
    await anchor.focus()
    await expect.poll(() => anchor.evaluate((node) => getComputedStyle(node).opacity)).toBe('1')
    await page.keyboard.press('Enter')
    await expect.poll(() => anchor.getAttribute('aria-label')).toBe('Copié')
    await expect
      .poll(() => page.evaluate<string>('navigator.clipboard.readText()'))
      .toBe(`${site.urlOf('fr-FR/guide/start.html')}#second`)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => anchor.isVisible()).toBe(false)
  })

  it('turns the tabs of one name together, and remembers them', async () => {
    await open()
    const selected = () => page.locator('[role="tab"][aria-selected="true"]').allTextContents()
    await expect.poll(selected).toEqual(['windows', 'macos'])
    const second = page.locator('.tab-list').nth(1)
    const before = await second.evaluate((node) => node.getBoundingClientRect().top)
    await second.getByRole('tab', { name: 'linux' }).click()
    await expect.poll(selected).toEqual(['linux', 'linux'])
    await expect.poll(() => second.evaluate((node) => node.getBoundingClientRect().top)).toBe(before)
    await page.goto(site.urlOf('ar-SA/guide/start.html'))
    await expect.poll(selected).toEqual(['linux', 'linux'])
    await page.locator('.tab-list').nth(1).getByRole('tab', { name: 'macos' }).click()
    await expect.poll(selected).toEqual(['linux', 'macos'])
  })

  it('opens the links of the header in a menu where they have no room', async () => {
    await open()
    const link = page.getByRole('link', { name: 'Support' })
    await expect.poll(() => link.isVisible()).toBe(true)
    await page.setViewportSize({ width: 360, height: 600 })
    await expect.poll(() => link.isVisible()).toBe(false)
    await page.locator('.links-button').click()
    await expect.poll(() => link.getAttribute('href')).toBe('../../index.html')
    await expect.poll(() => link.isVisible()).toBe(true)
  })
})
