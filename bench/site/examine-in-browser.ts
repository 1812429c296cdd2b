import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { violationsOn } from '../../test/render/axe.ts'
import { sharedChromium } from '../../test/render/browser.ts'
import { shiftsOn, WATCH_SHIFTS } from '../../test/render/layout-shift.ts'

const WIDTHS = [1280, 390]
const LOOKS = WIDTHS.flatMap((width) => [['light', width] as const, ['dark', width] as const])
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>'

/**
 * Returns what axe finds on some pages by day and night, with the tree open, and what moves on others; and, as a number, how often axe
 * finds that headings in the text of documents skip a level.
 */
export async function examineInBrowser(
  forAxe: readonly string[],
  forShift: readonly string[],
): Promise<{
  readonly violations: readonly string[]
  readonly shifts: readonly string[]
  readonly inText: number
}> {
  const violations: string[] = []
  const shifts: string[] = []
  let inText = 0
  for (const [colorScheme, width] of LOOKS) {
    const context = await openContext({ colorScheme, viewport: { width, height: 800 } })
    const page = await context.newPage()
    for (const url of forAxe) {
      await page.goto(url)
      const closedTree = page.locator('nav.tree details:not([open]) > summary')
      if ((await closedTree.count()) > 0) await closedTree.click()
      if ((await page.locator('nav.tree').count()) > 0) await page.locator('nav.tree input').waitFor()
      const isDocument = (await page.locator('article').count()) > 0
      for (const violation of await violationsOn(page))
        if (isDocument && violation.startsWith('heading-order')) inText++
        else violations.push(`${colorScheme} ${width} ${url} ${violation.split('\n')[0]}`)
    }
    await context.close()
  }
  for (const width of WIDTHS) {
    const context = await openContext({ viewport: { width, height: 800 } })
    for (const url of forShift) {
      const page = await context.newPage()
      await page.addInitScript(WATCH_SHIFTS)
      await page.goto(url)
      for (const shift of await shiftsOn(page)) shifts.push(`${width} ${url} ${shift}`)
      await page.close()
    }
    await context.close()
  }
  return { violations, shifts, inText }
}

/** A context without a network: images of other hosts are drawings, their frames are empty. */
async function openContext(options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await (await sharedChromium()).newContext(options)
  await context.route(/^https?:\/\/(?!127\.0\.0\.1[:/])/, (route) =>
    route.request().resourceType() === 'image'
      ? route.fulfill({ contentType: 'image/svg+xml', body: DRAWING })
      : route.fulfill({ contentType: 'text/html', body: '' }),
  )
  return context
}
