import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, sharedChromium } from '../render/browser.ts'
import { smallDocument } from '../support/bilingual.ts'
import { startDev } from '../support/dev-server.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'

describe.skipIf(!CHROMIUM)('a page of dev (needs Chromium)', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await sharedChromium()
  })

  it('shows what is found, loads itself again when its document is saved, and keeps the panel open', async () => {
    const cwd = temporaryFolder({
      'docs/a.md': `${smallDocument()}\n<span data-ttu-id="x-1">seul</span>\n\n[x](gone.md)\n`,
    })
    const server = await startDev(cwd, 'docs')
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(`${server.url}fr-FR/a.html`)
    const button = page.getByRole('region', { name: 'Findings of Lockstep' }).getByRole('button')
    await expect.poll(() => button.textContent()).toMatch(/● 1 error.*▲ 1 warning/)
    await expect.poll(() => button.getAttribute('aria-expanded')).toBe('false')
    await button.click()
    const items = page.getByRole('region', { name: 'Findings of Lockstep' }).getByRole('listitem')
    await expect
      .poll(() => items.allTextContents())
      .toEqual([
        expect.stringMatching(/docs\/a\.md:\d+:\d+.*unit-source-missing/),
        expect.stringMatching(/docs\/a\.md:\d+:\d+.*link-missing/),
      ])
    writeFiles(cwd, { 'docs/a.md': `${smallDocument('Salut')}\n[x](gone.md)\n` })
    await expect.poll(() => page.locator('h1').textContent()).toContain('Salut à tous')
    await expect.poll(() => button.textContent()).toBe('▲ 1 warning')
    await expect.poll(() => button.getAttribute('aria-expanded')).toBe('true')
    writeFiles(cwd, { 'docs/a.md': smallDocument('Enfin') })
    await expect.poll(() => button.textContent()).toBe('✓ No findings')
    expect(errors).toEqual([])
    await page.close()
  })

  it('shows why a configuration cannot be used', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': smallDocument(), 'lockstep.config.json': '{}' })
    const server = await startDev(cwd, 'docs')
    const page = await browser.newPage()
    await page.goto(`${server.url}fr-FR/a.html`)
    const button = page.getByRole('region', { name: 'Findings of Lockstep' }).getByRole('button')
    await expect.poll(() => button.textContent()).toBe('✓ No findings')
    writeFiles(cwd, { 'lockstep.config.json': '{"only":["pages"]}' })
    await expect.poll(() => button.textContent()).toBe('● 1 error')
    await button.click()
    await expect
      .poll(() => page.getByRole('region', { name: 'Findings of Lockstep' }).textContent())
      .toContain('lockstep.config.json')
    writeFiles(cwd, { 'lockstep.config.json': '{"only":["page"]}' })
    await expect.poll(() => button.textContent()).toBe('✓ No findings')
    await page.close()
  })
})
