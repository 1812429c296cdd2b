import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AxeResults } from 'axe-core'
import fc from 'fast-check'
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { formatDecisions, sortDecisions } from '../../../src/review/decisions/format-decisions.ts'
import { parseDecisions } from '../../../src/review/decisions/parse-decisions.ts'
import { isFolded } from '../../../src/review/order/risk-of.ts'
import type { Decision, DecisionFile } from '../../../src/review/types/decisions.ts'
import { CHROMIUM, sharedChromium } from '../../render/browser.ts'
import { anyFile } from '../../review/decisions/files.ts'
import { frenchOf } from '../../support/review.ts'
import { type FolderReview, PAIR, pageOf, reviewFiles } from './review-page.ts'

/** Whether the program takes a text as a file of decisions. */
function isReadable(text: string): boolean {
  try {
    parseDecisions(text)
    return true
  } catch {
    return false
  }
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

describe.skipIf(!CHROMIUM)('the page of a review in Chromium', () => {
  const contexts: BrowserContext[] = []
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })

  /** Opens the page of a review, as from disk; collects what it asks the network for, and its errors. */
  async function open(
    result: FolderReview,
    settings: { dark?: boolean; width?: number; hash?: string; item?: string } = {},
  ) {
    const file = join(result.cwd, 'review.html')
    writeFileSync(file, pageOf(result))
    const context = await (await sharedChromium()).newContext({
      colorScheme: settings.dark ? 'dark' : 'light',
      viewport: { width: settings.width ?? 1280, height: 800 },
      acceptDownloads: true,
    })
    contexts.push(context)
    const page = await context.newPage()
    const trouble: string[] = []
    page.on('pageerror', ({ message }) => trouble.push(message))
    page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()))
    page.on(
      'request',
      (request) =>
        request.url() !== pathToFileURL(file).href + (settings.hash ?? '') && trouble.push(request.url()),
    )
    await page.goto(pathToFileURL(file).href + (settings.hash ?? ''))
    await page.locator('body[data-ready]').waitFor()
    await page
      .locator(settings.item ?? '.item .text')
      .first()
      .waitFor({ state: 'attached' })
    return { page, context, trouble, file }
  }

  const progress = (page: Page) => page.locator('.progress .all')
  const current = (page: Page) => page.locator('[role=option][aria-selected=true]')
  const states = (page: Page) => page.locator('.decisions h2 .state')

  /** Types the reviewer's name when asked for it. */
  async function introduce(page: Page) {
    await page.locator('dialog input').fill('Zoé')
    await page.keyboard.press('Enter')
    await page.locator('dialog').waitFor({ state: 'detached' })
  }

  /** Saves the decisions of the page, and gives their file. */
  async function exported(page: Page) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    const saved = await download
    expect(saved.suggestedFilename()).toBe('fr-FR.review.json')
    return parseDecisions(readFileSync(await saved.path(), 'utf8'))
  }

  it('takes fifty decisions by keyboard alone, undoes, comments, suggests and decides on a group', async () => {
    const result = await reviewFiles(PAIR.old, PAIR.current)
    const { page, trouble } = await open(result)
    const all = result.review.items.filter(({ risk }) => !isFolded(risk)).length
    await expect.poll(() => progress(page).textContent()).toBe(`All: 0 of ${all} reviewed`)
    await page.keyboard.press('a')
    await introduce(page)
    await expect.poll(() => progress(page).textContent()).toBe(`All: 1 of ${all} reviewed`)
    for (let at = 1; at < 50; at++) await page.keyboard.press(at % 3 === 0 ? 'n' : 'a')
    await expect.poll(() => progress(page).textContent()).toBe(`All: 50 of ${all} reviewed`)
    for (let at = 0; at < 10; at++) await page.keyboard.press('u')
    await expect.poll(() => progress(page).textContent()).toBe(`All: 40 of ${all} reviewed`)

    await page.keyboard.press('c')
    await page.locator('dialog textarea').fill('Is this right?')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => page.locator('.decisions .comment').textContent()).toBe('Is this right?')
    await page.keyboard.press('e')
    await page.locator('dialog textarea').fill('Une autre phrase.')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => states(page).textContent()).toBe('Needs a fix')
    const { decisions } = await exported(page)
    // An item covers each of its members.
    const members = result.review.items.reduce((sum, item) => sum + item.members.length, 0)
    expect(decisions.length).toBeGreaterThanOrEqual(41)
    expect(decisions.length).toBeLessThanOrEqual(members)
    expect(decisions.every(({ reviewer }) => reviewer === 'Zoé')).toBe(true)
    expect(decisions.find(({ suggestion }) => suggestion)).toMatchObject({
      state: 'needs-fix',
      comment: 'Is this right?',
      suggestion: 'Une autre phrase.',
    })
    const keys = new Set(
      result.review.documents.flatMap(({ units }) => units.flatMap(({ key }) => key ?? [])),
    )
    expect(decisions.every(({ key }) => keys.has(key))).toBe(true)
    expect(trouble).toEqual([])
  })

  it('decides only on texts that are on the screen, however fast the keys come', async () => {
    const { page } = await open(await reviewFiles(PAIR.old, PAIR.current), { hash: '#document=a.md' })
    await page.keyboard.press('a')
    await introduce(page)
    await page.waitForFunction(`lockstep.review.unitDrawn === lockstep.review.unitShown`)
    const made = await page.evaluate<readonly (readonly [string, string])[]>(`(async () => {
      const { review } = lockstep
      const made = []
      const change = review.change
      review.change = (changes) => {
        const shown = document.querySelector('.item .version.new .text[lang="fr-FR"]').textContent.replaceAll('␣', ' ')
        made.push([changes[0].slot.decisions[0].target, shown])
        change(changes)
      }
      const press = (key, repeat = false) =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, repeat, bubbles: true }))
      for (const keys of ['jja', 'na', 'jan']) for (const key of keys) press(key)
      for (let at = 0; at < 20; at++) press('a', true)
      while (made.length < 5) await new Promise(requestAnimationFrame)
      for (let at = 0; at < 20; at++) await new Promise(requestAnimationFrame)
      return made
    })()`)
    expect(made).toHaveLength(5)
    for (const [decided, shown] of made) expect(shown).toBe(decided)
    expect(new Set(made.map(([decided]) => decided)).size).toBe(5)
  })

  it('shows where a text stands once the reviewer rests, and its start after scrolling', async () => {
    const { page } = await open(await reviewFiles(PAIR.old, PAIR.current), { hash: '#document=a.md' })
    const here = page.locator('.context .here').first()
    await here.waitFor()
    await page.evaluate(`document.querySelector('.middle').style.blockSize = '200px'`)
    await page.evaluate(`document.querySelector('.middle').style.flex = 'none'`)
    await page.evaluate(`document.querySelector('.middle').scrollTop = 400`)
    const drawn = await page.evaluate<number>(`(async () => {
      const { review } = lockstep
      let drawn = 0
      const { showContext } = review
      review.showContext = (unit) => (drawn++, showContext(unit))
      for (let at = 0; at < 10; at++) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
        await new Promise(requestAnimationFrame)
      }
      while (drawn === 0) await new Promise(requestAnimationFrame)
      return drawn
    })()`)
    expect(drawn).toBeLessThan(5)
    await expect
      .poll(() => here.textContent())
      .toBe(await page.locator('.item .text[lang="en-US"]').last().textContent())
    await expect.poll(() => page.locator('.middle').evaluate(({ scrollTop }) => scrollTop)).toBe(0)
  })

  it('decides on a group only when asked, with all its places in view', async () => {
    const result = await reviewFiles(PAIR.old, PAIR.current)
    const at = result.review.items.findIndex(({ group }) => group !== undefined)
    const { items } = result.review.groups[result.review.items[at]!.group!]!
    const { page } = await open(result, { hash: `#item=${at}` })
    await page.keyboard.press('a')
    await introduce(page)
    await expect.poll(() => progress(page).textContent()).toContain(`All: 1 of`)
    await page.keyboard.press('k')
    await expect.poll(() => states(page).textContent()).toBe('Approved')
    await page.keyboard.press('g')
    await expect.poll(() => page.locator('dialog .places li').count()).toBe(items.length)
    await page.getByRole('button', { name: `All need a fix (${items.length})` }).click()
    await expect.poll(() => progress(page).textContent()).toContain(`All: ${items.length} of`)
    await page.keyboard.press('u')
    await expect.poll(() => progress(page).textContent()).toContain('All: 1 of')
    await expect.poll(() => states(page).textContent()).toBe('Approved')
  })

  it('keeps decisions, exports them as the file that they came from, and imports them', async () => {
    const result = await reviewFiles(PAIR.old, PAIR.current)
    const first = await open(result)
    await first.page.keyboard.press('a')
    await introduce(first.page)
    for (const key of ['n', 'a']) await first.page.keyboard.press(key)
    await expect.poll(() => progress(first.page).textContent()).toContain('All: 3 of')
    const file = await exported(first.page)
    await first.page.reload()
    await expect.poll(() => progress(first.page).textContent()).toContain('All: 3 of')

    const formatted = `${JSON.stringify(file, null, 2)}\n`
    const second = await open(await reviewFiles(PAIR.old, PAIR.current, formatted))
    await expect.poll(() => progress(second.page).textContent()).toContain('All: 3 of')
    const again = await exported(second.page)
    expect(again).toEqual(file)

    const third = await open(await reviewFiles(PAIR.old, PAIR.current))
    await expect.poll(() => progress(third.page).textContent()).toContain('All: 0 of')
    const chooser = third.page.waitForEvent('filechooser')
    await third.page.getByRole('button', { name: 'Import' }).click()
    await (await chooser).setFiles({
      name: 'fr-FR.review.json',
      mimeType: 'application/json',
      buffer: Buffer.from(formatted),
    })
    await expect.poll(() => progress(third.page).textContent()).toContain('All: 3 of')
    const imported = await exported(third.page)
    expect(imported).toEqual(file)
  })

  it('shows contradictions, and says which decisions have lapsed', async () => {
    const { review } = await reviewFiles(PAIR.old, PAIR.current)
    const [document, unit] = review.items[0]!.members[0]!
    const { path, units } = review.documents[document]!
    const { key, texts } = units[unit]!
    const own = { key: key!, path, source: texts!.newSource, target: texts!.newTarget }
    const decisions = [
      { ...own, state: 'approved', reviewer: 'A' },
      { ...own, state: 'needs-fix', reviewer: 'B' },
      { ...own, key: 'f'.repeat(32), state: 'approved', reviewer: 'B' },
    ]
    const file = JSON.stringify({ type: 'decisions', version: 1, locale: 'fr-FR', decisions })
    const { page } = await open(await reviewFiles(PAIR.old, PAIR.current, file))
    await expect.poll(() => states(page).textContent()).toBe('Contradictory')
    await expect.poll(() => page.locator('.decisions .who').allTextContents()).toEqual(['A', 'B'])
    await expect.poll(() => page.locator('.progress').textContent()).toContain('Lapsed decisions: 1')
    const { decisions: kept } = await exported(page)
    expect(kept).toHaveLength(3)
  })

  it('exports the bytes that the program writes, and takes the files that it takes', async () => {
    const { review } = await reviewFiles(PAIR.old, PAIR.current)
    const [document, unit] = review.items[0]!.members[0]!
    const { path, units } = review.documents[document]!
    const { key, texts } = units[unit]!
    const own = { key: key!, path, source: texts!.newSource, target: texts!.newTarget }
    const decisions: Decision[] = [
      { ...own, comment: 'One' },
      { ...own, comment: 'Two' },
      { ...own, state: 'approved', reviewer: 'Zoé' },
      { ...own, state: 'needs-fix', reviewer: 'Zoé' },
    ]
    const head = {
      $schema: '../s.json',
      type: 'decisions',
      version: 1,
      locale: 'fr-FR',
      later: { b: 1, a: 2 },
    }
    const file = formatDecisions({ ...head, decisions } as DecisionFile)
    const { page } = await open(await reviewFiles(PAIR.old, PAIR.current, file))
    const saved = () => page.evaluate<string>('lockstep.review.decisionFiles()[0].text')
    await page.locator('body[data-ready]').waitFor()
    await expect.poll(saved).toBe(file)
    await expect.poll(() => states(page).textContent()).toBe('Contradictory')
    // A new decision replaces those of its reviewer, until it is undone.
    await page.keyboard.press('a')
    await introduce(page)
    await expect
      .poll(saved)
      .toBe(formatDecisions({ ...head, decisions: decisions.slice(0, 3) } as DecisionFile))
    await page.keyboard.press('u')
    await expect.poll(saved).toBe(file)
    // An imported one stands beside them, as when files are merged.
    const imported = { ...own, comment: 'Three', reviewer: 'Zoé' }
    const content = JSON.stringify({ ...head, decisions: [imported] })
    await page.evaluate(`lockstep.review.importFiles([new File([${JSON.stringify(content)}], 'a.json')])`)
    await expect
      .poll(saved)
      .toBe(formatDecisions({ ...head, decisions: [...decisions, imported] } as DecisionFile))

    // As text, because the way into the page drops keys such as `__proto__`.
    const files = fc.sample(anyFile, { numRuns: 100, seed: 1 }).map((each) => JSON.stringify(each.decisions))
    const ordered = await page.evaluate<readonly string[], readonly string[]>(
      // @ts-expect-error In the page.
      (all) => all.map((each) => JSON.stringify(lockstep.review.sortDecisions(JSON.parse(each)))),
      files,
    )
    const differing = files.filter(
      (each, at) => ordered[at] !== JSON.stringify(sortDecisions(JSON.parse(each))),
    )
    expect(differing).toEqual([])
    const values = [null, '', ' ', 0, [], {}, 'approved', '2026-01-02', '2026-01-02T03:04:05Z', 'x']
    const variants = [...Object.keys(decisions[0]!), 'state', 'suggestion', 'reviewer', 'at'].flatMap(
      (name) => [
        ...values.map((value) => ({ ...decisions[0], [name]: value })),
        Object.fromEntries(Object.entries(decisions[0]!).filter(([each]) => each !== name)),
      ],
    )
    const heads = Object.keys(head).flatMap((name) =>
      [...values, 1, 2].map((value) => ({ ...head, decisions, [name]: value })),
    )
    const contents = [
      ...variants.map((each) => ({ ...head, decisions: [each] })),
      ...heads,
      ...values,
      { ...head, decisions: 1 },
    ]
    const taken = await page.evaluate<readonly boolean[], readonly unknown[]>(
      // @ts-expect-error In the page.
      (all) => all.map(lockstep.review.isDecisionFile),
      contents,
    )
    expect(taken).toEqual(contents.map((each) => isReadable(JSON.stringify(each))))
  })

  it('refuses files of other languages, and those that are no decisions', async () => {
    const { page } = await open(await reviewFiles(PAIR.old, PAIR.current))
    const own = { key: 'k', path: 'other.md', source: 's', target: 't', state: 'approved' }
    const file = { type: 'decisions', version: 1, locale: 'de-DE', decisions: [own] }
    const contents = [file, { ...file, locale: 'fr-FR', decisions: [own, { ...own, state: 'later' }] }]
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Import' }).click()
    await (await chooser).setFiles(
      contents.map((content, at) => ({
        name: `${at}.json`,
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(content)),
      })),
    )
    await expect
      .poll(() => page.locator('.status').textContent())
      .toBe(
        '0.json holds decisions on de-DE, a language that this review does not have. 1.json holds no decisions.',
      )
    await expect
      .poll(() => page.evaluate('[lockstep.review.slots().length, localStorage.length]'))
      .toEqual([0, 0])
  })

  it('says that there is nothing to review, or nothing that fits the address', async () => {
    const { page, trouble } = await open(await reviewFiles(PAIR.old, PAIR.old), { item: '.item .none' })
    await expect.poll(() => page.locator('.item').textContent()).toBe('Nothing to review.')
    for (const key of ['j', 'a', 'g', 'u']) await page.keyboard.press(key)
    await page.keyboard.press('?')
    await page.locator('dialog').waitFor()
    expect(trouble).toEqual([])

    const { page: other } = await open(await reviewFiles(PAIR.old, PAIR.current), {
      hash: '#document=nowhere',
      item: '.item .none',
    })
    await expect.poll(() => other.locator('.item').textContent()).toBe('No change fits these filters.')
    await other.locator('[name=document]').fill('b.md')
    await other.locator('.item .text').first().waitFor()
    await other.locator('.context .here').first().waitFor()
    await other.evaluate(`location.hash = '#document=nowhere'`)
    await expect.poll(() => other.locator('.item').textContent()).toBe('No change fits these filters.')
    await expect.poll(() => other.locator('.context').isVisible()).toBe(false)
    await other.keyboard.press('a')
    await expect.poll(() => other.locator('dialog').count()).toBe(0)
  })

  it('suggests only what differs, with the white space of the document', async () => {
    const target = 'Une ligne\r\nune autre ligne. '
    const { page } = await open(
      await reviewFiles(
        { 'a.md': frenchOf('aaaaa', [['Old', 'Vieux']]) },
        { 'a.md': frenchOf('aaaaa', [['Old', target]]) },
      ),
    )
    const slots = () => page.evaluate<readonly { decisions: Decision[] }[]>('lockstep.review.slots()')
    const area = page.locator('dialog textarea')
    async function suggest(change: (text: string) => string) {
      await page.keyboard.press('e')
      await area.fill(change(await area.inputValue()))
      await page.keyboard.press('Control+Enter')
      await page.locator('dialog').waitFor({ state: 'detached' })
    }
    await page.keyboard.press('a')
    await introduce(page)
    await page.keyboard.press('u')
    await suggest((text) => text)
    await suggest(() => ' ')
    await expect.poll(slots).toEqual([])
    await suggest((text) => text.replace('autre', 'seconde'))
    await expect
      .poll(async () => (await slots())[0]?.decisions)
      .toMatchObject([{ state: 'needs-fix', suggestion: target.replace('autre', 'seconde') }])
    // The text as it is, or none, takes the suggestion back.
    for (const text of [target.replace('\r', ''), '']) {
      await suggest(() => text)
      await expect.poll(async () => (await slots())[0]?.decisions[0]?.suggestion).toBeUndefined()
      await suggest(() => 'Autre')
      await expect.poll(async () => (await slots())[0]?.decisions[0]?.suggestion).toBe('Autre')
    }
  })

  it('takes shortcuts on keyboards without Latin letters, and none from input methods', async () => {
    const { page } = await open(await reviewFiles(PAIR.old, PAIR.current))
    const press = (key: string, code: string, settings: object = {}) =>
      page.evaluate(
        `document.body.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify({ key, code, bubbles: true, ...settings })}))`,
      )
    const at = () => page.evaluate<number>('lockstep.review.current')
    await press('ت', 'KeyJ')
    await expect.poll(at).toBe(1)
    await press('о', 'KeyJ')
    await expect.poll(at).toBe(2)
    await press('ن', 'KeyK')
    await expect.poll(at).toBe(1)
    // AZERTY and others have Latin letters elsewhere.
    await press('q', 'KeyJ')
    await press('é', 'KeyJ')
    await press('j', 'KeyJ', { isComposing: true })
    await press('Process', 'KeyJ', { keyCode: 229 })
    await press('؟', 'Slash', { shiftKey: true })
    await page.locator('dialog').waitFor()
    await expect.poll(at).toBe(1)
  })

  it('filters by class, document, state, reviewer and text, and puts the view into the address', async () => {
    const { page } = await open(await reviewFiles(PAIR.old, PAIR.current))
    const output = page.locator('.filters output')
    const total = Number(/of (\d+)/.exec((await output.textContent()) ?? '')?.[1])
    await page.locator('.filters summary').click()
    await page.locator('[name=document]').fill('b.md')
    await expect.poll(() => output.textContent()).toBe(`25 of ${total}`)
    await page.locator('[name=text]').fill('numéro 7.')
    await expect.poll(() => output.textContent()).toBe(`1 of ${total}`)
    const shown = await current(page).locator('.row-text').textContent()
    const { hash } = new URL(page.url())
    expect(hash).toContain('document=b.md')
    const again = await open(await reviewFiles(PAIR.old, PAIR.current), { hash })
    await expect.poll(() => again.page.locator('.filters output').textContent()).toBe(`1 of ${total}`)
    await expect.poll(() => current(again.page).locator('.row-text').textContent()).toBe(shown)

    await page.locator('.filters [type=reset]').click()
    await expect.poll(() => output.textContent()).toBe(`${total} of ${total}`)
    await page.locator('.list').press('n')
    await introduce(page)
    await page.locator('[name=state]').selectOption('needs-fix')
    await expect.poll(() => output.textContent()).toBe(`1 of ${total}`)
    await page.locator('[name=reviewer]').fill('somebody else')
    await expect.poll(() => output.textContent()).toContain('No change')
  })

  it('shows texts of documents as texts', async () => {
    const hostile = '<b onclick=alert(1)>x</b> </script><img src=x onerror="document.title=1"> \u200B\u202Ey'
    const { page, trouble } = await open(
      await reviewFiles(
        { 'a.md': frenchOf('aaaaa', [['Old', 'Vieux']]) },
        { 'a.md': frenchOf('aaaaa', [['Old', hostile]]) },
      ),
    )
    await expect.poll(() => page.locator('.version.new .text').textContent()).toContain('</script><img src=x')
    await expect.poll(() => page.locator('.version.new .text').textContent()).toContain('⟨ZWSP⟩⟨U+202E⟩')
    await expect
      .poll(() => page.locator('.version.new .token').first().textContent())
      .toBe('<b onclick=alert(1)>')
    await expect.poll(() => page.title()).toContain('old → new')
    await expect.poll(() => page.locator('.cell img, .cell script, [onclick], [onerror]').count()).toBe(0)
    expect(trouble).toEqual([])
  })

  it('shows the table around a changed cell, and goes to a unit that is clicked in it', async () => {
    const { page } = await open(await reviewFiles(PAIR.old, PAIR.current), { hash: '#document=table.md' })
    const here = page.locator('.only-table .here')
    await expect.poll(() => here.allTextContents()).toEqual(['5061', '5062'])
    await expect.poll(() => page.locator('.table.shown').count()).toBe(2)
    await expect.poll(() => page.locator('.gap').first().isVisible()).toBe(false)
    await page.locator('.views button', { hasText: 'Page' }).click()
    await expect.poll(() => page.locator('.gap').first().textContent()).toBe('Unchanged: 2')
  })

  it.each([
    ['light', { dark: false, width: 1280 }],
    ['dark', { dark: true, width: 1280 }],
    ['light, on a phone', { dark: false, width: 390 }],
  ] as const)('has no accessibility violation that axe finds (%s)', async (_, settings) => {
    const { page } = await open(await reviewFiles(PAIR.old, PAIR.current), {
      ...settings,
      hash: '#document=table.md',
    })
    // Not as an element: the policy of the page forbids it.
    await page.evaluate(readFileSync(AXE, 'utf8'))
    const violations = async () => {
      const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults
      return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
    }
    await expect.poll(violations).toEqual([])
    if (settings.width < 800) await page.locator('.row').first().click()
    await page.locator('.context .here').first().waitFor({ state: 'attached' })
    await expect.poll(violations).toEqual([])
    await page.keyboard.press('g')
    await page.keyboard.press('?')
    await page.locator('dialog').waitFor()
    await expect.poll(violations).toEqual([])
  })
})
