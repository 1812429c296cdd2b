import { isAbsolute, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, BrowserType } from 'playwright-core'
import type { PaperSize } from '../model/build/paper.ts'
import { reasonOf } from '../util/reason-of.ts'
import { addressBelow } from '../util/text/web-address.ts'
import { UserError } from '../util/user-error.ts'
import { createPagePrinter, type PagePrinter, type PrintedPage } from './page-printer.ts'

/** Prints pages from the disk to PDF. */
export interface Printer {
  /**
   * Prints a page; the same page always gives the same bytes.
   *
   * @param path of the HTML file, relative to the folder, with `/`.
   * @param paper size for pages whose styles set none. Default: A4.
   * @throws {UserError} if the browser does not start; another error if the page cannot be printed.
   */
  print(path: string, paper?: PaperSize): Promise<PrintedPage>
  /** Closes the browser. */
  close(): Promise<void>
}

/** Options of {@link openPrinter}. */
export interface PrinterOptions {
  /** Absolute path of the browser's executable. */
  readonly browser: string
  /** Absolute path of the folder with the pages; a page can load files from this folder only. */
  readonly folder: string
  /** Public URL of the folder, for links. Default: links stay relative. */
  readonly siteUrl?: string
}

/** Timeout of the browser's operations, in milliseconds. */
const PATIENCE = 120_000

/** Arguments that keep Chromium from using the network on its own. */
export const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Prepares a printer. It starts the browser for the first page and reuses it for the others.
 *
 * @throws {UserError} if `playwright-core` is not installed.
 */
export async function openPrinter({ browser, folder, siteUrl }: PrinterOptions): Promise<Printer> {
  const chromium = await loadPlaywright()
  let started: Promise<{ browser: Browser; context: BrowserContext }> | undefined
  /** Idle pages to reuse: an open page prints the next file in half the time. */
  const idle: PagePrinter[] = []
  /** Characters checked so far, and whether a font has them. */
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
      // Do not reuse the page after a failure. If the browser has crashed, closing fails too; the first error matters.
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
    // As root, Chromium runs only without its sandbox.
    const chromiumSandbox = process.getuid?.() !== 0
    return await chromium.launch({ executablePath: path, args: ARGS, chromiumSandbox })
  } catch (error) {
    throw new UserError(
      `Cannot print: the browser ${path} does not start: ${reasonOf(error)}`,
      'Check that it runs on its own, or name another one: browser in the configuration, or CHROME_PATH.',
    )
  }
}

/** Whether a URL leads to a file in a folder. */
function isFileIn(folder: string, url: string): boolean {
  try {
    const way = relative(folder, fileURLToPath(url))
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  } catch {
    // Not a `file:` URL, or one of another machine.
    return false
  }
}
