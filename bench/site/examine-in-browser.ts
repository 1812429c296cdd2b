import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { sharedChromium } from '../../test/render/browser.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WIDTHS = [1280, 390]
const LOOKS = WIDTHS.flatMap((width) => [['light', width] as const, ['dark', width] as const])
const SHIFT = `new Promise((done) => {
  let sum = 0
  const moved = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      sum += entry.value
      moved.push(...entry.sources.map(({ node }) => node?.nodeName + '.' + (node?.className ?? '')))
    }
  }).observe({ type: 'layout-shift', buffered: true })
  // A reader scrolls: images that load late must not move anything either.
  scrollTo(0, 800)
  setTimeout(() => done([sum, moved.slice(0, 5).join(' ')]), 500)
})`

/** Returns what axe finds on some pages by day and night, with the tree open, and the layout shift of others that is not 0. */
export async function examineInBrowser(
  forAxe: readonly string[],
  forShift: readonly string[],
): Promise<{ readonly violations: readonly string[]; readonly shifts: readonly string[] }> {
  const browser = await sharedChromium()
  const violations: string[] = []
  const shifts: string[] = []
  for (const [colorScheme, width] of LOOKS) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } })
    const page = await context.newPage()
    for (const url of forAxe) {
      await page.goto(url)
      const closedTree = page.locator('nav.tree details:not([open]) > summary')
      if ((await closedTree.count()) > 0) await closedTree.click()
      if ((await page.locator('nav.tree').count()) > 0) await page.locator('nav.tree input').waitFor()
      await page.evaluate(AXE)
      const results = await page.evaluate<AxeResults>(
        `axe.run({ preload: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
      )
      for (const { id, nodes } of results.violations)
        for (const { html } of nodes)
          violations.push(`${colorScheme} ${width} ${id} ${page.url()} ${html.slice(0, 140)}`)
    }
    await context.close()
  }
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    for (const url of forShift) {
      const page = await context.newPage()
      await page.goto(url)
      const [sum, moved] = await page.evaluate<[number, string]>(SHIFT)
      if (sum > 0) shifts.push(`${sum.toFixed(4)} at ${width}: ${url} ${moved}`)
      await page.close()
    }
    await context.close()
  }
  return { violations, shifts }
}
