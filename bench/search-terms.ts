/**
 * Measures search across languages: looks for English words on the pages of another language.
 *
 *     npx jiti bench/search-terms.ts SITE [LOCALE]
 *
 * SITE is the output folder of a build with search. Takes 50 words of the sources of translated sentences that no text in the language of the
 * pages has, spread evenly over the alphabet, searches for each in Chromium as a reader would, and prints whether the pages that hold
 * it are found, and at which place the first of them is.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startServer } from '../src/cli/serve/start-server.ts'
import { preview } from '../src/pipeline.ts'
import { sharedChromium } from '../test/render/browser.ts'

const TERMS = 50
/** Pages that may hold a term: a word on every page says nothing about the index. */
const MOST_PAGES = 20

const [folder, locale = 'fr-FR'] = process.argv.slice(2)
if (folder === undefined) throw new Error('Usage: npx jiti bench/search-terms.ts SITE [LOCALE]')
const out = resolve(folder)

/** By word of the sources, the pages that hold it. */
const holders = new Map<string, Set<string>>()
const own = new Set<string>()
for (const path of readdirSync(join(out, locale), { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('.html') || path.endsWith('.runbook.html')) continue
  const html = readFileSync(join(out, locale, path), 'utf8')
  const content = html.slice(html.indexOf('<article'), html.indexOf('</article>'))
  const text = content.replace(/<[^>]*>/g, ' ')
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) own.add(word)
  for (const [, source] of content.matchAll(/ data-other="([^"]*)"/g))
    for (const word of source!.match(/(?<![\p{L}\p{N}_./\\-])[a-z]{5,}(?![\p{L}\p{N}_./\\-])/gu) ?? [])
      holders.set(word, (holders.get(word) ?? new Set()).add(`/${locale}/${path}`))
}
const candidates = [...holders]
  .filter(([word, pages]) => !own.has(word) && pages.size <= MOST_PAGES)
  .sort(([a], [b]) => (a < b ? -1 : 1))
const terms = Array.from(
  { length: TERMS },
  (_, at) => candidates[Math.floor((at * candidates.length) / TERMS)]!,
)

const site = await preview(out)
const server = await startServer({ filesOf: () => site, base: '/', port: 0 })
const browser = await sharedChromium()
const page = await browser.newPage()
await page.goto(`${server.url}${[...terms[0]![1]][0]!.slice(1)}`)
let complete = 0
for (const [term, pages] of terms) {
  const found = (await page.evaluate(`import('/pagefind/pagefind.js').then(async ({ search }) => {
    const { results } = await search(${JSON.stringify(term)})
    return Promise.all(results.map(async (result) => (await result.data()).raw_url))
  })`)) as string[]
  const places = [...pages].map((path) => found.indexOf(encodeURI(path.slice(1))))
  const missing = places.filter((place) => place < 0).length
  if (missing === 0) complete++
  const first = Math.min(...places.filter((place) => place >= 0)) + 1
  console.log(
    `${term.padEnd(24)} ${pages.size - missing} of ${pages.size} pages, the first at ${first} of ${found.length}`,
  )
}
console.log(
  `${complete} of ${terms.length} terms (of ${candidates.length}) lead to every page that holds them`,
)
await browser.close()
await server.close()
