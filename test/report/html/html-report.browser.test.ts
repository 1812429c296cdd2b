import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { html } from '../../../src/report/html/html-report.ts'
import { CHROMIUM, sharedChromium } from '../../render/browser.ts'
import { manyFiles, oddFiles } from '../files.ts'

describe.skipIf(!CHROMIUM)('the page of findings in Chromium', () => {
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lockstep-findings-'))
    browser = await sharedChromium()
  })

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
  })

  async function open(text: string, options = {}): Promise<{ page: Page; problems: string[] }> {
    const path = join(folder, 'findings.html')
    writeFileSync(path, text)
    const page = await browser.newPage(options)
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => problems.push(message.text()))
    page.on('dialog', (dialog) => problems.push(dialog.message()))
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) problems.push(request.url())
    })
    await page.goto(pathToFileURL(path).href)
    return { page, problems }
  }

  it('filters ten thousand findings by severity, rule and document', async () => {
    const { page, problems } = await open(html(manyFiles(10_000, { rules: 4 })))
    const shown = page.locator('output')
    const items = page.locator('li:not([hidden])')
    await expect.poll(() => shown.textContent()).toBe('10,000 of 10,000 findings shown')
    await page.getByLabel('Error (3,334)').uncheck()
    await expect.poll(() => shown.textContent()).toBe('6,666 of 10,000 findings shown')
    await expect.poll(() => page.locator('section:visible li.error:visible').count()).toBe(0)
    await page.getByLabel('Rule', { exact: true }).selectOption('rule-1')
    await expect.poll(() => shown.textContent()).toBe('1,667 of 10,000 findings shown')
    await page.getByLabel('Document', { exact: true }).fill('FR 49')
    await expect
      .poll(() => page.locator('section:visible h2 code').allTextContents())
      .toEqual(['fr-FR/49.md'])
    await expect.poll(() => items.count()).toBeGreaterThan(0)
    await page.getByLabel('Document', { exact: true }).fill('nowhere')
    await expect.poll(() => shown.textContent()).toBe('None of 10,000 findings shown')
    expect(problems).toEqual([])
    await page.close()
  })

  it('filters by rule with the keyboard, and counts what is left of a document', async () => {
    const { page } = await open(html(manyFiles(42, { rules: 2, documents: 3 })))
    await page.getByLabel('Document', { exact: true }).focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.type('rule-1')
    await expect.poll(() => page.locator('output').textContent()).toBe('21 of 42 findings shown')
    await expect
      .poll(() => page.locator('section:visible h2 span').first().textContent())
      .toBe('7 of 14 findings')
    await page.close()
  })

  it('runs nothing that is in the content, and shows all of it on a phone', async () => {
    const { page, problems } = await open(html(oddFiles()), { viewport: { width: 400, height: 800 } })
    expect(problems).toEqual([])
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400)
    await page.close()
  })

  it('shows all findings and no filters where scripts do not run', async () => {
    const { page } = await open(html(oddFiles()), { javaScriptEnabled: false })
    await expect.poll(() => page.locator('li:visible').count()).toBe(4)
    await expect.poll(() => page.locator('form:visible').count()).toBe(0)
    await page.close()
  })
})
