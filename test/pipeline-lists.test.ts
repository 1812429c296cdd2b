import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { expect, it } from 'vitest'
import { build } from '../src/pipeline.ts'
import { documentIn } from './support/bilingual.ts'
import { contentsOf } from './support/contents-of.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

/** The pages that links lead to, from the start page on, by their paths. */
function reachable(out: string): Set<string> {
  const seen = new Set(['index.html'])
  for (const page of seen) {
    visit(fromHtml(readFileSync(join(out, page), 'utf8')), 'element', ({ tagName, properties }) => {
      if (tagName !== 'a' || typeof properties.href !== 'string' || /^[a-z]+:/.test(properties.href)) return
      const path = posix.join(posix.dirname(page), decodeURIComponent(properties.href.replace(/#.*/, '')))
      if (path.endsWith('.html') && existsSync(join(out, path))) seen.add(path)
    })
  }
  return seen
}

const LOCALES = ['fr-FR', 'de-DE']
const long = 'x'.repeat(251)
const kana = 'あ'.repeat(83)

/** Documents of a docset by path, and the locales that they are in. */
function docset(paths: readonly string[]): Record<string, string> {
  const units = [['101', 'Texte', 'Text']] as const
  return Object.fromEntries(
    LOCALES.flatMap((locale) => paths.map((path) => [`docs/${locale}/${path}`, documentIn(locale, units)])),
  )
}

it.each([
  ['many documents', Array.from({ length: 255 }, (_, at) => `${at % 3 ? `f${at % 7}/g/` : ''}d${at}.md`)],
  ['documents in the place of lists', ['index.md', 'documents.md', 'a.md', 'sub/index.md']],
  ['many documents and a start page', ['index.md', ...Array.from({ length: 210 }, (_, at) => `d${at}.md`)]],
  ['names as long as they can be', [`${long}.md`, `${kana}.md`, `sub/${long}.md`, 'a.md']],
])('links lead from the start page to every page: %s', async (_name, paths) => {
  const cwd = temporaryFolder(docset(paths))
  const result = await build({
    inputs: LOCALES.map((locale) => `docs/${locale}`),
    out: 'out',
    cwd,
    only: ['page', 'json'],
  })
  expect(result.files.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal).map(String))).toEqual(
    [],
  )
  const out = join(cwd, 'out')
  const pages = Object.keys(contentsOf(out)).filter(
    (path) => path.endsWith('.html') && !/^reports\/|(?:^|\/)404\.html$/.test(path),
  )
  expect([...reachable(out)].sort()).toEqual(pages.sort())
  // A start page for the site, a start page (if no document is one) and a list of contents for each locale, and a page for each document in each.
  expect(pages).toHaveLength(1 + 3 * (paths.includes('index.md') ? 1 : 2) + 3 * paths.length)
})

it('shortens names to the same each time, and never two to one', async () => {
  const paths = [`${long.slice(1)}a.md`, `${long.slice(1)}b.md`]
  const [one, other] = [temporaryFolder(docset(paths)), temporaryFolder(docset(paths.toReversed()))]
  for (const cwd of [one, other]) await build({ inputs: ['docs/fr-FR'], out: 'out', cwd })
  expect(contentsOf(join(one, 'out'))).toEqual(contentsOf(join(other, 'out')))
  expect(
    Object.keys(contentsOf(join(one, 'out/data'))).filter((path) => path.endsWith('.json')),
  ).toHaveLength(paths.length + 1)
})

it('tells the document that takes the place of another one', async () => {
  const files = docset(['a.md', 'a.html'])
  const { files: results } = await build({ inputs: ['docs/fr-FR'], out: 'out', cwd: temporaryFolder(files) })
  const doubled = results.filter(({ messages }) => messages.some(({ ruleId }) => ruleId === 'output-doubled'))
  expect(doubled.map(({ path }) => path)).toEqual(['docs/fr-FR/a.md'])
})

it('shortens the names of tables, which come from headings', async () => {
  const heading = 'Überschrift '.repeat(30)
  const table = '\n\n| A | B |\n|---|---|\n| 1 | 2 |\n'
  const cwd = temporaryFolder({ 'docs/a.md': `# ${heading}${table}` })
  const { files } = await build({ inputs: ['docs'], out: 'out', cwd, targetLocale: 'de-DE' })
  expect(
    files.flatMap(({ messages }) => messages.filter(({ ruleId }) => ruleId === 'document-failed')),
  ).toEqual([])
  const names = Object.keys(contentsOf(join(cwd, 'out'))).filter((path) => path.includes('.tables/'))
  expect(names.length).toBeGreaterThan(4)
  for (const name of names) expect(Buffer.byteLength(posix.basename(name))).toBeLessThanOrEqual(255)
})
