import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renderRunbook } from '../../../src/render/runbook/render-runbook.ts'
import type { RunbookLog } from '../../../src/runbook/log.ts'
import { CHROMIUM } from '../browser.ts'
import { makeContext } from '../fixtures.ts'
import { GUIDE, readDocument } from '../runbook-guide.ts'
import { createSiteFolder, type SiteFolder } from '../site-folder.ts'
import { createContext, EMPTY, openEmptied, parseLog } from './filled-in.ts'

const FRENCH = 'fr-FR/guide/page.runbook.html'
const ENGLISH = 'en-US/guide/page.runbook.html'
const CHANGED = 'fr-FR/guide/changed.runbook.html'
const COMMAND = 'Get-Pool -Force'
const GUIDE_WITH_VALUES = GUIDE.replace(COMMAND, 'Get-Pool "<Pool FQDN>" -File <path name>')
  .replace('Cliquez sur **OK**.', 'Tapez `Stop-Pool <pool FQDN>`.')
  .replace('Click **OK**.', 'Type `Stop-Pool <pool FQDN>`.')
const WITH_LINK = 'fr-FR/guide/link.runbook.html'
const GUIDE_WITH_LINK = `# Guide

## To start

1. Open [https://example.com/groups/{id}](https://example.com/groups/{id}).
2. Replace {id} with the id of the group.
3. Type HOST/<pool FQDN>.
`

describe.skipIf(!CHROMIUM)('the record of a runbook on the screen (needs Chromium)', () => {
  let site: SiteFolder
  let context: BrowserContext
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    site = createSiteFolder()
    const document = readDocument(GUIDE_WITH_VALUES)
    for (const side of ['target', 'source'] as const)
      site.write(renderRunbook(document, side, makeContext())!)
    const changed = readDocument(GUIDE_WITH_VALUES.replaceAll('Introduction.', 'Introduction 2.'))
    site.write({ ...renderRunbook(changed, 'target', makeContext())!, path: CHANGED })
    const linked = readDocument(GUIDE_WITH_LINK)
    site.write({ ...renderRunbook(linked, 'target', makeContext())!, path: WITH_LINK })
    site.write(EMPTY)
    context = await createContext({ permissions: ['clipboard-read', 'clipboard-write'] })
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
  async function open(path = FRENCH): Promise<void> {
    errors = []
    page = await openEmptied(context, site, path, errors)
  }

  const field = (ref: string, name: string) => page.locator(`[data-ref="${ref}"] [data-field="${name}"]`)
  const named = (name: string) => page.locator(`[data-field="${name}"]`)
  const value = (number: number) => page.locator(`[data-value-number="${number}"] input`)
  const message = () => page.locator('.message').textContent()

  async function exportLog(): Promise<RunbookLog> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-action="json"]').click(),
    ])
    return parseLog(readFileSync(await file.path(), 'utf8'))
  }

  async function importText(text: string): Promise<void> {
    const file = { name: 'log.json', mimeType: 'application/json', buffer: Buffer.from(text) }
    await page.locator('[type="file"]').setInputFiles(file)
  }

  const importLog = (log: RunbookLog) => importText(JSON.stringify(log))

  it('has one value for a placeholder, which commands show, buttons copy and the log names', async () => {
    await open()
    await expect.poll(() => page.locator('[data-value-name]').count()).toBe(2)
    await expect
      .poll(() => page.locator('[data-value-number="1"] a').allTextContents())
      .toEqual(['A 2a', 'A 3'])
    await value(1).fill('pool01.contoso.com ')
    await expect
      .poll(() => page.locator('pre').textContent())
      .toContain('"pool01.contoso.com" -File <path name>')
    await expect
      .poll(() => page.locator('[data-ref="A-2.1"] code').textContent())
      .toBe('Stop-Pool pool01.contoso.com')
    await page.locator('.copy').click()
    await expect
      .poll(() => page.evaluate('navigator.clipboard.readText()'))
      .toBe('Get-Pool "pool01.contoso.com" -File <path name>')
    await page.reload()
    await expect.poll(() => value(1).inputValue()).toBe('pool01.contoso.com ')
    expect((await exportLog()).values).toEqual([
      { name: 'pool FQDN', value: 'pool01.contoso.com ' },
      { name: 'path name', value: '' },
    ])
    await value(1).fill('')
    await expect.poll(() => page.locator('pre').textContent()).toContain('"<Pool FQDN>"')
  })

  it('has the values of placeholders in texts and addresses of links', async () => {
    await open(WITH_LINK)
    const link = page.locator('.what a')
    const address = () => link.getAttribute('href')
    await value(1).fill('a b/1')
    await value(2).fill('pool01.contoso.com')
    await expect.poll(() => link.textContent()).toBe('https://example.com/groups/a b/1')
    await expect.poll(address).toBe('https://example.com/groups/a%20b%2F1')
    await expect
      .poll(() => page.locator('[data-ref="A-2"] .what').textContent())
      .toContain('Replace a b/1 with the id')
    await expect
      .poll(() => page.locator('[data-ref="A-3"] .what').textContent())
      .toContain('Type HOST/pool01.contoso.com.')
    await value(1).fill('')
    await expect.poll(address).toBe('https://example.com/groups/%7Bid%7D')
  })

  it('never runs what is filled in', async () => {
    await open()
    await value(1).fill('<img src=x onerror="document.title=1">')
    await expect.poll(() => page.locator('pre').textContent()).toContain('<img src=x')
    await expect.poll(() => page.locator('pre img').count()).toBe(0)
  })

  it('keeps what was taken back, and who did it; later logs only add to earlier ones', async () => {
    await open()
    await named('operator').fill('Élise')
    await field('A-1', 'done').check()
    const first = await exportLog()
    await field('A-1', 'done').uncheck()
    await named('operator').fill('Élise D.')
    const second = await exportLog()
    expect(second.history.slice(0, first.history.length)).toEqual(first.history)
    expect(second.record).toBe(first.record)
    const told = second.history.map(({ by, field: name, value: said }) => [by, name, said])
    expect(told).toEqual([
      ['', 'operator', 'Élise'],
      ['Élise', 'A-1/done', true],
      ['Élise', 'A-1/time', '16:03'],
      ['Élise', 'A-1/done', null],
      ['Élise', 'A-1/time', null],
      ['Élise', 'operator', 'Élise D.'],
    ])
    await page.locator('[data-action="log"]').click()
    await expect.poll(() => page.locator('.log').textContent()).toContain('supprimé')
    await expect.poll(() => page.locator('main').isVisible()).toBe(false)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('main').isVisible()).toBe(true)
  })

  it('is handed over by its log, also to a page in the other language, without losing anything', async () => {
    await open()
    await named('operator').fill('Élise')
    await named('incident').fill('INC-1')
    await value(1).fill('pool01')
    await field('A-1', 'done').check()
    const log = await exportLog()
    await open(ENGLISH)
    await field('A-3', 'done').check()
    await importLog(log)
    await expect
      .poll(message)
      .toBe(`Imported. New entries: ${log.history.length}. Operator: Élise. Exported: Nov 23, 2026, 4:03 PM.`)
    await expect.poll(() => field('A-1', 'done').isChecked()).toBe(true)
    await expect.poll(() => field('A-3', 'done').isChecked()).toBe(true)
    await expect.poll(() => page.locator('pre').textContent()).toContain('pool01')
    const merged = await exportLog()
    expect(merged.history).toHaveLength(log.history.length + 2)
    await importLog(log)
    await expect.poll(message).toContain('Nothing new')
    await importLog({ ...log, incident: 'INC-2' })
    await expect.poll(message).toContain('incident INC-2')
    await importLog({ ...log, runbook: { ...log.runbook, path: 'other.md' } })
    await expect.poll(message).toContain('another runbook (other.md)')
    for (const damaged of [
      '{',
      'null',
      '{"type":"runbook-log","version":1}',
      JSON.stringify({ ...log, history: [{}] }),
    ]) {
      await importText(damaged)
      await expect.poll(message).toContain('not a log')
    }
    expect((await exportLog()).history).toEqual(merged.history)
  })

  it('of another version of the text is offered to read and print, and cannot be changed', async () => {
    await open()
    await named('incident').fill('INC-7')
    await field('A-1', 'done').check()
    const log = await exportLog()
    await page.goto(site.urlOf(CHANGED))
    await expect.poll(() => field('A-1', 'done').isChecked()).toBe(false)
    const earlier = page.locator('.earlier')
    await expect.poll(() => earlier.textContent()).toContain(`INC-7 · 1 sur 5 · ${log.runbook.hash}`)
    await earlier.getByRole('button').click()
    const shown = page.locator('.log')
    await expect.poll(() => shown.locator('.read-only').textContent()).toContain(log.runbook.hash)
    await expect.poll(() => shown.textContent()).toContain('☑ Fait')
    await expect.poll(() => shown.locator('input').count()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => shown.isVisible()).toBe(true)
    await expect.poll(() => page.locator('main').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await shown.getByRole('button', { name: 'Retour au runbook' }).click()
    await importLog(log)
    await expect.poll(message).toContain('autre version')
    await expect.poll(() => shown.isVisible()).toBe(true)
    await shown.getByRole('button', { name: 'Retour au runbook' }).click()
    await expect.poll(() => field('A-1', 'done').isChecked()).toBe(false)
  })

  it('keeps the numbers of footnotes apart from words in the log', async () => {
    const text = '# T\n\n## To start\n\n1. Open it.<sup>1</sup>\n2. Close it.\n'
    site.write(renderRunbook(readDocument(text, 'guide/notes.md'), 'source', makeContext())!)
    await open('en-US/guide/notes.runbook.html')
    expect((await exportLog()).sections[0]!.steps[0]!.text).toBe('Open it.¹')
  })

  it('refuses times that cannot be, and says why', async () => {
    await open()
    await field('A-1', 'time').fill('25:00')
    await field('A-1', 'time').press('Tab')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('n’existe pas')
    await named('outageBegan').fill('31/02/2026 10:00')
    await named('outageBegan').press('Tab')
    await expect.poll(() => named('outageBegan').getAttribute('aria-invalid')).toBe('true')
    await named('outageBegan').fill('24/11/2026 10:00')
    await named('outageBegan').press('Tab')
    await expect.poll(() => page.locator('.fill-in .refused').textContent()).toContain('futur')
    await named('outageBegan').fill('22 nov. 2026, 10:00')
    await named('outageBegan').press('Tab')
    await expect.poll(() => named('outageBegan').getAttribute('aria-invalid')).toBe(null)
    await named('outageEnded').fill('22/11/2026 09:59')
    await named('outageEnded').press('Tab')
    await expect
      .poll(() => page.locator('.fill-in .refused').textContent())
      .toContain('avant d’avoir commencé')
    const log = await exportLog()
    expect(log.outageBegan).toEqual({ text: '22 nov. 2026, 10:00', at: '2026-11-22T10:00:00+01:00' })
    expect(log.outageEnded).toBeNull()
    expect(log.sections[0]!.steps[0]!.time).toBeNull()
    expect(log.history).toHaveLength(1)
  })

  it('marks a whole section as not applicable', async () => {
    await open()
    await named('A/notApplicable').check()
    await expect.poll(() => field('A-2.1', 'done').isDisabled()).toBe(true)
    await expect.poll(() => page.locator('.counts').textContent()).toBe('5 sur 5 · Tout est fait')
    const log = await exportLog()
    expect(log.sections[0]).toMatchObject({ notApplicable: true, steps: expect.arrayContaining([]) })
    expect(log.progress.notApplicable).toBe(5)
  })
})
