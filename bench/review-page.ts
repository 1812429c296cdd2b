/**
 * Measures the page of a review in Chromium: its size, the time until the first item can be read, and frames that come late
 * while the list is scrolled through and items are gone through.
 *
 *     npx jiti bench/review-page.ts PAGE.html
 */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { ARGS } from '../src/print/open-printer.ts'
import { CHROMIUM } from '../test/render/browser.ts'

const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('Name a page that `lockstep review --format html` wrote.')

/** Collects the gaps between frames while something runs. */
const FRAMES = `async (steps, step) => {
  const gaps = []
  let last = performance.now()
  for (let at = 0; at < steps; at++) {
    step(at)
    await new Promise((done) => requestAnimationFrame(done))
    const now = performance.now()
    gaps.push(now - last)
    last = now
  }
  gaps.sort((a, b) => a - b)
  return [gaps[steps >> 1], gaps[Math.floor(steps * 0.99)], gaps.at(-1), gaps.filter((gap) => gap > 50).length]
}`

const browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', ...ARGS] })
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
console.log(`size         ${(statSync(path).size / 1e6).toFixed(1)} MB`)
const start = performance.now()
await page.goto(pathToFileURL(resolve(path)).href, { waitUntil: 'commit' })
await page.locator('.item .text').first().waitFor()
console.log(`first item   ${((performance.now() - start) / 1000).toFixed(2)} s`)
await page.locator('body[data-ready]').waitFor()
console.log(`ready        ${((performance.now() - start) / 1000).toFixed(2)} s`)
const show = (name: string, [median, most, worst, late]: number[]) =>
  console.log(
    `${name.padEnd(12)} median ${median!.toFixed(0)} ms, 99% ${most!.toFixed(0)} ms, worst ${worst!.toFixed(0)} ms, over 50 ms: ${late}`,
  )
const scroll = `(${FRAMES})(600, () => { document.getElementById('list').scrollTop += 300 })`
const jump = `(${FRAMES})(300, () => { const list = document.getElementById('list'); list.scrollTop += list.scrollHeight / 300 })`
const go = `(${FRAMES})(300, () => lockstep.review.step(1))`
show('scroll', await page.evaluate(scroll))
show('jump', await page.evaluate(jump))
show('next item', await page.evaluate(go))
const search = performance.now()
await page.locator('[name=text]').fill('PowerShell')
// The policy of the page forbids evaluation inside it.
while (await page.evaluate('lockstep.review.shown.length === lockstep.review.index.items.risk.length'))
  await new Promise((done) => setTimeout(done, 20))
console.log(`search       ${((performance.now() - search) / 1000).toFixed(2)} s`)
await browser.close()
