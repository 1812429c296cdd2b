import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renderRunbook } from '../../../src/render/runbook/render-runbook.ts'
import type { RunbookLog } from '../../../src/runbook/log.ts'
import { CHROMIUM } from '../browser.ts'
import { makeContext } from '../fixtures.ts'
import { BRANCHES, GUIDE, readDocument, readSeed } from '../runbook-guide.ts'
import { createSiteFolder, type SiteFolder } from '../site-folder.ts'
import { createContext, EMPTY, openEmptied, parseLog } from './filled-in.ts'

const GUIDE_PATH = 'fr-FR/guide/page.runbook.bilingual.html'
const MONOLINGUAL = 'fr-FR/guide/page.runbook.html'
const BRANCHING = 'fr-FR/guide/branches.runbook.bilingual.html'
const ARABIC = 'ar-SA/response-group-experience-during-pool-failure.runbook.bilingual.html'

describe.skipIf(!CHROMIUM)('a bilingual runbook on the screen (needs Chromium)', () => {
  let site: SiteFolder
  let context: BrowserContext
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    site = createSiteFolder()
    const bilingual = { bilingual: 'under' } as const
    site.write(renderRunbook(readDocument(GUIDE), 'target', makeContext(), bilingual)!)
    site.write(renderRunbook(readDocument(GUIDE), 'target', makeContext())!)
    const branches = readDocument(BRANCHES, 'guide/branches.md')
    site.write(renderRunbook(branches, 'target', makeContext(), bilingual)!)
    site.write(renderRunbook(readSeed('ar-SA'), 'target', makeContext(), bilingual)!)
    site.write(EMPTY)
    context = await createContext()
  })

  afterEach(async () => {
    for (const tab of context.pages()) await tab.close()
    expect(errors).toEqual([])
  })
  afterAll(async () => {
    await context.close()
    site.remove()
  })

  /** Opens a runbook in which nothing is filled in. */
  async function open(path = GUIDE_PATH): Promise<void> {
    errors = []
    page = await openEmptied(context, site, path, errors)
  }

  const field = (ref: string, name: string) => page.locator(`[data-ref="${ref}"] [data-field="${name}"]`)
  const named = (name: string) => page.locator(`[data-field="${name}"]`)
  const press = (action: string) => page.locator(`[data-action="${action}"]`).click()

  async function download(action: 'json' | 'markdown'): Promise<string> {
    const [file] = await Promise.all([page.waitForEvent('download'), press(action)])
    return readFileSync(await file.path(), 'utf8')
  }

  async function exportLog(): Promise<RunbookLog> {
    return parseLog(await download('json'))
  }

  /** The texts that a selector finds: all of it, and what of it is in the second language. */
  const textsOf = async (selector: string): Promise<readonly (readonly [string | null, string])[]> => {
    const found = await page.locator(selector).all()
    return Promise.all(
      found.map(
        async (node) =>
          [
            await node.textContent(),
            (await node.locator('[lang="en-US"]').allTextContents()).join(),
          ] as const,
      ),
    )
  }

  it('has buttons, progress and dialogs in both languages, the second marked as such', async () => {
    await open()
    await expect
      .poll(() => textsOf('.bar > .actions button'))
      .toEqual([
        ['ImprimerPrint', 'Print'],
        ['Exporter en JSONExport JSON', 'Export JSON'],
        ['Exporter en MarkdownExport Markdown', 'Export Markdown'],
        ['Afficher le journalShow log', 'Show log'],
        ['Importer un JSONImport JSON', 'Import JSON'],
        ['RéinitialiserReset', 'Reset'],
      ])
    await field('A-1', 'done').check()
    await expect
      .poll(() => textsOf('.counts'))
      .toEqual([['1 sur 5 · 4 points restants1 of 5 · 4 items left', '1 of 5 · 4 items left']])
    await press('reset')
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.textContent()).toContain('cannot be undone')
    await expect.poll(() => dialog.textContent()).toContain('AnnulerCancel')
    await press('reset-now')
    await expect.poll(() => field('A-1', 'done').isChecked()).toBe(false)
  })

  it('says in both languages what it refuses, imports and leaves out', async () => {
    await open()
    await named('outageBegan').fill('25:00')
    await named('outageBegan').press('Tab')
    const refused = 'There is no such time. It has not been saved.'
    await expect.poll(() => textsOf('.refused')).toEqual([[expect.stringContaining('n’existe pas'), refused]])
    const file = { name: 'log.json', mimeType: 'application/json', buffer: Buffer.from('{}') }
    await page.locator('[type="file"]').setInputFiles(file)
    await expect
      .poll(() => textsOf('.message'))
      .toEqual([[expect.stringContaining('Non importé'), expect.stringContaining('Not imported')]])
    await field('A-2', 'notApplicable').check()
    await expect
      .poll(() => page.locator('[data-ref="A-2.1"] .tick').getAttribute('data-state'))
      .toBe('s. o. / n/a')
  })

  it('writes times so that both operators can read them, and reads what either types', async () => {
    await open()
    await field('A-1', 'done').check()
    await expect.poll(() => field('A-1', 'time').inputValue()).toBe('16:03')
    for (const typed of ['22 nov. 2026, 10:00', 'Nov 22, 2026, 10:00 AM', '22/11/2026 10:00']) {
      await named('outageBegan').fill(typed)
      await named('outageBegan').press('Tab')
      await expect.poll(() => named('outageBegan').inputValue()).toBe('2026-11-22 10:00')
    }
  })

  it('has a log in both languages, on the screen and as Markdown and JSON', async () => {
    await open()
    await named('operator').fill('Élise')
    await field('A-3', 'done').check()
    const markdown = await download('markdown')
    expect(markdown).toContain('# Journal du runbook / Runbook log\u00a0: Guide')
    expect(markdown).toContain('- Opérateur / Operator\u00a0: Élise')
    expect(markdown).toContain('1 sur 5 · 4 points restants / 1 of 5 · 4 items left')
    expect(markdown).toContain('## A Pour démarrer / To start')
    expect(markdown).toContain('| Exécutez : Get-Pool -Force<br>Run this: Get-Pool -Force | ☑ Fait / Done |')
    expect(markdown).toContain('2026-11-23 16:03')
    await press('log')
    const shown = page.locator('.log')
    await expect.poll(() => shown.locator('h2').first().textContent()).toBe('A Pour démarrer / To start')
    await expect.poll(() => shown.textContent()).toContain('Lecture seule.Read-only.')
    await expect.poll(() => shown.textContent()).toContain('Run this: Get-Pool -Force')
    await shown.getByRole('button', { name: 'Back to the runbook' }).click()
    const log = await exportLog()
    expect(log.runbook).toMatchObject({ locale: 'fr-FR', otherLocale: 'en-US' })
    expect(log.sections[0]).toMatchObject({ title: 'Pour démarrer', otherTitle: 'To start' })
    expect(log.sections[0]!.steps.at(-1)).toMatchObject({
      text: 'Exécutez : Get-Pool -Force',
      otherText: 'Run this: Get-Pool -Force',
      time: { text: '16:03', at: '2026-11-23T16:03:00+01:00' },
    })
  })

  it('logs questions, labels and sentences of each language by themselves', async () => {
    await open(BRANCHING)
    await named('Q1.yes').check()
    const log = await exportLog()
    expect(log.answers).toMatchObject([
      { question: 'Si le pool héberge le magasin', otherQuestion: 'If the pool hosts the store' },
    ])
    const steps = log.sections[0]!.steps
    const conditional = steps.find(({ text }) => text.includes('déplacez-le'))
    expect(conditional?.text).toMatch(/^Q1 Oui\b.*déplacez-le\.$/)
    expect(conditional?.otherText).toMatch(/^Q1 Yes\b.*move it\.$/)
    const first = steps.find(({ text }) => text.includes('Effectuez'))
    expect(first?.otherText).toBe('Do one of the following:')
  })

  it('takes over the log of the runbook in one language, and the other way round', async () => {
    await open()
    await field('A-1', 'done').check()
    const log = await exportLog()
    await open(MONOLINGUAL)
    const file = { name: 'log.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(log)) }
    await page.locator('[type="file"]').setInputFiles(file)
    await expect.poll(() => field('A-1', 'done').isChecked()).toBe(true)
    const mono = await exportLog()
    expect(mono.runbook).not.toHaveProperty('otherLocale')
    expect(mono.sections[0]).not.toHaveProperty('otherTitle')
    await open()
    await page.locator('[type="file"]').setInputFiles({ ...file, buffer: Buffer.from(JSON.stringify(mono)) })
    await expect.poll(() => field('A-1', 'done').isChecked()).toBe(true)
    const damaged = { ...log, sections: [{ ...log.sections[0], otherTitle: 7 }] }
    await page
      .locator('[type="file"]')
      .setInputFiles({ ...file, buffer: Buffer.from(JSON.stringify(damaged)) })
    await expect.poll(() => page.locator('.message').textContent()).toContain('not a log')
  })

  it.each([1280, 400])('does not scroll sideways, %i px wide, nor in its log', async (width) => {
    for (const path of [GUIDE_PATH, ARABIC]) {
      await open(path)
      await page.setViewportSize({ width, height: 900 })
      const overflow = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      await expect.poll(overflow).toBeLessThanOrEqual(0)
      await press('log')
      await expect.poll(() => page.locator('.log').isVisible()).toBe(true)
      await expect.poll(overflow).toBeLessThanOrEqual(0)
    }
  })

  it('keeps both directions apart where one language runs from right to left', async () => {
    await open(ARABIC)
    const other = page.locator('.counts .other')
    await expect.poll(() => other.getAttribute('dir')).toBe('ltr')
    const markdown = await download('markdown')
    expect(markdown).toMatch(/⁨[^⁩]*⁩ \/ ⁨Operator⁩/)
  })
})
