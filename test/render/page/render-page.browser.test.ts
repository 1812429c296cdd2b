import { fromHtml } from 'hast-util-from-html'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Table } from '../../../src/model/table.ts'
import type { IndexEntry } from '../../../src/render/index/index-entry.ts'
import { indexSourceOf, renderIndex } from '../../../src/render/index/render-index.ts'
import { createPageScope } from '../../../src/render/page/page-scope.ts'
import { layOutPage } from '../../../src/render/page/render-page.ts'
import { CHROMIUM, sharedChromium } from '../browser.ts'
import { makeContext, makeDocument, makeUnit } from '../fixtures.ts'
import { createSiteFolder, type SiteFolder } from '../site-folder.ts'

const LONG =
  'Un texte assez long pour que la colonne d’un tableau ne puisse pas être étroite sur un téléphone. '
const CONTENT = `
  <h1><span data-ttu-id="a-1">Titre</span></h1>
  <p><span data-ttu-id="a-2">Première phrase.</span> <span data-ttu-id="a-3">Seconde <a href="#part">phrase</a>.</span></p>
  <h2 id="part">Une</h2>
  <h2>AvecUnMotInterminableQuiNeTientPasDansLaLargeurDeLaFenêtreDuTéléphoneMêmeSansMarges</h2>
  <table><thead><tr>${'<th>Colonne</th>'.repeat(6)}</tr></thead><tbody><tr>${`<td>${LONG}</td>`.repeat(6)}</tr></tbody></table>
  <pre><code class="language-powershell">${'Get-CsPool -Identity pool.example.com | '.repeat(9)}</code></pre>
  <p><a href="https://a.b/${'x'.repeat(200)}">https://a.b/${'x'.repeat(200)}</a></p>
  <div class="tabs"><section class="tab" data-tab="one"><p class="tab-title">Un</p><p>Contenu un</p></section>
  <section class="tab" data-tab="two"><p class="tab-title">Deux</p><p id="inside"><span data-ttu-id="a-4">Contenu deux</span></p></section></div>
  <p><span data-ttu-id="a-6">Une</span> <b><span data-ttu-id="a-6">phrase</span></b><sup><span data-ttu-id="a-6">2</span></sup></p>
  <p><span data-ttu-id="a-5">Fin.</span></p>`

/** Images in place and in a link, a tall wide table, and emphasis. */
const MEDIA = `
  <h1>Images</h1>
  <p><img src="large.svg" alt="Un plan"></p>
  <p><a href="#x"><img src="large.svg" alt="Un lien"></a></p>
  <p><img src="small.svg" alt="Petite"></p>
  <p lang="zh-CN">中<em>文</em></p><p>un <em>mot</em></p>
  <table><thead><tr>${'<th>Colonne</th>'.repeat(8)}</tr></thead><tbody>${`<tr>${`<td>${LONG}</td>`.repeat(8)}</tr>`.repeat(12)}</tbody></table>
  <p>Fin.</p>`
const SIZES: Record<string, { width: number; height: number }> = {
  'guide/large.svg': { width: 3000, height: 1500 },
  'guide/small.svg': { width: 30, height: 15 },
}

const UNITS = Object.fromEntries(
  [
    ['a-1', 'Title'],
    ['a-2', 'First sentence "quoted" & <b>.'],
    ['a-3', 'Second sentence.'],
    ['a-4', 'Content two'],
    ['a-5', 'End.'],
    ['a-6', 'A sentence'],
  ].map(([key, source]) => [key!, makeUnit(key!, source!, 'x')]),
)
const TABLE: Table = {
  type: 'table',
  index: 0,
  id: 'part',
  caption: ['Une'],
  format: 'html',
  columns: 6,
  headerRows: 1,
  rows: [],
}
const outline = ['part', 'other'].map((id) => ({ id, depth: 2, parts: [id] }))

describe.skipIf(!CHROMIUM)('a page in Chromium', () => {
  let browser: Browser
  let site: SiteFolder
  let page: Page

  beforeAll(async () => {
    site = createSiteFolder()
    for (const targetLocale of ['fr-FR', 'ar-SA']) {
      const document = makeDocument({
        targetLocale,
        units: UNITS,
        tables: [TABLE],
        outline,
        handoff: { translationType: 'MT' },
      })
      const scope = createPageScope(document, 'target', makeContext())
      site.write(layOutPage(fromHtml(CONTENT, { fragment: true }), scope))
    }
    const media = makeDocument({ path: 'guide/media.md', tables: [TABLE] })
    const scope = createPageScope(
      media,
      'target',
      makeContext({ hasFile: (path) => path in SIZES, imageSizeOf: (path) => SIZES[path] }),
    )
    site.write(layOutPage(fromHtml(MEDIA, { fragment: true }), scope))
    for (const [path, { width, height }] of Object.entries(SIZES))
      site.write({
        path: `assets/media/fr-FR/${path}`,
        content: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="9" height="9"/></svg>`,
      })
    const entries = Array.from(
      { length: 30 },
      (_, index): IndexEntry => ({
        path: `folder${index % 3}/doc${index}.md`,
        sourceLocale: 'en-US',
        locales: {
          'fr-FR': { title: index === 7 ? 'Réseau étendu' : `Document ${index}`, outputs: new Set(['page']) },
        },
        units: 1,
        errors: 0,
        warnings: 0,
      }),
    )
    for (const file of renderIndex(indexSourceOf(entries), makeContext())) site.write(file)
    browser = await sharedChromium()
  })

  afterEach(() => page?.context().close())
  afterAll(() => site.remove())

  async function open(
    path = 'fr-FR/guide/start.html',
    options: BrowserContextOptions = {},
  ): Promise<string[]> {
    const context = await browser.newContext({ offline: true, ...options })
    page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(site.urlOf(path))
    return errors
  }

  const popover = () => page.locator('.other-popover')
  const segment = (id: string) => page.locator(`[data-ttu-id="${id}"]`)
  const focused = () => page.evaluate<string | undefined>('document.activeElement?.dataset.ttuId')
  const overflow = () =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  const tabTo = async (id: string) => {
    for (let presses = 0; presses < 30 && (await focused()) !== id; presses++)
      await page.keyboard.press('Tab')
  }

  describe('shows the source', () => {
    it('of the segment under the mouse, in its language, and hides it again', async () => {
      const errors = await open()
      await segment('a-2').hover()
      await popover().waitFor({ state: 'visible' })
      await expect.poll(() => popover().textContent()).toContain('First sentence "quoted" & <b>.')
      await expect.poll(() => page.locator('.other-popover-text').getAttribute('lang')).toBe('en-US')
      await page.mouse.move(1, 1)
      await popover().waitFor({ state: 'hidden' })
      expect(errors).toEqual([])
    })

    it('until Escape is pressed, also while the mouse stays', async () => {
      await open()
      await segment('a-2').hover()
      await popover().waitFor({ state: 'visible' })
      await page.keyboard.press('Escape')
      await popover().waitFor({ state: 'hidden' })
    })

    it('by keyboard: one tab stop, arrows, Enter, Escape', async () => {
      await open()
      await expect.poll(() => page.locator('[data-ttu-id][tabindex="0"]').count()).toBe(1)
      await tabTo('a-1')
      await expect.poll(() => popover().textContent()).toContain('Title')
      await expect
        .poll(() => segment('a-1').getAttribute('aria-describedby'))
        .toBe(await page.locator('.other-popover-text').getAttribute('id'))
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => focused()).toBe('a-2')
      await expect.poll(() => popover().textContent()).toContain('First sentence')
      await expect.poll(() => segment('a-1').getAttribute('aria-describedby')).toBeNull()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => focused()).toBe('a-3')
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('ArrowLeft')
      await expect.poll(() => focused()).toBe('a-1')
      await page.keyboard.press('ArrowLeft')
      await expect.poll(() => focused()).toBe('a-1')
      await page.keyboard.press('Enter')
      await expect.poll(() => popover().isVisible()).toBe(false)
      await page.keyboard.press('Enter')
      await expect.poll(() => popover().isVisible()).toBe(true)
      await expect.poll(() => page.locator('.visually-hidden[aria-live]').textContent()).toBe('Title')
      await page.keyboard.press('Escape')
      await expect.poll(() => popover().isVisible()).toBe(false)
      await expect.poll(() => page.locator('[data-ttu-id][tabindex="0"]').count()).toBe(1)
    })

    it('moving the other way with the arrows where text runs from right to left', async () => {
      await open('ar-SA/guide/start.html')
      await tabTo('a-1')
      await page.keyboard.press('ArrowLeft')
      await expect.poll(() => focused()).toBe('a-2')
    })

    it('by touch: a tap shows, another hides, a link still is a link', async () => {
      await open(undefined, { hasTouch: true, isMobile: true, viewport: { width: 375, height: 700 } })
      await segment('a-2').tap()
      await popover().waitFor({ state: 'visible' })
      await segment('a-2').tap()
      await popover().waitFor({ state: 'hidden' })
      await segment('a-3').locator('a').tap()
      expect(page.url()).toMatch(/#part$/)
      await expect.poll(() => popover().isVisible()).toBe(false)
    })

    it('of all segments where the box is ticked, and none once it is not', async () => {
      await open()
      await page.locator('#lockstep-show-other').focus()
      await page.keyboard.press('Space')
      await expect
        .poll(() => page.locator('.other:visible').allTextContents())
        .toEqual(['Title', 'First sentence "quoted" & <b>.', 'Second sentence.', 'A sentence', 'End.'])
      await expect.poll(() => page.locator('.other').first().getAttribute('lang')).toBe('en-US')
      await page.keyboard.press('Space')
      await expect.poll(() => page.locator('.other').count()).toBe(0)
    })

    it('on paper only where it shows on the screen', async () => {
      await open()
      await page.emulateMedia({ media: 'print' })
      await expect.poll(() => page.locator('.other').count()).toBe(0)
      await page.emulateMedia({ media: 'screen' })
      await page.check('#lockstep-show-other')
      await page.emulateMedia({ media: 'print' })
      // Paper has all tabs.
      await expect.poll(() => page.locator('.other:visible').count()).toBe(6)
      await expect.poll(() => page.locator('#lockstep-show-other').isVisible()).toBe(false)
    })

    it('of all segments on the next page too', async () => {
      await open()
      await page.check('#lockstep-show-other')
      await page.goto(site.urlOf('ar-SA/guide/start.html'))
      await expect.poll(() => page.locator('.other:visible').count()).toBe(5)
      await expect.poll(() => page.locator('#lockstep-show-other').isChecked()).toBe(true)
      await page.uncheck('#lockstep-show-other')
      await page.reload()
      await expect.poll(() => page.locator('#lockstep-show-other').isChecked()).toBe(false)
    })

    it.each(['Space', 'ArrowDown', 'End'])(
      'without pinning it or taking %s from the page at a click',
      async (key) => {
        await open(undefined, { viewport: { width: 1200, height: 300 } })
        await segment('a-2').click()
        await page.mouse.move(1, 1)
        await popover().waitFor({ state: 'hidden' })
        await page.keyboard.press(key)
        await expect.poll(() => page.evaluate<number>('scrollY')).toBeGreaterThan(0)
      },
    )

    it('of a whole sentence that bold text splits, and outside of a superscript', async () => {
      await open()
      await segment('a-6').first().hover()
      await expect.poll(() => page.locator('.shown').allTextContents()).toEqual(['Une', 'phrase', '2'])
      await page.mouse.move(1, 1)
      await page.check('#lockstep-show-other')
      await expect.poll(() => page.locator('.other').filter({ hasText: 'A sentence' }).count()).toBe(1)
      await expect.poll(() => page.locator('sup .other').count()).toBe(0)
    })
  })

  describe('without a script', () => {
    const shownAfter = (id: string) =>
      page.evaluate<Record<'content' | 'display' | 'position', string>>(`(() => {
        const { content, display, position } = getComputedStyle(document.querySelector('[data-ttu-id="${id}"]'), '::after')
        return { content, display, position }
      })()`)

    it('shows the source of the segment under the mouse in a bar', async () => {
      await open(undefined, { javaScriptEnabled: false })
      expect((await shownAfter('a-2')).content).toBe('none')
      await segment('a-2').hover()
      await expect
        .poll(() => shownAfter('a-2'))
        .toEqual({
          content: JSON.stringify('First sentence "quoted" & <b>.'),
          display: 'block',
          position: 'fixed',
        })
      expect((await shownAfter('a-3')).content).toBe('none')
    })

    it('shows all of it where the box is ticked by keyboard', async () => {
      await open(undefined, { javaScriptEnabled: false })
      await page.locator('#lockstep-show-other').focus()
      await page.keyboard.press('Space')
      await expect
        .poll(() => shownAfter('a-5'))
        .toEqual({ content: '"End."', display: 'block', position: 'static' })
      await page.emulateMedia({ media: 'print' })
      expect((await shownAfter('a-5')).content).toBe('"End."')
    })

    it('shows every tab', async () => {
      await open(undefined, { javaScriptEnabled: false })
      await expect.poll(() => page.getByText('Contenu un').isVisible()).toBe(true)
      await expect.poll(() => page.getByText('Contenu deux').isVisible()).toBe(true)
    })
  })

  describe('on a phone', () => {
    it.each(['fr-FR', 'ar-SA'])(
      'does not scroll sideways, with or without the sources (%s)',
      async (locale) => {
        for (const javaScriptEnabled of [true, false]) {
          await open(`${locale}/guide/start.html`, {
            viewport: { width: 320, height: 640 },
            javaScriptEnabled,
          })
          await expect.poll(() => overflow()).toBe(0)
          await page.check('#lockstep-show-other')
          await expect.poll(() => overflow()).toBe(0)
          await page.context().close()
        }
      },
    )

    it('lets a wide table scroll, and keeps it out of the way of the keyboard where it fits', async () => {
      await open(undefined, { viewport: { width: 320, height: 640 } })
      const scroller = page.locator('.table-scroll')
      await expect.poll(() => scroller.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true)
      await expect.poll(() => scroller.getAttribute('tabindex')).toBe('0')
      await page.setViewportSize({ width: 2400, height: 900 })
      await page.addStyleTag({ content: '.page { grid-template-columns: 1fr !important }' })
      await expect.poll(() => scroller.getAttribute('tabindex')).toBeNull()
    })

    it('folds the outline', async () => {
      await open(undefined, { viewport: { width: 320, height: 640 } })
      await expect.poll(() => page.locator('.outline > details').getAttribute('open')).toBeNull()
      await page.setViewportSize({ width: 1300, height: 900 })
      await page.reload()
      await expect.poll(() => page.locator('.outline > details').getAttribute('open')).not.toBeNull()
    })
  })

  describe('shows images', () => {
    it('that are larger than their place in full, by keyboard, and returns', async () => {
      const errors = await open('fr-FR/guide/media.html')
      const button = page.getByRole('button', { name: 'Un plan' })
      await button.focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Un plan' })
      await dialog.waitFor()
      await expect.poll(() => dialog.getByRole('img', { name: 'Un plan' }).isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await expect.poll(() => button.evaluate((node) => node === document.activeElement)).toBe(true)
      await expect.poll(() => page.locator('.zoom').count()).toBe(1)
      expect(errors).toEqual([])
    })

    it('without moving the text', async () => {
      await open('fr-FR/guide/media.html')
      await page.getByRole('button', { name: 'Un plan' }).waitFor()
      const shift = await page.evaluate<number>(`new Promise((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) sum += value
        }).observe({ type: 'layout-shift', buffered: true })
        // What moved is known after the next frame.
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum))))
      })`)
      expect(shift).toBe(0)
      const ratio = await page
        .getByAltText('Un plan')
        .evaluate((node) => node.clientWidth / node.clientHeight)
      expect(ratio).toBeCloseTo(2, 1)
    })

    it('on a light ground by night, with text that can be read on it', async () => {
      await open('fr-FR/guide/media.html', { colorScheme: 'dark' })
      const style = await page
        .getByAltText('Petite')
        .evaluate((node) => [getComputedStyle(node).backgroundColor, getComputedStyle(node).color])
      expect(style).toEqual(['rgb(255, 255, 255)', 'rgb(28, 35, 40)'])
    })
  })

  it('keeps the head of a wide table in view', async () => {
    await open('fr-FR/guide/media.html')
    const scroller = page.locator('.table-scroll')
    await scroller.scrollIntoViewIfNeeded()
    await expect.poll(() => scroller.evaluate((node) => node.clientHeight < innerHeight)).toBe(true)
    await scroller.evaluate((node) => node.scrollTo(50, 600))
    const distance = () =>
      scroller.evaluate(
        (node) => node.querySelector('thead')!.getBoundingClientRect().top - node.getBoundingClientRect().top,
      )
    await expect.poll(distance).toBeLessThan(2)
  })

  it('slants no Chinese', async () => {
    await open('fr-FR/guide/media.html')
    const styles = await page
      .locator('em')
      .evaluateAll((all) => all.map((node) => getComputedStyle(node).fontStyle))
    expect(styles).toEqual(['normal', 'italic'])
  })

  it('copies a block of code, and says so', async () => {
    await open(undefined, { permissions: ['clipboard-read', 'clipboard-write'] })
    const button = page.getByRole('button', { name: 'Copier' })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Copié' }).waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toBe('Get-CsPool -Identity pool.example.com | '.repeat(9))
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.copy').isVisible()).toBe(false)
  })

  describe('has tabs', () => {
    it('that show one panel at a time, by mouse and by keyboard', async () => {
      await open()
      const tabs = page.getByRole('tab')
      await expect.poll(() => tabs.allTextContents()).toEqual(['Un', 'Deux'])
      await expect.poll(() => page.getByText('Contenu deux').isVisible()).toBe(false)
      await tabs.nth(1).click()
      await expect.poll(() => page.getByText('Contenu un').isVisible()).toBe(false)
      await expect.poll(() => page.getByText('Contenu deux').isVisible()).toBe(true)
      await page.keyboard.press('ArrowLeft')
      await expect.poll(() => page.getByText('Contenu un').isVisible()).toBe(true)
      await expect.poll(() => tabs.nth(0).getAttribute('aria-selected')).toBe('true')
    })

    it('that open where a link leads into them', async () => {
      await open()
      await page.evaluate("location.hash = '#inside'")
      await page.getByText('Contenu deux').waitFor({ state: 'visible' })
    })
  })

  it('has no text that is too faint, by day and by night', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await open(undefined, { colorScheme })
      const faint: string[] = []
      for (const [text, ground] of colorPairs()) {
        const ratio = contrast(await rgbOf(page, text), await rgbOf(page, ground))
        if (ratio < 4.5) faint.push(`${text} on ${ground}: ${ratio}`)
      }
      expect(faint).toEqual([])
      await page.context().close()
    }
  })

  describe('the list of documents', () => {
    it('is narrowed to what is typed, without regard to accents, and whole again', async () => {
      const errors = await open('reports/fr-FR.html')
      await page.getByRole('searchbox').fill('reseau')
      await expect.poll(() => page.locator('.documents > li:visible').count()).toBe(1)
      await expect.poll(() => page.locator('output').textContent()).toBe('1 / 30')
      await page.getByRole('searchbox').fill('folder2 document 1')
      await expect.poll(() => page.locator('.documents > li:visible').count()).toBeGreaterThan(1)
      await page.getByRole('searchbox').fill('nonesuch')
      await expect.poll(() => page.locator('output').textContent()).toBe('Aucun document ne correspond.')
      await page.getByRole('searchbox').fill('')
      await expect.poll(() => page.locator('.documents > li:visible').count()).toBe(30)
      expect(errors).toEqual([])
    })

    it('is whole and offers no filter without a script', async () => {
      await open('reports/fr-FR.html', { javaScriptEnabled: false })
      await expect.poll(() => page.getByRole('searchbox').count()).toBe(0)
      await expect.poll(() => page.locator('.documents > li:visible').count()).toBe(30)
    })
  })
})

/** What stands on what, as CSS colors. */
function colorPairs(): readonly (readonly [string, string])[] {
  const grounds = ['--bg', '--surface', '--raised', '--accent-soft']
  const tones = ['--note', '--tip', '--important', '--warning', '--caution']
  const tint = (tone: string) => `color-mix(in srgb, var(${tone}) 8%, var(--bg))`
  return [
    ...grounds.flatMap((ground) =>
      ['--text', '--muted', '--accent'].map((text) => [`var(${text})`, `var(${ground})`] as const),
    ),
    ...tones.flatMap((tone) => [
      [`var(${tone})`, tint(tone)] as const,
      [`var(${tone})`, 'var(--bg)'] as const,
      ['var(--text)', tint(tone)] as const,
    ]),
    ['var(--bg)', 'var(--accent)'],
  ]
}

/** Red, green and blue of a CSS color as the page shows it, from 0 to 255. */
function rgbOf(page: Page, color: string): Promise<number[]> {
  return page.evaluate<number[]>(`(() => {
    const probe = document.body.appendChild(document.createElement('p'))
    probe.style.color = ${JSON.stringify(color)}
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')
    canvas.fillStyle = getComputedStyle(probe).color
    canvas.fillRect(0, 0, 1, 1)
    probe.remove()
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
  })()`)
}

/** Contrast of two colors (WCAG 2.2, “contrast ratio”), from 1 to 21. */
function contrast(a: readonly number[], b: readonly number[]): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance of a color (WCAG 2.2), from 0 to 1. */
function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
