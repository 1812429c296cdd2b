import type { BrowserContext } from 'playwright-core'
import type { PaperSize } from '../model/build/paper.ts'
import { parseDate } from '../util/text/parse-date.ts'
import { completePdf } from './complete-pdf.ts'
import { findDestinations } from './find-destinations.ts'
import { type Fit, printFitted } from './fit-pages.ts'
import { missingGlyphs, type PageFacts, preparePage, setFits, showPageNumbers } from './page-scripts.ts'
import { settlePdf } from './settle-pdf.ts'

/** A printed page. */
export interface PrintedPage {
  readonly pdf: Uint8Array
  /** Characters that no font on this machine has: the PDF shows a box in their place. */
  readonly missing: readonly string[]
  /** Number of references to a page whose page number could not be determined. */
  readonly unnumbered: number
}

/** Prints pages one after the other in one tab of the browser. */
export interface PagePrinter {
  /**
   * @param online public URL of the page; `null` if unknown.
   * @throws if the page cannot be loaded or printed.
   */
  print(url: string, paper: PaperSize, online: string | null): Promise<PrintedPage>
  close(): Promise<void>
}

/** The date of a page without one. */
const NO_DATE = new Date(0)
/** Maximum number of times to print a page until its page numbers are right. */
const MOST_PRINTS = 4

/**
 * Opens a page of the browser for printing.
 *
 * @param glyphs cache of checked characters, and whether a font has them; the printer adds to it.
 */
export async function createPagePrinter(
  context: BrowserContext,
  glyphs: Map<string, boolean>,
): Promise<PagePrinter> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)

  async function print(url: string, paper: PaperSize, online: string | null): Promise<PrintedPage> {
    await page.goto(url)
    const facts: PageFacts = await page.evaluate(preparePage(paper, online))
    const missing = await findMissing(facts.characters)
    const fitted = facts.fits > 0 ? await printFitted(facts.fits, printWith) : await printOnce()
    const { pdf, unnumbered } = await printNumbered(facts.targets, fitted)
    const date = parseDate(facts.day ?? '') ?? NO_DATE
    return { pdf: completePdf(settlePdf(pdf, date), { ...facts, date }), missing, unnumbered }
  }

  async function printOnce(): Promise<Uint8Array> {
    // Numbers all elements in document order, which printing on its own does not always do.
    await session.send('DOM.getDocument', { depth: -1 })
    return page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
  }

  async function printWith(fits: readonly Fit[]): Promise<Uint8Array> {
    await page.evaluate(setFits(fits))
    return printOnce()
  }

  /**
   * Prints a page that shows its own page numbers. Chromium has no `target-counter` (CSS Generated Content 3,
   * section 2.6), so the page is printed to find the numbers, then again with them, until they no longer
   * change.
   */
  async function printNumbered(
    targets: readonly string[],
    first: Uint8Array,
  ): Promise<Pick<PrintedPage, 'pdf' | 'unnumbered'>> {
    if (targets.length === 0) return { pdf: first, unnumbered: 0 }
    let pdf = first
    let shown = '{}'
    for (let print = 0; print < MOST_PRINTS; print++) {
      const places = findDestinations(pdf)
      const found = targets.filter((target) => places.has(target))
      const numbers = Object.fromEntries(found.map((target) => [target, places.get(target)!.page]))
      if (JSON.stringify(numbers) === shown) return { pdf, unnumbered: targets.length - found.length }
      shown = JSON.stringify(numbers)
      await page.evaluate(showPageNumbers(numbers))
      pdf = await printOnce()
    }
    throw new Error('its page numbers change each time that they are printed')
  }

  async function findMissing(characters: readonly string[]): Promise<readonly string[]> {
    const unknown = characters.filter((character) => !glyphs.has(character))
    if (unknown.length > 0) {
      const missing = new Set<string>(await page.evaluate(missingGlyphs(unknown)))
      for (const character of unknown) glyphs.set(character, !missing.has(character))
    }
    return characters.filter((character) => !glyphs.get(character))
  }

  return { print, close: () => page.close() }
}
