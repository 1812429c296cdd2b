import { readFileSync } from 'node:fs'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as mdastToString } from 'mdast-util-to-string'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { renderBook, renderChapter } from '../../../src/render/runbook/book.ts'
import { renderRunbook } from '../../../src/render/runbook/render-runbook.ts'
import { deriveRunbook } from '../../../src/runbook/derive-runbook.ts'
import type { RunbookLog } from '../../../src/runbook/log.ts'
import { pair } from '../../support/bilingual.ts'
import { CHROMIUM } from '../browser.ts'
import { makeContext } from '../fixtures.ts'
import { BRANCHES, GUIDE, readDocument, readSeed } from '../runbook-guide.ts'
import { createSiteFolder, type SiteFolder } from '../site-folder.ts'
import { createContext, EMPTY, openEmptied, openTab, parseLog, validate } from './filled-in.ts'

const SEED = 'fr-FR/response-group-experience-during-pool-failure.runbook.html'
const PROCEDURE = 'fr-FR/guide/page.runbook.html'
const BRANCHING = 'fr-FR/guide/branches.runbook.html'
const OPTIONAL = 'fr-FR/guide/options.runbook.html'
/** Two ways to do the same. */
const OPTIONS = `# ${pair('o-1', 'Réparer', 'Repair')}

## ${pair('o-2', 'Option 1 : assistant', 'Option 1: Use the wizard')}

1. ${pair('o-3', 'Ouvrez l’assistant.', 'Open the wizard.')}
2. ${pair('o-4', 'Fermez-le.', 'Close it.')}

## ${pair('o-5', 'Option 2 : ligne de commande', 'Option 2: Use the shell')}

1. ${pair('o-6', 'Ouvrez la console.', 'Open the shell.')}
`
const AT = '2026-11-23T16:03:00+01:00'

describe.skipIf(!CHROMIUM)('a runbook filled in on the screen (needs Chromium)', () => {
  let site: SiteFolder
  /** The context of all tests that want no other: a new tab is opened in half the time of a new context. */
  let shared: BrowserContext
  let context: BrowserContext
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    site = createSiteFolder()
    for (const locale of ['fr-FR', 'en-US', 'ar-SA', 'ru-RU', 'ko-KR'])
      site.write(renderRunbook(readSeed(locale), 'target', makeContext())!)
    site.write(renderRunbook(readDocument(GUIDE), 'target', makeContext())!)
    site.write(renderRunbook(readDocument(BRANCHES, 'guide/branches.md'), 'target', makeContext())!)
    site.write(renderRunbook(readDocument(OPTIONS, 'guide/options.md'), 'target', makeContext())!)
    site.write(EMPTY)
    shared = await createContext()
  })

  afterEach(async () => {
    if (context !== shared) await context.close()
    for (const tab of shared.pages()) await tab.close()
    expect(errors).toEqual([])
  })
  afterAll(async () => {
    await shared.close()
    site.remove()
  })

  /** Opens a runbook from the disk in which nothing is filled in, with options in a context of its own. */
  async function open(path = SEED, options?: BrowserContextOptions): Promise<void> {
    context = options ? await createContext(options) : shared
    errors = []
    page = await openEmptied(context, site, path, errors)
  }

  const openAgain = (path = SEED) => openTab(context, site, path, errors)

  const row = (ref: string, tab = page) => tab.locator(`[data-ref="${ref}"]`)
  const field = (ref: string, name: string, tab = page) => row(ref, tab).locator(`[data-field="${name}"]`)
  const named = (name: string, tab = page) => tab.locator(`[data-field="${name}"]`)
  const counts = (tab = page) => tab.locator('.counts').textContent()
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const focused = () =>
    page.evaluate<string>(`(() => {
      const { dataset, parentElement } = document.activeElement
      return [parentElement.closest('[data-ref]')?.dataset.ref, dataset.field].filter(Boolean).join(' ')
    })()`)

  async function download(button: string): Promise<{ name: string; text: string }> {
    const [file] = await Promise.all([page.waitForEvent('download'), press(button)])
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
  }

  /** The log as exported, valid by the schema. */
  async function exportLog(button = 'Exporter en JSON'): Promise<RunbookLog> {
    return parseLog((await download(button)).text)
  }

  /** The entries that the browser keeps for the first runbook. */
  async function history(): Promise<RunbookLog['history']> {
    const kept = await page.evaluate<string>('localStorage.getItem(localStorage.key(0))')
    return JSON.parse(kept).history
  }

  /** A runbook’s record as the browser keeps it, with these boxes ticked. */
  const ticked = (...refs: string[]) => ({
    record: 'r',
    history: refs.map((ref) => ({ id: ref, at: AT, by: '', field: `${ref}/done`, value: true })),
  })

  const stepOf = (log: RunbookLog, ref: string) =>
    log.sections.flatMap(({ steps }) => steps).find((step) => step.ref === ref)

  describe('a box', () => {
    it('fills in the time and the initials used last, and takes back what it filled in', async () => {
      await open()
      await field('A-1', 'done').check()
      await expect.poll(() => field('A-1', 'time').inputValue()).toBe('16:03')
      await expect.poll(() => field('A-1', 'initials').inputValue()).toBe('')
      await field('A-1', 'initials').fill('FD')
      await field('A-2', 'done').check()
      await expect.poll(() => field('A-2', 'initials').inputValue()).toBe('FD')
      await field('A-2', 'done').uncheck()
      await expect.poll(() => field('A-2', 'initials').inputValue()).toBe('')
      await expect.poll(() => field('A-2', 'time').inputValue()).toBe('')
    })

    it('leaves alone what was typed', async () => {
      await open()
      await field('A-1', 'time').fill('après minuit')
      await field('A-1', 'initials').fill('XY')
      await field('A-1', 'done').check()
      await field('A-1', 'done').uncheck()
      await expect.poll(() => field('A-1', 'time').inputValue()).toBe('après minuit')
      await expect.poll(() => field('A-1', 'initials').inputValue()).toBe('XY')
    })

    it('“not applicable” takes the place of “done”, and holds for the steps below', async () => {
      await open(PROCEDURE)
      await field('A-2', 'done').check()
      await field('A-2', 'notApplicable').check()
      await expect.poll(() => field('A-2', 'done').isChecked()).toBe(false)
      await expect.poll(() => field('A-2', 'time').inputValue()).toBe('16:03')
      await expect.poll(() => field('A-2.1', 'done').isDisabled()).toBe(true)
      await expect.poll(() => counts()).toBe('3 sur 5 · 2 points restants')
      const log = await exportLog()
      expect(log.progress).toEqual({ done: 0, notApplicable: 3, notTaken: 0, open: 2, total: 5 })
      expect(stepOf(log, 'A-2.1')?.status).toBe('notApplicable')
      await field('A-2', 'notApplicable').uncheck()
      await expect.poll(() => field('A-2.1', 'done').isDisabled()).toBe(false)
    })
  })

  describe('a branch', () => {
    const statusOf = (ref: string) => row(ref).getAttribute('data-status')

    it('is chosen, which rules out the other alternatives and the steps below them', async () => {
      await open(BRANCHING)
      await field('A-1.2', 'done').check()
      await expect.poll(() => statusOf('A-1.1')).toBe('notTaken')
      await expect.poll(() => statusOf('A-1.1.2')).toBe('notTaken')
      await expect.poll(() => field('A-1.1.2', 'done').isDisabled()).toBe(true)
      await expect.poll(() => row('A-1.1').locator('.tick').getAttribute('data-state')).toBe('Non retenu')
      await field('A-1.1', 'done').check()
      await expect.poll(() => statusOf('A-1.2')).toBe('notTaken')
      await expect.poll(() => field('A-1.2', 'done').isChecked()).toBe(false)
      await expect.poll(() => field('A-1.2', 'time').inputValue()).toBe('')
      await expect.poll(() => field('A-1.1.2', 'done').isDisabled()).toBe(false)
      expect((await exportLog()).progress).toMatchObject({ done: 1, notTaken: 1 })
    })

    it('is a section that is worked through instead of another, until both are begun', async () => {
      await open(OPTIONAL)
      await field('B-1', 'done').check()
      await expect.poll(() => statusOf('A-1')).toBe('notTaken')
      await expect.poll(() => row('A-2').locator('.tick').getAttribute('data-state')).toBe('Non retenu')
      const log = await exportLog()
      expect(log.progress).toMatchObject({ done: 1, notTaken: 2, open: 0 })
      await field('A-1', 'done').check()
      await expect.poll(() => statusOf('A-2')).toBe('open')
      await expect.poll(() => statusOf('B-1')).toBe('done')
    })

    it('is a jump, which makes the steps that it skips not applicable', async () => {
      await open(BRANCHING)
      await field('A-2', 'jumped').check()
      await expect.poll(() => statusOf('A-3')).toBe('notApplicable')
      await expect.poll(() => statusOf('A-4')).toBe('open')
      const log = await exportLog()
      expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
      expect(stepOf(log, 'A-2')).toMatchObject({ status: 'open', jumped: true })
      await field('A-2', 'jumped').uncheck()
      await expect.poll(() => statusOf('A-3')).toBe('open')
    })

    it('is the answer to a question, which rules out the lines for the other one', async () => {
      await open(BRANCHING)
      await page.locator('[data-field="Q1.no"]').check()
      await expect.poll(() => statusOf('A-3')).toBe('notTaken')
      await expect.poll(() => statusOf('A-4')).toBe('open')
      await page.locator('[data-field="Q1.yes"]').check()
      await expect.poll(() => page.locator('[data-field="Q1.no"]').isChecked()).toBe(false)
      await expect.poll(() => statusOf('A-4')).toBe('notTaken')
      const log = await exportLog()
      expect(log.answers).toEqual([{ id: 'Q1', question: 'Si le pool héberge le magasin', answer: 'yes' }])
      const { text } = await download('Exporter en Markdown')
      expect(text).toContain('| Q1 Si le pool héberge le magasin | Oui |')
    })

    it('is recorded with what was observed and how long it took', async () => {
      await open(BRANCHING)
      await field('A-5', 'observed').fill('pool1')
      await page.locator('[data-field="taken.A"]').fill('45 min')
      const log = await exportLog()
      expect(stepOf(log, 'A-5')).toMatchObject({ observed: 'pool1' })
      expect(log.sections[0]?.taken).toBe('45 min')
      await expect
        .poll(() => row('A-5').locator('[data-code="example"]').textContent())
        .toContain('Get-Pool -Name one')
      await expect.poll(() => page.locator('.duration .planned').textContent()).toContain('jusqu’à 1')
    })
  })

  describe('a time', () => {
    it('is entered by its button, which is there only while there is none', async () => {
      await open()
      const now = row('B-2').getByRole('button')
      await now.click()
      await expect.poll(() => field('B-2', 'time').inputValue()).toBe('16:03')
      await expect.poll(() => now.isVisible()).toBe(false)
      await expect.poll(() => field('B-2', 'done').isChecked()).toBe(false)
      await page.locator('.fill-in .now').first().click()
      await expect.poll(() => named('started').inputValue()).toBe('23 nov. 2026, 16:03')
    })

    it.each([
      [SEED, '1503', '2026-11-23T15:03:00+01:00', '15:03'],
      [SEED, '23h50', '2026-11-22T23:50:00+01:00', '23:50'],
      [SEED, 'vers midi', null, 'vers midi'],
      [SEED.replace('fr-FR', 'en-US'), '3:15 pm', '2026-11-23T15:15:00+01:00', '3:15 PM'],
      [SEED.replace('fr-FR', 'en-US'), '12:05 AM', '2026-11-23T00:05:00+01:00', '12:05 AM'],
      [SEED.replace('fr-FR', 'ar-SA'), '١٥:٠٣', '2026-11-23T15:03:00+01:00', '٣:٠٣ م'],
    ])('that is typed is read, as the last one that has been (%s, %s)', async (path, typed, at, shown) => {
      await open(path)
      await field('A-1', 'time').fill(typed)
      await field('A-1', 'time').press('Tab')
      const [entry] = await history()
      expect([entry?.field, entry?.time, entry?.value]).toEqual(['A-1/time', at, shown])
      await expect.poll(() => field('A-1', 'time').inputValue()).toBe(shown)
    })

    it.each([
      ['fr-FR', '16:03'],
      ['en-US', '4:03 PM'],
      ['ar-SA', '٤:٠٣ م'],
      ['ru-RU', '16:03'],
      ['ko-KR', '오후 4:03'],
    ])('is written as the locale writes it and fits, on screen and paper (%s)', async (locale, time) => {
      await open(SEED.replace('fr-FR', locale))
      await field('A-1', 'done').check()
      await field('A-1', 'initials').fill('WWW')
      await expect.poll(() => field('A-1', 'time').inputValue()).toBe(time)
      for (const media of ['screen', 'print'] as const) {
        await page.emulateMedia({ media })
        if (media === 'print') await page.setViewportSize({ width: 695, height: 900 })
        for (const name of ['time', 'initials']) {
          const [width, needed] = await field('A-1', name).evaluate((node) => [
            node.clientWidth,
            node.scrollWidth,
          ])
          expect(needed, `${name} ${media}`).toBeLessThanOrEqual(width!)
        }
      }
    })
  })

  describe('what was filled in', () => {
    it('is there again after a reload, also of a page opened from the disk', async () => {
      await open()
      await named('incident').fill('INC-1')
      await field('C-3', 'done').check()
      await named('remarks').fill('Ligne 1\nLigne 2')
      await page.reload()
      await expect.poll(() => named('incident').inputValue()).toBe('INC-1')
      await expect.poll(() => field('C-3', 'done').isChecked()).toBe(true)
      await expect.poll(() => field('C-3', 'time').inputValue()).toBe('16:03')
      await expect.poll(() => named('remarks').inputValue()).toBe('Ligne 1\nLigne 2')
      await expect.poll(() => counts()).toBe('1 sur 30 · 29 points restants')
      await expect.poll(() => page.locator('.kept').isVisible()).toBe(true)
    })

    it('is what is kept after a reload, not what the browser has remembered of boxes', async () => {
      await open()
      await field('A-1', 'done').check()
      await field('A-2', 'done').check()
      await page.evaluate(
        `localStorage.setItem(localStorage.key(0), ${JSON.stringify(JSON.stringify(ticked('A-1', 'A-3')))})`,
      )
      await page.reload()
      await expect.poll(() => counts()).toBe('2 sur 30 · 28 points restants')
      const boxes = () => Promise.all(['A-1', 'A-2', 'A-3'].map((ref) => field(ref, 'done').isChecked()))
      await expect.poll(boxes).toEqual([true, false, true])
    })

    it('is not that of another document, nor of one that says something else', async () => {
      const other = readDocument(GUIDE, 'guide/other.md')
      const changed = readDocument(GUIDE.replace('Cliquez', 'Tapez'), 'guide/page.md')
      await open(PROCEDURE)
      await field('A-1', 'done').check()
      for (const document of [other, changed]) {
        const file = renderRunbook(document, 'target', makeContext())!
        site.write({ ...file, path: 'fr-FR/guide/changed.runbook.html' })
        const tab = await openAgain('fr-FR/guide/changed.runbook.html')
        await expect.poll(() => field('A-1', 'done', tab).isChecked()).toBe(false)
      }
    })

    it('is the same in two tabs at once, and neither loses what the other did', async () => {
      await open()
      const other = await openAgain()
      await field('A-1', 'done').check()
      await expect.poll(() => field('A-1', 'done', other).isChecked()).toBe(true)
      await named('operator', other).fill('Élise')
      await field('A-2', 'done', other).check()
      await expect.poll(() => named('operator').inputValue()).toBe('Élise')
      await field('A-3', 'done').check()
      await expect.poll(() => counts(other)).toBe('3 sur 30 · 27 points restants')
      await press('Réinitialiser')
      await press('Tout supprimer')
      await expect.poll(() => counts(other)).toBe('0 sur 30 · 30 points restants')
    })

    it.each([
      [
        `{"record":7,"text":[],"history":[{"id":"a","at":"x","by":"","field":"A-1/done","value":true},
        {"id":"b","at":"${AT}","by":"","field":"A-2/done","value":7},null,
        {"id":"c","at":"${AT}","by":"","field":"A-3/done","value":true}]}`,
        2,
      ],
      ['{"history":"abc"}', 1],
      ['{"history":[1]}', 1],
      ['[]', 1],
      ['{', 1],
    ])('is what can be read of it where it is damaged: %s', async (damaged, done) => {
      await open()
      await field('A-1', 'done').check()
      await page.evaluate(`localStorage.setItem(localStorage.key(0), ${JSON.stringify(damaged)})`)
      await page.reload()
      await field('A-4', 'done').check()
      await page.reload()
      await expect.poll(() => field('A-4', 'done').isChecked()).toBe(true)
      await expect.poll(() => counts()).toMatch(new RegExp(`^${done} sur 30`))
    })

    it('is deleted only after a question', async () => {
      await open()
      await field('A-1', 'done').check()
      await press('Réinitialiser')
      await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(true)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.getByRole('dialog').isVisible()).toBe(false)
      await expect.poll(() => field('A-1', 'done').isChecked()).toBe(true)
      await press('Réinitialiser')
      await press('Tout supprimer')
      await expect.poll(() => field('A-1', 'done').isChecked()).toBe(false)
      await expect.poll(() => page.evaluate('localStorage.length')).toBe(0)
    })

    it.each([
      [
        'cannot be had',
        `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })`,
      ],
      [
        'is full',
        `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`,
      ],
    ])('stays until the page is closed where storage %s, which is said', async (_, script) => {
      await open()
      await page.addInitScript(script)
      await page.reload()
      await expect.poll(() => page.getByRole('alert').isVisible()).toBe(true)
      await expect.poll(() => page.locator('.kept').isVisible()).toBe(false)
      await field('A-1', 'done').check()
      await field('A-2', 'done').check()
      await expect.poll(() => counts()).toBe('2 sur 30 · 28 points restants')
      const questions: string[] = []
      page.on('dialog', (dialog) => {
        questions.push(dialog.type())
        void dialog.accept()
      })
      await page.reload()
      expect(questions).toEqual(['beforeunload'])
    })

    it('is printed', async () => {
      await open()
      await field('A-1', 'done').check()
      await page.emulateMedia({ media: 'print' })
      await expect.poll(() => field('A-1', 'time').isVisible()).toBe(true)
      await expect.poll(() => page.locator('.bar').isVisible()).toBe(false)
      await expect.poll(() => page.locator('.now:visible').count()).toBe(0)
      const tick = await page.evaluate<string[]>(`(() => {
        const { borderBottomWidth, width } = getComputedStyle(document.querySelector('#A-1 input'), '::before')
        return [borderBottomWidth, width]
      })()`)
      for (const length of tick) expect(Number.parseFloat(length)).toBeGreaterThan(1)
    })
  })

  describe('the progress', () => {
    it('is told for the whole and for each part, and when nothing is left', async () => {
      await open()
      const glance = page.locator('.matrix td', { has: page.locator('[href="#B-2"]') })
      await expect.poll(() => glance.getAttribute('data-status')).toBe('open')
      for (const number of [1, 2, 3, 4, 5, 6]) await field(`B-${number}`, 'done').check()
      await expect.poll(() => glance.getAttribute('data-status')).toBe('done')
      await expect
        .poll(() => page.locator('.matrix .count').allTextContents())
        .toEqual(['0 / 6', '6 / 6', '0 / 6', '0 / 6', '0 / 6'])
      await expect.poll(() => page.getByRole('status').textContent()).toBe('6 sur 30 · 24 points restants')
      await page.evaluate(
        `document.querySelectorAll('[data-field="done"]:not(:checked)').forEach((box) => box.click())`,
      )
      await expect.poll(() => counts()).toBe('30 sur 30 · Tout est fait')
    })

    it('is told in the contents where there is nothing else at a glance', async () => {
      const end = `\n## ${pair('b-1', 'Pour finir', 'To finish')}\n\n1. ${pair('b-2', 'Fermez.', 'Close it.')}\n2. ${pair('b-3', 'Partez.', 'Leave it.')}\n`
      site.write(renderRunbook(readDocument(GUIDE + end, 'guide/two.md'), 'target', makeContext())!)
      await open('fr-FR/guide/two.runbook.html')
      await field('B-2', 'done').check()
      await expect.poll(() => page.locator('.contents .count').allTextContents()).toEqual(['0 / 5', '1 / 2'])
    })

    it.each([
      [
        'ru-RU',
        ['0 из 30 · Осталось 30 пунктов', '7 из 30 · Осталось 23 пункта', '9 из 30 · Остался 21 пункт'],
      ],
      [
        'ar-SA',
        [
          '٠ من ٣٠ · بقي ٣٠ بندًا',
          '٢٠ من ٣٠ · بقيت ١٠ بنود',
          '٢٨ من ٣٠ · بقي بندان',
          '٢٩ من ٣٠ · بقي بند واحد',
        ],
      ],
      ['en-US', ['0 of 30 · 30 items left', '29 of 30 · 1 item left']],
    ])('is counted in the plural forms of %s', async (locale, texts) => {
      await open(SEED.replace('fr-FR', locale))
      const seen = await page.evaluate<string[]>(`(() => {
        const boxes = [...document.querySelectorAll('[data-field="done"]')]
        const counts = () => document.querySelector('.counts').textContent
        return [counts(), ...boxes.map((box) => (box.click(), counts()))]
      })()`)
      for (const text of texts) expect(seen).toContain(text)
    })
  })

  describe('with the keyboard alone', () => {
    it('is worked through with Space and Enter', async () => {
      await open(PROCEDURE)
      for (let presses = 0; presses < 20 && (await focused()) !== 'incident'; presses++)
        await page.keyboard.press('Tab')
      await page.keyboard.type('INC-9')
      await page.keyboard.press('Enter')
      await expect.poll(() => focused()).toBe('operator')
      for (let presses = 0; presses < 4; presses++) await page.keyboard.press('Enter')
      await expect.poll(() => focused()).toBe('A-1 done')
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await expect.poll(() => focused()).toBe('A-1 initials')
      await page.keyboard.type('KB')
      await page.keyboard.press('Enter')
      await expect.poll(() => focused()).toBe('A-2 done')
      await page.keyboard.press('Tab')
      await expect.poll(() => focused()).toBe('A-2 notApplicable')
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await expect.poll(() => focused()).toBe('A-3 done')
      await page.keyboard.press('Space')
      await expect.poll(() => counts()).toBe('5 sur 5 · Tout est fait')
      await page.keyboard.press('Shift+Enter')
      await expect.poll(() => focused()).toBe('A-2 done')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await expect.poll(() => focused()).toBe('remarks')
      await page.keyboard.type('a')
      await page.keyboard.press('Enter')
      await page.keyboard.type('b')
      const log = await exportLog()
      expect(log).toMatchObject({ incident: 'INC-9', remarks: 'a\nb' })
      expect(stepOf(log, 'A-3')).toMatchObject({ status: 'done', initials: 'KB', time: { at: AT } })
    })

    it('shows where the focus is, and never under the bar', async () => {
      await open()
      await field('E-6', 'done').focus()
      const seen: string[] = []
      for (let presses = 0; presses < 120; presses++) {
        await page.keyboard.press('Shift+Tab')
        const hidden = await page.evaluate<string>(`(() => {
          const node = document.activeElement
          const { outlineStyle } = getComputedStyle(node)
          if (node === document.body) return ''
          const { x, y, width, height } = node.getBoundingClientRect()
          const top = document.elementFromPoint(x + width / 2, y + height / 2)
          const covered = !(top === node || node.contains(top) || top?.contains(node))
          return outlineStyle === 'none' || covered ? node.outerHTML + ' ' + y : ''
        })()`)
        if (hidden) seen.push(hidden)
      }
      expect(seen).toEqual([])
    })

    it('enters a time with its button', async () => {
      await open()
      await field('A-1', 'time').focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect.poll(() => field('A-1', 'time').inputValue()).toBe('16:03')
      await expect.poll(() => focused()).toBe('A-1 time')
    })
  })

  describe('what was done', () => {
    async function fillIn(): Promise<void> {
      await named('incident').fill('INC-4711 | *urgent*')
      await named('operator').fill('Florence Dupont')
      await page.locator('.fill-in .now').first().click()
      await field('A-1', 'done').check()
      await field('A-1', 'initials').fill('FD')
      await field('A-2', 'done').check()
      await field('A-3', 'time').fill('plus tard')
      await named('remarks').fill('Pool rétabli.')
      await named('performedBy.name').fill('F. Dupont')
    }

    it('is exported as JSON that meets its schema', async () => {
      await open()
      await fillIn()
      const { name } = await download('Exporter en JSON')
      expect(name).toBe('response-group-experience-during-pool-failure.fr-FR.2026-11-23T1603.json')
      const log = await exportLog()
      expect(log).toMatchObject({
        type: 'runbook-log',
        exported: AT,
        runbook: {
          path: 'response-group-experience-during-pool-failure.md',
          title: 'Expérience Response Group dans Lync Server 2013 en cas de défaillance d’un pool',
          locale: 'fr-FR',
          hash: expect.stringMatching(/^[\da-f]{12}$/),
          facts: {
            documentId: '4e00fb38-64b1-4fd9-903d-7639177bc303',
            sourceDate: '2014-07-23',
            sourceCommit: '33db8c7febd4',
          },
        },
        incident: 'INC-4711 | *urgent*',
        operator: 'Florence Dupont',
        started: { text: '23 nov. 2026, 16:03', at: AT },
        progress: { done: 2, notApplicable: 0, open: 28, total: 30 },
        remarks: 'Pool rétabli.',
      })
      expect(log.sections.map(({ letter, steps }) => `${letter}${steps.length}`)).toEqual([
        'A6',
        'B6',
        'C6',
        'D6',
        'E6',
      ])
      expect(stepOf(log, 'A-1')).toEqual({
        ref: 'A-1',
        jumped: false,
        observed: '',
        situation: 'Appels connectés à un agent',
        text: 'Les appels normaux restent connectés. Les appels anonymes sont déconnectés.',
        status: 'done',
        initials: 'FD',
        time: { text: '16:03', at: AT },
      })
      expect(stepOf(log, 'A-3')).toMatchObject({ status: 'open', time: { text: 'plus tard', at: null } })
      expect(log.signOff[0]).toEqual({ role: 'performedBy', name: 'F. Dupont', signature: '', time: null })
    })

    it('is exported as a Markdown log in the words of the locale', async () => {
      await open()
      await fillIn()
      const { name, text } = await download('Exporter en Markdown')
      expect(name).toMatch(/\.fr-FR\.2026-11-23T1603\.md$/)
      expect(mdastToString(fromMarkdown(text).children[0])).toBe(
        'Journal du runbook\u00a0: Expérience Response Group dans Lync Server 2013 en cas de défaillance d’un pool',
      )
      const list = fromMarkdown(text).children.find(({ type }) => type === 'list')
      expect(mdastToString(list)).toContain('INC-4711 | *urgent*')
      expect(text).toContain('Avancement\u00a0: 2 sur 30 · 28 points restants')
      expect(text).toContain('## A Pendant une panne')
      expect(text).toContain('| N° | Étape | État | Visa | Heure |')
      expect(text).toContain(
        '| A-1 | **Appels connectés à un agent**<br>Les appels normaux restent connectés. Les appels anonymes sont déconnectés. | ☑ Fait | FD | 23 nov. 2026, 16:03 |',
      )
      expect(text).toContain('Remarques\u00a0: Pool rétabli.')
      expect(text).toContain('| Exécuté par | F. Dupont |  |  |')
    })
  })

  it('copies a command, or selects it where the browser does not let it', async () => {
    await open(PROCEDURE, { permissions: ['clipboard-read', 'clipboard-write'] })
    await press('Copier')
    await expect.poll(() => page.locator('.copy').textContent()).toBe('Copié')
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe('Get-Pool -Force')
    await page.evaluate(`navigator.clipboard.writeText = () => Promise.reject(new Error('no'))`)
    await page.locator('.copy').click()
    await expect.poll(() => page.evaluate('String(getSelection())')).toContain('Get-Pool -Force')
  })

  it('works where the page may run no script but those beside it', async () => {
    const policy = "default-src 'none'; img-src file:; script-src file:; style-src file: 'unsafe-inline'"
    const { content } = renderRunbook(readDocument(GUIDE), 'target', makeContext())!
    const meta = `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`
    site.write({ path: 'fr-FR/guide/policy.runbook.html', content: content.replace('<head>', meta) })
    await open('fr-FR/guide/policy.runbook.html')
    const refused: string[] = []
    page.on('console', (message) => refused.push(message.text()))
    await page.reload()
    await field('A-1', 'done').check()
    expect((await exportLog()).progress.done).toBe(1)
    await press('Réinitialiser')
    await press('Tout supprimer')
    await expect.poll(() => counts()).toBe('0 sur 5 · 5 points restants')
    expect(refused).toEqual([])
  })

  it('fills in each runbook of a book by itself, apart from the same one outside of it', async () => {
    await open(PROCEDURE)
    await field('A-1', 'done').check()
    const chapters = ['guide/page.md', 'guide/other.md'].map((path) => {
      const document = readDocument(GUIDE, path)
      return { path, view: renderChapter(deriveRunbook(document)!, document, 'target', makeContext()) }
    })
    const book = renderBook('fr-FR', chapters, { title: undefined, context: makeContext() })
    site.write(book)
    await page.goto(site.urlOf(book.path))
    const [one, two] = [page.locator('.chapter').nth(0), page.locator('.chapter').nth(1)]
    await expect.poll(() => one.locator('.counts').textContent()).toBe('0 sur 5 · 5 points restants')
    await two.locator('[data-ref="2A-1"] [data-field="done"]').check()
    await expect.poll(() => one.locator('.counts').textContent()).toBe('0 sur 5 · 5 points restants')
    await expect.poll(() => two.locator('.counts').textContent()).toBe('1 sur 5 · 4 points restants')
    await two.locator('[data-ref="2A-2"] [data-field="notApplicable"]').check()
    await expect.poll(() => two.locator('[data-ref="2A-2.1"] [data-field="done"]').isDisabled()).toBe(true)
    await two.getByRole('button', { name: 'Réinitialiser' }).click()
    await two.getByRole('button', { name: 'Tout supprimer' }).click()
    await page.goto(site.urlOf(PROCEDURE))
    await expect.poll(() => field('A-1', 'done').isChecked()).toBe(true)
  })

  it.each([SEED, PROCEDURE, SEED.replace('fr-FR', 'ar-SA')])(
    'does not scroll sideways on a phone (%s)',
    async (path) => {
      await open(path)
      await page.setViewportSize({ width: 320, height: 640 })
      await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(320)
      await open(path, { viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
      await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    },
  )

  it('is paper without the script: boxes and fields, no bar, no buttons', async () => {
    await open(SEED, { javaScriptEnabled: false })
    await field('A-1', 'done').check()
    await expect.poll(() => field('A-1', 'done').isChecked()).toBe(true)
    const ofScripts = page.locator('.bar:visible, button:visible, .kept:visible, [role="alert"]:visible')
    await expect.poll(() => ofScripts.count()).toBe(0)
  })

  it('has the theme that the reader chose on pages, and is light on paper', async () => {
    await open(SEED, { colorScheme: 'light' })
    const paper = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
    const ink = () => page.evaluate<string>('getComputedStyle(document.body).color')
    await expect.poll(ink).toBe('rgb(28, 35, 40)')
    await page.evaluate("localStorage.setItem('lockstep-theme', 'dark')")
    await page.reload()
    await expect.poll(ink).toBe('rgb(226, 232, 235)')
    await page.emulateMedia({ media: 'print' })
    await expect.poll(paper).not.toBe('rgb(18, 23, 26)')
    await expect.poll(ink).toBe('rgb(0, 0, 0)')
  })
})
