/**
 * Examines built sites as their readers, browsers and search engines meet them: over HTTP.
 *
 *     npm run bench:site -- SITE... [--site-url URL] [--documents FOLDER] [--no-browser] [--vnu JAR]
 *
 * Each SITE is the output folder of a build. Prints, for each:
 *
 * - links that lead nowhere: all of what the site adds, and those in the text of documents, apart. With `--documents FOLDER`, links in the
 *   text that `link-missing` reports are counted only.
 * - what axe finds on 20 pages, by day and by night, and by how much 10 pages of documents and runbooks shift while they load, on a wide
 *   screen and on a phone (needs Chromium);
 * - what the Nu Html Checker finds on 100 pages (needs Java and the `vnu.jar` of the npm package `vnu-jar`).
 *
 * Exits with 1 if anything is wrong that no document is to blame for.
 */

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../../src/cli/serve/start-server.ts'
import { check, preview } from '../../src/pipeline.ts'
import { sharedChromium } from '../../test/render/browser.ts'
import { crawl, type DeadLink } from '../../test/support/crawl.ts'
import { examineInBrowser } from './examine-in-browser.ts'
import { type BuiltPage, choosePages } from './page-kinds.ts'
import { runVnu } from './run-vnu.ts'

const PAGES = { axe: 20, shift: 10, vnu: 100 }
/** The most lines that are printed of each kind. */
const SHOWN = 40

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'site-url': { type: 'string' },
    documents: { type: 'string', multiple: true, default: [] },
    browser: { type: 'boolean', default: true },
    vnu: { type: 'string' },
  },
  allowNegative: true,
})
if (positionals.length === 0) throw new Error('Usage: npm run bench:site -- SITE...')

const reported = await reportedLinks(values.documents)
let faults = 0
for (const folder of positionals) await examine(resolve(folder))
if (values.browser) await (await sharedChromium()).close()
process.exitCode = faults > 0 ? 1 : 0

async function examine(out: string): Promise<void> {
  console.log(`\n# ${out}`)
  const site = await preview(out)
  const server = await startServer({ filesOf: () => site, base: '/', port: 0 })
  try {
    const { answers, links, dead } = await crawl(server.url, {
      also: ['404.html', 'robots.txt', 'sitemap.xml'],
      ...(values['site-url'] !== undefined && { siteUrl: values['site-url'] }),
    })
    const total = [...links.values()].reduce((sum, count) => sum + count, 0)
    console.log(
      `${answers.size} addresses, ${total} links (${[...links].map((each) => each.join(' ')).join(', ')})`,
    )
    const inText = dead.filter((link) => link.isInText)
    const count = (kind: TextClass) => inText.filter((link) => classOf(link) === kind).length
    console.log(`${count('reported')} dead links in documents, which link-missing reports`)
    console.log(
      `${count('host')} links in documents to the root of their host, which need the setting rootUrl`,
    )
    print(
      'dead links in documents, which no finding reports',
      inText.filter((link) => classOf(link) === 'silent').map(lineOf),
    )
    const ours = dead.filter((link) => !link.isInText)
    print('dead links of the site', ours.map(lineOf))
    const urls = [...answers]
      .filter(
        ([url, { status, type }]) => status === 200 && type.startsWith('text/html') && url.endsWith('.html'),
      )
      .map(([url]) => url)
      .sort()
    const fileOf = (url: string): string => join(out, decodeURIComponent(new URL(url).pathname))
    const pages = urls.map((url) => ({ url, html: readFileSync(fileOf(url), 'utf8') }))
    if (values.browser) {
      const { violations, shifts, inText } = await examineInBrowser(
        choosePages(pages, PAGES.axe),
        choosePages(pages.filter(isDocument), PAGES.shift),
      )
      print(`violations that axe finds on ${PAGES.axe} pages, by day and night, at both widths`, violations)
      console.log(`${inText} times axe finds that headings of documents skip a level`)
      print(`pages of ${PAGES.shift} that shift, at both widths`, shifts)
    }
    if (values.vnu !== undefined) {
      const { ours, inText } = runVnu(values.vnu, choosePages(pages, PAGES.vnu).map(fileOf))
      console.log(`${inText} errors that vnu finds in the markup of documents`)
      print(`errors that vnu finds in ${PAGES.vnu} pages`, ours)
    }
  } finally {
    await server.close()
  }
}

function print(what: string, lines: readonly string[]): void {
  faults += lines.length
  console.log(
    `${lines.length} ${what}${lines
      .slice(0, SHOWN)
      .map((line) => `\n    ${line}`)
      .join('')}`,
  )
  if (lines.length > SHOWN) console.log(`    and ${lines.length - SHOWN} more`)
}

/** Whether a page shows a document, not lists of documents only. */
function isDocument({ html }: BuiltPage): boolean {
  return html.includes('<article') || html.includes('data-path=')
}

function lineOf({ from, url, kind, why }: DeadLink): string {
  return `${why} ${kind} ${decodeURI(from)} → ${url}`
}

/** The links that findings report, each by the end of its URL. */
async function reportedLinks(inputs: readonly string[]): Promise<ReadonlySet<string>> {
  if (inputs.length === 0) return new Set()
  const { files } = await check({ inputs })
  return new Set(
    files.flatMap(({ messages }) =>
      messages.filter(({ ruleId }) => ruleId === 'link-missing').map(({ actual }) => nameOf(String(actual))),
    ),
  )
}

/** What is known of a dead link in the text of a document. */
type TextClass = 'reported' | 'host' | 'silent'

function classOf({ url }: DeadLink): TextClass {
  if (url.startsWith('/')) return 'host'
  return reported.has(nameOf(url)) ? 'reported' : 'silent'
}

/** What a link in a document and the one on its page have in common: the name of the file, without its ending, and the anchor. */
function nameOf(url: string): string {
  const [path = '', anchor = ''] = decodeURIComponent(url).toLowerCase().split('#')
  return `${path
    .split('?')[0]!
    .split(/[/\\]/)
    .pop()!
    .replace(/\.(?:md|html)$/, '')}#${anchor}`
}
