import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { RunbookLog } from '../../../src/runbook/log.ts'
import { sharedChromium } from '../browser.ts'
import type { SiteFolder } from '../site-folder.ts'

/** 2026-11-23, 16:03 in Paris. */
const NOW = '2026-11-23T15:03:00Z'

/** A page on which nothing happens, to empty the browser's memory from. */
export const EMPTY = {
  path: 'empty.html',
  content: '<!doctype html><html lang="en"><title>Empty</title></html>',
} as const

const schema = readFileSync(new URL('../../../schema/runbook-log.schema.json', import.meta.url), 'utf8')
/** Validates a log by its schema. */
export const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema))

/** An offline context of the shared browser whose time stands still. */
export async function createContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const browser = await sharedChromium()
  const context = await browser.newContext({ offline: true, timezoneId: 'Europe/Paris', ...options })
  await context.clock.setFixedTime(NOW)
  return context
}

/** Opens a runbook in which nothing is filled in; errors of its scripts are added to `errors`. */
export async function openEmptied(
  context: BrowserContext,
  site: SiteFolder,
  path: string,
  errors: string[],
): Promise<Page> {
  const page = await openTab(context, site, EMPTY.path, errors)
  await page.evaluate('localStorage.clear()')
  await page.goto(site.urlOf(path))
  return page
}

/** Opens a page with what the browser remembers of it; errors of its scripts are added to `errors`. */
export async function openTab(
  context: BrowserContext,
  site: SiteFolder,
  path: string,
  errors: string[],
): Promise<Page> {
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(site.urlOf(path))
  return page
}

/** An exported log, which the schema has to allow. */
export function parseLog(text: string): RunbookLog {
  const log: RunbookLog = JSON.parse(text)
  validate(log)
  expect(validate.errors).toBeNull()
  return log
}
