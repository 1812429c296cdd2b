import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renderPage } from '../../src/render/page/render-page.ts'
import { renderRunbook } from '../../src/render/runbook/render-runbook.ts'
import { pair } from '../support/bilingual.ts'
import { violationsOn } from './axe.ts'
import { CHROMIUM, sharedChromium } from './browser.ts'
import { makeContext } from './fixtures.ts'
import { shiftsOn, WATCH_SHIFTS } from './layout-shift.ts'
import { readDocument } from './runbook-guide.ts'
import { withNavigation } from './site/navigation.ts'
import { createSiteFolder, type SiteFolder } from './site-folder.ts'

const WIDE_FORMULA = Array.from({ length: 30 }, (_, at) => `x_{${at}} + \\frac{a}{b}`).join(' + ')
const TALL_TABLE = Array.from({ length: 40 }, (_, at) => `| ${at} | Une valeur | Une remarque |`).join('\n')
const PARAGRAPHS = (from: number) =>
  Array.from({ length: 6 }, (_, at) =>
    pair(`p-${from + at}`, 'Une phrase du texte. '.repeat(12), 'A sentence of the text. '.repeat(12)),
  ).join('\n\n')

/** Headings each a little longer than the one before: in the outline, one of them just fits its lines. */
const HEADINGS = Array.from(
  { length: 24 },
  (_, at) =>
    `## ${pair(`h-${at}`, `Un titre et i${'i'.repeat(at)}`, 'A heading')}\n\n${pair(`t-${at}`, 'Un texte. '.repeat(60), 'Text.')}`,
).join('\n\n')

/** All that scripts change when a page loads: tabs, tables, code, images, formulas, headings; and steps for a runbook. */
const EVERYTHING = `---
title: Tout
ms.translationtype: MT
---
# ${pair('a-1', 'Tout', 'Everything')}

## [Une fenêtre avec un nom assez long](#tab/window)

${pair('a-2', 'Texte de la fenêtre.', 'Text of the window.')}

## [Une ligne de commande](#tab/shell)

\`\`\`powershell
Get-CsPool -Identity "${'pool.contoso.com'.repeat(12)}"
\`\`\`

${PARAGRAPHS(100)}

***

\`\`\`
un code sans langage
\`\`\`

$$ ${WIDE_FORMULA} $$

La valeur $\\alpha_1$ compte.

## ${pair('a-3', 'Pour ouvrir la fenêtre, lisez attentivement ce titre assez long', 'To open the window')}

1. ${pair('a-4', 'Ouvrez la fenêtre.', 'Open the window.')}
2. ${pair('a-5', 'Si besoin, fermez-la.', 'If needed, close it.')}

   \`\`\`
   Close-Window
   \`\`\`

![Un schéma](media/large.svg)

![Absente](media/absent.png)

## ${pair('a-6', 'Des tableaux dont le titre est si long qu’il prend plusieurs lignes', 'Tables')}

| Nom | Valeur | Remarque |
|---|---|---|
${TALL_TABLE}

<table><caption>Liste</caption><tbody><tr><td>un</td></tr></tbody></table>

<table><caption>Liste</caption><tbody><tr><td>deux</td></tr></tbody></table>

${PARAGRAPHS(200)}

![Une icône](media/small.svg)

### ${pair('a-7', 'La suite', 'More')}

${PARAGRAPHS(300)}

${HEADINGS}
`
const SIZES: Record<string, { width: number; height: number }> = {
  'guide/media/large.svg': { width: 1600, height: 800 },
  'guide/media/small.svg': { width: 30, height: 15 },
}
const PAGE = 'fr-FR/guide/all.html'
const RUNBOOK = 'fr-FR/guide/all.runbook.html'

describe.skipIf(!CHROMIUM)('a page that loads (needs Chromium)', () => {
  let site: SiteFolder
  let context: BrowserContext

  beforeAll(() => {
    site = createSiteFolder()
    const document = readDocument(EVERYTHING, 'guide/all.md')
    const rendering = makeContext({ hasFile: (path) => path in SIZES, imageSizeOf: (path) => SIZES[path] })
    for (const file of withNavigation(renderPage(document, 'target', rendering))) site.write(file)
    site.write(renderRunbook(document, 'target', rendering)!)
    for (const [path, { width, height }] of Object.entries(SIZES))
      site.write({
        path: `assets/media/fr-FR/${path}`,
        content: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="9" height="9"/></svg>`,
      })
  })

  afterEach(() => context.close())
  afterAll(() => site.remove())

  /** Opens a page whose late scripts arrive after all of its text, as on a slow network. */
  async function open(path: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const browser = await sharedChromium()
    context = await browser.newContext({ offline: true, colorScheme, viewport: { width, height: 800 } })
    const page = await context.newPage()
    await page.addInitScript(WATCH_SHIFTS)
    // The reader has turned tabs on another page.
    await page.addInitScript(`localStorage.setItem('lockstep-tabs', '["shell"]')`)
    await page.route(/\/(?:page|copy|runbook)\.js$/, async (route) => {
      await expect.poll(() => page.evaluate('document.readyState')).toBe('interactive')
      await route.continue()
    })
    await page.goto(site.urlOf(path))
    return page
  }

  const looks = [1280, 390].flatMap((width) => [['light', width] as const, ['dark', width] as const])

  it.each([1280, 390])('moves nothing, at a width of %i', async (width) => {
    const page = await open(PAGE, width)
    await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toContain('ligne')
    // On a phone, the reader opens the tree.
    if (width > 1000) await page.locator('nav.tree input').waitFor()
    await expect.poll(() => shiftsOn(page)).toEqual([])
    await expect.poll(() => page.locator('.zoom img').count()).toBe(1)
  })

  it.each([1280, 390])('moves nothing in a runbook, at a width of %i', async (width) => {
    const page = await open(RUNBOOK, width)
    await expect.poll(() => page.locator('.bar').isVisible()).toBe(true)
    await expect.poll(() => shiftsOn(page)).toEqual([])
  })

  it.each(looks)(
    'has nothing that axe finds wrong, with the tree at its page: %s, %i',
    async (scheme, width) => {
      const page = await open(PAGE, width, scheme)
      const closed = page.locator('nav.tree details:not([open]) > summary')
      if ((await closed.count()) > 0) await closed.click()
      await page.locator('nav.tree input').waitFor()
      await expect.poll(() => violationsOn(page)).toEqual([])
    },
  )

  it.each(looks)('has nothing that axe finds wrong in its runbook: %s, %i', async (scheme, width) => {
    const page = await open(RUNBOOK, width, scheme)
    await expect.poll(() => violationsOn(page)).toEqual([])
  })

  it('lets a formula that is wider than a phone take focus', async () => {
    const page = await open(PAGE, 390)
    const formula = page.locator('.formula:has(> .tml-display)')
    await expect.poll(() => formula.getAttribute('tabindex')).toBe('0')
    await expect.poll(() => formula.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true)
  })
})
