import type { BrowserContext } from 'playwright-core'
import type { PaperSize } from '../model/build/paper.ts'
import { parseDate } from '../util/parse-date.ts'
import { destinationPages } from './destination-pages.ts'
import { missingGlyphs, type PageFacts, preparePage, showPageNumbers } from './page-scripts.ts'
import { settlePdf } from './settle-pdf.ts'

/** What came of printing a page. */
export interface PrintedPage {
  readonly pdf: Uint8Array
  /** The characters that no font of this machine has: paper shows a box in their place. */
  readonly missing: readonly string[]
  /** Number of page numbers that it should tell and that could not be found out. */
  readonly unnumbered: number
}

/** Prints one page after the other. */
export interface PagePrinter {
  /**
   * @param online where the page is online; `null` where that is not known.
   * @throws where the page cannot be loaded or printed.
   */
  print(url: string, paper: PaperSize, online: string | null): Promise<PrintedPage>
  close(): Promise<void>
}

/** The day of a page that tells none. */
const NO_DATE = new Date(0)
/** How often a page with page numbers is printed at most, until they are right. */
const MOST_PRINTS = 4

/**
 * Opens a page of the browser for printing.
 *
 * @param glyphs the characters that were looked at before, and whether a font has them; more are added.
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
    const { pdf, unnumbered } =
      facts.targets.length > 0
        ? await printNumbered(facts.targets)
        : { pdf: await printOnce(), unnumbered: 0 }
    return { pdf: settlePdf(pdf, parseDate(facts.day ?? '') ?? NO_DATE), missing, unnumbered }
  }

  async function printOnce(): Promise<Uint8Array> {
    // Gives all elements their numbers in the order of the page, which printing itself does not always do.
    await session.send('DOM.getDocument', { depth: -1 })
    return page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
  }

  /**
   * Prints a page that tells page numbers of its own. Chromium has no `target-counter` (CSS Generated Content 3, section 2.6), so it
   * is printed to learn them, and again with them, until they are those of what was printed.
   */
  async function printNumbered(targets: readonly string[]): Promise<Pick<PrintedPage, 'pdf' | 'unnumbered'>> {
    let shown = '{}'
    for (let print = 0; print < MOST_PRINTS; print++) {
      const pdf = await printOnce()
      const pages = destinationPages(pdf)
      const found = targets.filter((target) => pages.has(target))
      const numbers = Object.fromEntries(found.map((target) => [target, pages.get(target)!]))
      if (JSON.stringify(numbers) === shown) return { pdf, unnumbered: targets.length - found.length }
      shown = JSON.stringify(numbers)
      await page.evaluate(showPageNumbers(numbers))
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
