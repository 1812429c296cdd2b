import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { ARGS } from '../../src/print/open-printer.ts'

/** Where Chromium is: told by `CHROMIUM_PATH`, Playwright’s own, or the system’s; `undefined` where there is none. */
export const CHROMIUM = [
  process.env.CHROMIUM_PATH,
  chromium.executablePath(),
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))

/** Starts Chromium without anything that reaches for the network by itself. */
export function launchChromium() {
  return chromium.launch({
    executablePath: CHROMIUM!,
    args: ['--no-sandbox', ...ARGS],
  })
}
