import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { sharedChromium } from '../../test/render/browser.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
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

/** Returns what axe finds on some pages by day and night, and the layout shift of others that is not 0. */
export async function examineInBrowser(
  forAxe: readonly string[],
  forShift: readonly string[],
): Promise<{ readonly violations: readonly string[]; readonly shifts: readonly string[] }> {
  const browser = await sharedChromium()
  const violations: string[] = []
  const shifts: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    for (const url of forAxe) {
      await page.goto(url)
      await page.evaluate(AXE)
      const results = await page.evaluate<AxeResults>(
        `axe.run({ preload: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
      )
      for (const { id, nodes } of results.violations)
        for (const { html } of nodes)
          violations.push(`${colorScheme} ${id} ${page.url()} ${html.slice(0, 140)}`)
    }
    await context.close()
  }
  for (const width of [1280, 390]) {
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
  await browser.close()
  return { violations, shifts }
}
