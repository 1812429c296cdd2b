import { isAbsolute, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, BrowserType } from 'playwright-core'
import type { PaperSize } from '../model/build/paper.ts'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'
import { addressBelow } from '../util/web-address.ts'
import { createPagePrinter, type PagePrinter, type PrintedPage } from './page-printer.ts'

/** Prints pages that are on the disk. */
export interface Printer {
  /**
   * Prints a page. The same page gives the same bytes.
   *
   * @param path of the HTML file, relative to the folder, with `/`.
   * @param paper what a page is printed on whose style names no paper; A4 unless told.
   * @throws {UserError} where the browser cannot be started; another error where the page cannot be printed.
   */
  print(path: string, paper?: PaperSize): Promise<PrintedPage>
  /** Ends the browser. */
  close(): Promise<void>
}

/** What a browser is printed with. */
export interface PrinterOptions {
  /** Absolute path of the browser's program. */
  readonly browser: string
  /** Absolute path of the folder that the pages are in; a page gets nothing from anywhere else. */
  readonly folder: string
  /** Where the folder is published, so that links lead there; they stay relative unless told. */
  readonly siteUrl?: string
}

/** The longest that one page may take to load, in milliseconds. */
const PATIENCE = 120_000

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
 * @throws {UserError} where `playwright-core` is not installed.
 */
export async function openPrinter({ browser, folder, siteUrl }: PrinterOptions): Promise<Printer> {
  const chromium = await loadPlaywright()
  let started: Promise<{ browser: Browser; context: BrowserContext }> | undefined
  /** Those that have nothing to do: a page that was opened once prints the next file in half the time. */
  const idle: PagePrinter[] = []
  /** The characters that were looked at, and whether a font has them. */
  const glyphs = new Map<string, boolean>()

  async function start() {
    const running = await launch(chromium, browser)
    const context = await running.newContext({ javaScriptEnabled: false, offline: true })
    context.setDefaultTimeout(PATIENCE)
    await context.route('**', (route) =>
      isFileIn(folder, route.request().url()) ? route.continue() : route.abort(),
    )
    return { browser: running, context }
  }

  async function print(path: string, paper: PaperSize = 'a4'): Promise<PrintedPage> {
    started ??= start()
    const { context } = await started
    const printer = idle.pop() ?? (await createPagePrinter(context, glyphs))
    try {
      const url = pathToFileURL(join(folder, path)).href
      const online = siteUrl === undefined ? null : addressBelow(siteUrl, path)
      const printed = await printer.print(url, paper, online)
      idle.push(printer)
      return printed
    } catch (error) {
      // It may have come to harm. Where the browser has ended there is nothing to close, and why it ended is told already.
      await printer.close().catch(() => {})
      throw error
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
    throw new UserError(
      'Cannot print: the package playwright-core is not installed',
      'Install it (npm install playwright-core), or make no PDFs.',
    )
  }
}

async function launch(chromium: BrowserType, path: string): Promise<Browser> {
  try {
    // Chromium does not run as the superuser unless it is told not to shut its pages in (`--no-sandbox`).
    const chromiumSandbox = process.getuid?.() !== 0
    return await chromium.launch({ executablePath: path, args: ARGS, chromiumSandbox })
  } catch (error) {
    throw new UserError(
      `Cannot print: the browser ${path} does not start: ${reasonOf(error)}`,
      'See that it runs by itself, or name another one: browser in the configuration, or CHROME_PATH.',
    )
  }
}

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
