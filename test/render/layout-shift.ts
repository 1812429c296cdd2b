import type { Page } from 'playwright-core'

/** Runs before a page’s own scripts: notes what moves, unless the reader has just done something. */
export const WATCH_SHIFTS = `
  globalThis.shifts = []
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput)
        shifts.push(value.toFixed(4) + ' ' + sources.map(({ node }) => node?.nodeName + '.' + (node?.className ?? '')).join(' '))
  }).observe({ type: 'layout-shift', buffered: true })`

/** Scrolls through a page, so that images load, and waits until all is painted. */
const SCROLL = `(async () => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  for (let at = 0; at < document.documentElement.scrollHeight && at < 20_000; at += innerHeight / 2) {
    scrollTo(0, at)
    await painted()
  }
  await Promise.all([...document.images].filter(({ complete, loading }) => !complete && loading !== 'lazy').map((image) => image.decode().catch(() => {})))
  await painted()
})()`

/** What has moved on a page that watches shifts, from the start until the reader has scrolled through it. */
export async function shiftsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(SCROLL)
  return page.evaluate<string[]>('shifts')
}
