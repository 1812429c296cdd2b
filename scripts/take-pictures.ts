/**
 * Takes the pictures of the documentation, `docs/pictures/*.webp`, of what Lockstep makes of `sources/`. Run it with `npm run pictures`; it
 * needs Chromium. The text depends on the fonts of the machine, everything else on the document.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { ARGS } from '../src/print/open-printer.ts'
import { findBrowser } from '../src/read/program/find-browser.ts'

const ROOT = resolve(import.meta.dirname, '..')
const NAME = 'response-group-experience-during-pool-failure'
const SIZE = { width: 1280, height: 860 }
/** Quality of WebP: files stay far below 120 KB, and small text clear. */
const QUALITY = 82

/** Changes of a hand-off, for the picture of a review. */
const CHANGES: readonly (readonly [string, string])[] = [
  ['>Calls are disconnected.<', '>Calls are disconnected after 30 seconds.<'],
  ['>Les appels anonymes sont déconnectés.<', '>Anonymous calls are disconnected.<'],
  [
    '>La fonctionnalité est désactivée au cours de cette étape.<',
    '>Cette fonctionnalité est désactivée pendant cette étape.<',
  ],
  [
    '>Agent groups owned by the primary pool can be viewed',
    '>Agent groups of the primary pool can be viewed',
  ],
]

const folder = mkdtempSync(join(tmpdir(), 'lockstep-pictures-'))
try {
  lockstep('build', join(ROOT, 'sources'), '--out', 'site', '--only', 'page,runbook')
  const text = readFileSync(join(ROOT, `sources/${NAME}.md`), 'utf8')
  write('base', text)
  write(
    'head',
    CHANGES.reduce((all, [from, to]) => all.replaceAll(from, to), text),
  )
  lockstep('review', 'base', 'head', '--language', 'en', '--format', 'html', '--output-file', 'review.html')
  const browser = await chromium.launch({
    executablePath: findBrowser(undefined),
    args: ['--no-sandbox', ...ARGS],
  })
  try {
    const context = await browser.newContext({
      viewport: SIZE,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    })
    await take(await context.newPage(), `site/fr-FR/${NAME}.html`, 'page', async (page) => {
      const sentence = page.locator('article').getByText('Les appels normaux restent connectés.').first()
      await page
        .locator('article h3')
        .first()
        .evaluate((heading) => heading.scrollIntoView())
      await sentence.hover()
      await page.locator('.other-popover').waitFor()
    })
    await take(await context.newPage(), `site/fr-FR/${NAME}.runbook.html`, 'runbook', async (page) => {
      await page.clock.setFixedTime(new Date(2026, 10, 23, 16, 3))
      await page.getByLabel('Oui').first().check()
      for (const item of ['A-1', 'A-2', 'A-3'])
        await page.locator(`[data-ref="${item}"] [data-field="done"]`).first().check()
      await page.locator('#A').evaluate((section) => section.scrollIntoView())
    })
    await take(await context.newPage(), 'review.html', 'review')
  } finally {
    await browser.close()
  }
} finally {
  rmSync(folder, { recursive: true })
}

function lockstep(...args: readonly string[]): void {
  execFileSync(process.execPath, [join(ROOT, 'bin/lockstep.js'), ...args, '--quiet'], { cwd: folder })
}

function write(version: string, text: string): void {
  mkdirSync(join(folder, version))
  writeFileSync(join(folder, version, `${NAME}.md`), text)
}

async function take(
  page: Page,
  path: string,
  name: string,
  act?: (page: Page) => Promise<void>,
): Promise<void> {
  await page.goto(pathToFileURL(join(folder, path)).href)
  await act?.(page)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const session = await page.context().newCDPSession(page)
  // Playwright itself knows no WebP.
  const shoot = () => session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
  let [before, now] = [await shoot(), await shoot()]
  // What is shown late moves the rest.
  while (now.data !== before.data) [before, now] = [now, await shoot()]
  writeFileSync(join(ROOT, `docs/pictures/${name}.webp`), Buffer.from(now.data, 'base64'))
}
