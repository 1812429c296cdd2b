import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Decision, DecisionFile } from '../../src/review/types/decisions.ts'
import { CHROMIUM, sharedChromium } from '../render/browser.ts'
import { startServer } from '../support/dev-server.ts'
import { frenchOf, type Texts } from '../support/review.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'

const FILE = 'reviews/fr-FR.review.json'

const VERBS = ['Start', 'Stop', 'Check', 'Remove', 'Open']

function folders(): string {
  const units = (verb: string) =>
    VERBS.map((name, at): Texts => [`${name} the pool.`, `${verb} numéro ${at}${'abcde'[at]}.`])
  return temporaryFolder({
    'old/a.md': frenchOf('aaaaa', units('Ancien texte')),
    'new/a.md': frenchOf('bbbbb', units('Tout autre chose')),
  })
}

const serve = (cwd: string, port = 0, ...args: string[]) =>
  startServer(
    cwd,
    ['review', 'old', 'new', '--serve', '--no-findings', '--reviewer', 'Ann', '--language', 'en-US', ...args],
    { port },
  )

/** The decisions that were written. */
function decisionsIn(cwd: string): readonly Decision[] {
  return (JSON.parse(readFileSync(join(cwd, FILE), 'utf8')) as DecisionFile).decisions
}

/** States in the file of decisions, by the order of the texts. */
function statesIn(cwd: string): readonly (string | undefined)[] {
  try {
    const decisions = decisionsIn(cwd)
    return VERBS.map((verb) => decisions.find(({ source }) => source?.startsWith(verb))?.state)
  } catch {
    return []
  }
}

/** Opens the served page; errors of scripts are collected, not those of a network that is down. */
async function open(url: string) {
  const context = await (await sharedChromium()).newContext({ viewport: { width: 1280, height: 800 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('pageerror', ({ message }) => trouble.push(message))
  page.on('dialog', (dialog) => dialog.accept())
  await page.goto(url)
  await ready(page)
  return { page, trouble }
}

async function ready(page: Page) {
  await page.locator('body[data-ready]').waitFor()
  await page.locator('.item .text').first().waitFor()
}

const progress = (page: Page) => page.locator('.progress .all').textContent()
const kept = (page: Page) => page.locator('.kept')

describe.skipIf(!CHROMIUM)('lockstep review --serve in Chromium', () => {
  it('writes decisions as they are made, and what others wrote stays', async () => {
    const cwd = folders()
    const { url } = await serve(cwd)
    const { page, trouble } = await open(url)
    await page.keyboard.press('a')
    await expect.poll(() => statesIn(cwd)).toEqual(['approved', ...VERBS.slice(1).map(() => undefined)])
    await page.keyboard.press('n')
    await expect.poll(() => statesIn(cwd).slice(0, 2)).toEqual(['approved', 'needs-fix'])
    await page.keyboard.press('u')
    await expect.poll(() => statesIn(cwd).slice(0, 2)).toEqual(['approved', undefined])
    await expect.poll(() => kept(page).isHidden()).toBe(true)

    // Somebody else pulls, edits, merges.
    const file = JSON.parse(readFileSync(join(cwd, FILE), 'utf8')) as DecisionFile
    const other = { ...file.decisions[0]!, reviewer: 'Bo', state: 'needs-fix' }
    writeFiles(cwd, { [FILE]: JSON.stringify({ ...file, decisions: [...file.decisions, other] }) })
    await page.reload()
    await ready(page)
    await page.evaluate(`lockstep.review.go(0)`)
    await expect.poll(() => page.locator('.decisions h2 .state').textContent()).toBe('Contradictory')
    await expect.poll(() => page.locator('.decisions .who').allTextContents()).toEqual(['Ann', 'Bo'])
    writeFiles(cwd, { [FILE]: JSON.stringify({ ...file, decisions: [] }) })
    await page.reload()
    await ready(page)
    await expect.poll(() => progress(page)).toBe('All: 0 of 5 reviewed')
    expect(trouble).toEqual([])
  })

  it('keeps what the server did not get, and sends it once the server is back', async () => {
    const cwd = folders()
    const server = await serve(cwd)
    const port = Number(new URL(server.url).port)
    const { page, trouble } = await open(server.url)
    await page.keyboard.press('a')
    await expect.poll(() => statesIn(cwd)[0]).toBe('approved')
    await server.stop()
    await page.keyboard.press('n')
    await expect.poll(() => kept(page).textContent()).toContain('Not saved on the server yet: 1.')
    await page.keyboard.press('a')
    // The first decision is taken back, too.
    for (const _ of '123') await page.keyboard.press('u')
    await page.keyboard.press('n')
    await expect.poll(() => kept(page).textContent()).toContain('Not saved on the server yet: 3.')
    await expect.poll(() => progress(page)).toBe('All: 1 of 5 reviewed')
    expect(statesIn(cwd)[0]).toBe('approved')

    // The page goes on with the new server's token.
    const again = await serve(cwd, port)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => kept(page).isHidden()).toBe(true)
    expect(statesIn(cwd)).toEqual(['needs-fix', ...VERBS.slice(1).map(() => undefined)])

    // Closed while the server is down, it sends them when it is opened again.
    await again.stop()
    await page.keyboard.press('a')
    await page.evaluate(`lockstep.review.go(0)`)
    await page.keyboard.press('u')
    await page.keyboard.press('u')
    await expect.poll(() => kept(page).textContent()).toContain('Not saved on the server yet: 2.')
    await serve(cwd, port)
    await page.reload()
    await ready(page)
    await expect.poll(() => statesIn(cwd)).toEqual(VERBS.map(() => undefined))
    await expect.poll(() => progress(page)).toBe('All: 0 of 5 reviewed')
    await expect.poll(() => page.evaluate<number>('localStorage.length')).toBe(0)
    expect(trouble).toEqual([])
  })

  it('shows why the server refuses, and gives nothing to the server of another review', async () => {
    const cwd = folders()
    const server = await serve(cwd)
    const { page } = await open(server.url)
    writeFiles(cwd, { [FILE]: '<<<<<<< HEAD\n' })
    await page.keyboard.press('a')
    await expect.poll(() => kept(page).textContent()).toContain('could not merge')
    writeFiles(cwd, { [FILE]: '{"type":"decisions","version":1,"locale":"fr-FR","decisions":[]}' })
    await server.stop()
    const others = ['review', 'new', 'old', '--serve', '--no-findings']
    await startServer(cwd, others, { port: Number(new URL(server.url).port) })
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => kept(page).textContent()).toContain('Reload it')
    expect(statesIn(cwd).every((state) => state === undefined)).toBe(true)
  })

  it('gives nothing to another project at the same address', async () => {
    const [cwd, other] = [folders(), folders()]
    const server = await serve(cwd)
    const port = Number(new URL(server.url).port)
    const { page } = await open(server.url)
    await server.stop()
    await page.keyboard.press('a')
    await expect.poll(() => kept(page).textContent()).toContain('Not saved on the server yet: 1.')
    // The same texts in another folder.
    const another = await serve(other, port)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => kept(page).textContent()).toContain('Reload it')
    await page.reload()
    await ready(page)
    await expect.poll(() => progress(page)).toBe('All: 0 of 5 reviewed')
    await page.keyboard.press('n')
    await expect.poll(() => statesIn(other)).toContain('needs-fix')
    expect(statesIn(other)).not.toContain('approved')
    await another.stop()
    await serve(cwd, port)
    await page.reload()
    await ready(page)
    await expect.poll(() => statesIn(cwd)[0]).toBe('approved')
  })

  it('goes on without what the server refuses, and gives a changed decision a time of its own', async () => {
    const cwd = folders()
    const server = await serve(cwd, 0, '--timestamps')
    const port = Number(new URL(server.url).port)
    const { page, trouble } = await open(server.url)
    await server.stop()
    for (const key of ['a', 'a', 'a']) await page.keyboard.press(key)
    await expect.poll(() => kept(page).textContent()).toContain('Not saved on the server yet: 3.')
    // As a newer version might have written it, and one that is on no text of this review.
    await page.evaluate(`(() => {
      const [name, other] = Object.keys(localStorage).filter((each) => each.startsWith('lockstep-review'))
      const slot = JSON.parse(localStorage[name])
      slot.decisions[0].state = 'later'
      localStorage[name] = JSON.stringify(slot)
      localStorage[other + ' of another text'] = localStorage[other].replaceAll(/"key":"[^"]+"/g, '"key":"other"')
    })()`)
    await serve(cwd, port, '--timestamps')
    await page.reload()
    await ready(page)
    await expect.poll(() => kept(page).textContent()).toContain('refuses some of your decisions')
    await expect.poll(() => kept(page).textContent()).toContain('set.0.state is not')
    await expect.poll(() => statesIn(cwd).filter((state) => state === 'approved')).toHaveLength(2)
    expect(decisionsIn(cwd)).toHaveLength(2)
    const later = statesIn(cwd).findIndex((state) => state !== 'approved')
    await page.evaluate(`lockstep.review.go(${later})`)
    await expect.poll(() => page.locator('.decisions li .state').allTextContents()).toEqual(['later'])

    // Only what is refused, or fits nothing, stays in the browser.
    await expect
      .poll(() =>
        page.evaluate(
          `Object.keys(localStorage).filter((each) => each.startsWith('lockstep-review')).length`,
        ),
      )
      .toBe(2)
    await page.reload()
    await ready(page)
    const at = statesIn(cwd).indexOf('approved')
    await page.evaluate(`lockstep.review.go(${at})`)
    const timeOf = () => decisionsIn(cwd).find(({ source }) => source?.startsWith(VERBS[at]!))?.at
    const before = timeOf()
    await page.keyboard.press('n')
    await expect.poll(() => statesIn(cwd)[at]).toBe('needs-fix')
    expect(timeOf()! > before!).toBe(true)
    expect(trouble).toEqual([])
  })
})
