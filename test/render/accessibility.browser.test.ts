import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indexSourceOf, renderIndex } from '../../src/render/index/render-index.ts'
import { renderPage } from '../../src/render/page/render-page.ts'
import { renderBook, renderChapter } from '../../src/render/runbook/book.ts'
import { renderRunbook } from '../../src/render/runbook/render-runbook.ts'
import { deriveRunbook } from '../../src/runbook/derive-runbook.ts'
import { pair } from '../support/bilingual.ts'
import { violationsOn } from './axe.ts'
import { CHROMIUM, sharedChromium } from './browser.ts'
import { makeContext } from './fixtures.ts'
import { GUIDE, readDocument, readSeed } from './runbook-guide.ts'
import { withNavigation } from './site/navigation.ts'
import { createSiteFolder, type SiteFolder } from './site-folder.ts'

/** Ticks some boxes of a page, so that some rows are filled in and some are not. */
const FILL_IN = `{
  const boxes = [...document.querySelectorAll('[type="checkbox"]')]
  for (const box of boxes.filter((each) => each.checkVisibility()).slice(0, 4)) if (!box.checked) box.click()
}`

/** Headings, alerts, tabs, tables, code, a video, columns, footnotes and an image. */
const RICH = `---
title: Tout
ms.translationtype: MT
---
# Tout

> [!NOTE]
> Une note avec un [lien](https://example.com/).

> [!WARNING]
> Un avertissement.

> [!TIP]
> Un conseil.

> [!IMPORTANT]
> Important.

> [!CAUTION]
> Attention.

## [Fenêtre](#tab/window)

Texte de la fenêtre, avec du \`code\`.

## [Ligne de commande](#tab/shell)

\`\`\`powershell
Get-CsPool -Identity "${'pool.contoso.com'.repeat(12)}"
\`\`\`

***

## Un tableau

| Nom | Valeur | Remarque |
|---|:---:|---:|
| un | 1 | première |
| deux | 2 | seconde[^1] |

<table><tbody><tr><td>sans</td><td>tête</td></tr></tbody></table>

[^1]: Une note de bas de page.

### Une vidéo

> [!VIDEO https://www.youtube.com/embed/x]

:::row:::
:::column:::
Gauche
:::column-end:::
:::column:::
Droite
:::column-end:::
:::row-end:::

![Un schéma](media/x.png)

## ${pair('r-1', 'Pour ouvrir la fenêtre', 'To open the window')}

1. ${pair('r-2', 'Ouvrez la fenêtre.', 'Open the window.')}
2. ${pair('r-3', 'Si besoin, fermez-la.', 'If needed, close it.')}
   1. ${pair('r-4', 'Cliquez sur **OK**.', 'Click **OK**.')}
`

describe.skipIf(!CHROMIUM)('accessibility, as axe finds (needs Chromium)', () => {
  let site: SiteFolder
  /** A page for each way of looking; each file is opened anew in it. */
  const views: { name: string; context: BrowserContext; page: Page }[] = []

  beforeAll(async () => {
    site = createSiteFolder()
    const documents = [
      ['target', readSeed('fr-FR')],
      ['source', readSeed('fr-FR')],
      ['target', readSeed('ar-SA')],
      ['target', readDocument(RICH, 'rich.md')],
      ['target', readDocument(GUIDE, 'guide.md')],
    ] as const
    for (const [side, document] of documents) {
      const context = makeContext({ locales: new Set(['en-US', document.targetLocale]) })
      const rendered = renderPage(document, side, context)
      const isGuide = rendered.path === 'fr-FR/guide.html'
      for (const file of isGuide ? withNavigation(rendered) : [rendered]) site.write(file)
      site.write(renderRunbook(document, side, context)!)
      if (side === 'target') site.write(renderRunbook(document, side, context, { bilingual: 'under' })!)
    }
    const chapters = [readSeed(), readDocument(GUIDE, 'guide.md')].map((document) => {
      const view = renderChapter(deriveRunbook(document)!, document, 'target', makeContext())
      return { path: document.path, view }
    })
    site.write(renderBook('fr-FR', chapters, { title: undefined, context: makeContext() }))
    const arabic = makeContext({ locales: new Set(['en-US', 'ar-SA']) })
    const both = [readSeed('ar-SA')].map((document) => {
      const view = renderChapter(deriveRunbook(document)!, document, 'target', arabic, 'beside')
      return { path: document.path, view }
    })
    const options = { title: undefined, context: arabic, isBilingual: true, hasEdition: true }
    site.write(renderBook('ar-SA', both, options))
    const outputs = new Set(['page', 'runbook', 'json'] as const)
    const locales = { 'fr-FR': { title: 'Titre', outputs }, 'en-US': { title: 'Title', outputs } }
    const entry = { path: 'a/b.md', sourceLocale: 'en-US', locales, units: 3, errors: 1, warnings: 2 }
    const entries = Array.from({ length: 12 }, (_, at) => ({ ...entry, path: `folder${at % 3}/${at}.md` }))
    for (const file of renderIndex(indexSourceOf(entries), makeContext({ bilingualRunbooks: 'under' })))
      site.write(file)
    const browser = await sharedChromium()
    for (const [colorScheme, width, script] of [
      ['light', 1200, true],
      ['dark', 360, true],
      ['light', 1200, false],
    ] as const) {
      const viewport = { width, height: 800 }
      const context = await browser.newContext({ offline: true, colorScheme, viewport })
      // Not by switching scripts off: axe needs them.
      if (!script) await context.route('**/*.js', (route) => route.abort())
      // Nothing is kept from one file to the next.
      await context.addInitScript('localStorage.clear()')
      views.push({ name: `${colorScheme} ${width} ${script}`, context, page: await context.newPage() })
    }
  })

  afterAll(async () => {
    for (const { context } of views) await context.close()
    site.remove()
  })

  const SEED = 'response-group-experience-during-pool-failure'
  const files = [`fr-FR/${SEED}`, `en-US/${SEED}`, `ar-SA/${SEED}`, 'fr-FR/rich', 'fr-FR/guide'].flatMap(
    (stem) => [
      `${stem}.html`,
      `${stem}.runbook.html`,
      ...(stem.startsWith('en') ? [] : [`${stem}.runbook.bilingual.html`]),
    ],
  )

  it.each([
    'reports/index.html',
    'reports/fr-FR.html',
    'fr-FR/index.html',
    'fr-FR/contents.html',
    'fr-FR/runbook-book.html',
    'ar-SA/runbook-book.bilingual.html',
    ...files,
  ])('finds nothing wrong, by day and night, on a phone, filled in, without a script: %s', async (path) => {
    for (const { name, page } of views) {
      await page.goto(site.urlOf(path))
      await page.evaluate(FILL_IN)
      const panel = page.locator('nav.tree details:not([open]) > summary')
      if ((await panel.count()) > 0) await panel.click()
      const violations = await violationsOn(page)
      expect(violations, name).toEqual([])
    }
  })
})
