import { isAbsolute, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, BrowserType } from 'playwright-core'
import { KnownError } from '../util/known-error.ts'
import { parseDate } from '../util/parse-date.ts'
import { reasonOf } from '../util/reason-of.ts'
import { RELATIVE, settlePdf } from './settle-pdf.ts'

/** Prints pages that are on the disk. */
export interface Printer {
  /**
   * The PDF of a page. The same page gives the same bytes.
   *
   * @param path of the HTML file, relative to the folder, with `/`.
   * @throws {KnownError} where the browser cannot be started; another error where the page cannot be printed.
   */
  print(path: string): Promise<Uint8Array>
  /** Ends the browser. */
  close(): Promise<void>
}

/** What a browser is printed with. */
export interface PrinterOptions {
  /** Absolute path of the browser's program. */
  readonly browser: string
  /** Absolute path of the folder that the pages are in; a page gets nothing from anywhere else. */
  readonly folder: string
}

/** The longest that one page may take to load, in milliseconds. */
const PATIENCE = 120_000
/** The day of a page that tells none. */
const NO_DATE = new Date(0)

/** What keeps Chromium from reaching for the network by itself. */
export const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Gets a printer ready; its browser is started when the first page is printed, and then used for all.
 *
 * @throws {KnownError} where `playwright-core` is not installed.
 */
export async function openPrinter({ browser, folder }: PrinterOptions): Promise<Printer> {
  const chromium = await loadPlaywright()
  let started: Promise<{ browser: Browser; context: BrowserContext }> | undefined

  async function start() {
    const running = await launch(chromium, browser)
    const context = await running.newContext({ javaScriptEnabled: false, offline: true })
    context.setDefaultTimeout(PATIENCE)
    await context.route('**', (route) =>
      isFileIn(folder, route.request().url()) ? route.continue() : route.abort(),
    )
    return { browser: running, context }
  }

  async function print(path: string): Promise<Uint8Array> {
    started ??= start()
    const { context } = await started
    const page = await context.newPage()
    try {
      await page.goto(pathToFileURL(join(folder, path)).href)
      const times = page.locator('header time[datetime]')
      const day = (await times.count()) > 0 ? await times.first().getAttribute('datetime') : null
      await page.evaluate(MARK_RELATIVE_LINKS)
      // Gives all elements their numbers in the order of the page, which printing itself does not always do.
      const session = await context.newCDPSession(page)
      await session.send('DOM.getDocument', { depth: -1 })
      // A4, unless the page’s style names another size.
      const pdf = await page.pdf({
        width: '210mm',
        height: '297mm',
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
      })
      return settlePdf(pdf, parseDate(day ?? '') ?? NO_DATE)
    } finally {
      // Where the browser has ended there is nothing to close, and why it ended is told already.
      await page.close().catch(() => {})
    }
  }

  async function close(): Promise<void> {
    const running = await started?.catch(() => undefined)
    await running?.browser.close()
  }

  return { print, close }
}

async function loadPlaywright(): Promise<BrowserType> {
  try {
    const { chromium } = await import('playwright-core')
    return chromium
  } catch {
    throw new KnownError(
      'Cannot print: the package playwright-core is not installed',
      'Install it (npm install playwright-core), or build without --pdf.',
    )
  }
}

async function launch(chromium: BrowserType, path: string): Promise<Browser> {
  try {
    // Chromium does not run as the superuser unless it is told not to shut its pages in (`--no-sandbox`).
    const chromiumSandbox = process.getuid?.() !== 0
    return await chromium.launch({ executablePath: path, args: ARGS, chromiumSandbox })
  } catch (error) {
    throw new KnownError(
      `Cannot print: the browser ${path} does not start: ${reasonOf(error)}`,
      'See that it runs by itself, or name another one: browser in the configuration, or CHROME_PATH.',
    )
  }
}

/** Marks the links that depend on where the page is; those into the page itself stay as they are. */
const MARK_RELATIVE_LINKS = `for (const link of document.querySelectorAll('a[href]')) {
  const url = link.getAttribute('href')
  if (link.protocol === 'file:' && !/^(?:#|file:)/i.test(url)) link.setAttribute('href', '${RELATIVE}' + url)
}`

/** Whether a URL is of a file in a folder. */
function isFileIn(folder: string, url: string): boolean {
  try {
    const way = relative(folder, fileURLToPath(url))
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  } catch {
    // Not of a file, or of one on another machine.
    return false
  }
}
