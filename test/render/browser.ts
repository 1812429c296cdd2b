import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { ARGS } from '../../src/print/open-printer.ts'

/** Where Chromium is: told by `CHROMIUM_PATH`, Playwright’s own, or the system’s; `undefined` where there is none. */
export const CHROMIUM = [
  process.env.CHROMIUM_PATH,
  chromium.executablePath(),
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

let launched: Promise<Browser> | undefined

/**
 * The Chromium that all tests of a worker share, started when the first of them needs it and ended with the worker; nothing in it reaches
 * for the network by itself. Tests close the pages and contexts that they open.
 */
export function sharedChromium(): Promise<Browser> {
  launched ??= chromium
    .launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', ...ARGS], timeout: 0 })
    // What a test waits for is limited by the test.
    .then((browser) => browser.on('context', (context) => context.setDefaultTimeout(0)))
  return launched
}
