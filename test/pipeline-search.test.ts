import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { BuildOptions } from '../src/pipeline/options.ts'
import { build } from '../src/pipeline.ts'
import { searchSite } from './render/search/search-site.ts'
import { pair } from './support/bilingual.ts'
import { contentsOf } from './support/contents-of.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'

const folder = () =>
  temporaryFolder(
    Object.fromEntries(Object.entries(searchSite()).map(([path, text]) => [`docs/${path}`, text])),
  )

function buildIn(cwd: string, options: Partial<BuildOptions> = {}) {
  return build({ inputs: ['docs'], out: 'out', cwd, only: ['page', 'search'], cache: 'cache', ...options })
}

/** The files of the index. */
function indexIn(cwd: string): Record<string, string> {
  return contentsOf(join(cwd, 'out/pagefind'))
}

/** The index of a build from scratch of the same documents. */
async function cleanIndex(cwd: string): Promise<Record<string, string>> {
  await buildIn(cwd, { cache: 'other-cache', out: 'clean' })
  return contentsOf(join(cwd, 'clean/pagefind'))
}

/** Locales whose files differ. */
function changedLocales(before: Record<string, string>, after: Record<string, string>): string[] {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => before[path] !== after[path],
  )
  return [...new Set(changed.flatMap((path) => /\b[a-z]{2}-[a-z]{2}(?=[_.])/.exec(path)?.[0] ?? []))].sort()
}

it('indexes each page in its locale, once, and the same bytes again', async () => {
  const cwd = folder()
  const { work, files } = await buildIn(cwd)
  expect(files.flatMap(({ messages }) => messages)).toEqual([])
  expect(work.pagesIndexed).toBe(14)
  const { languages } = JSON.parse(readFileSync(join(cwd, 'out/pagefind/pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>
  }
  expect(Object.entries(languages).map(([locale, { page_count }]) => `${locale} ${page_count}`)).toEqual([
    'ar-sa 2',
    'de-de 2',
    'en-us 2',
    'fr-fr 2',
    'ja-jp 2',
    'th-th 2',
    'zh-cn 2',
  ])
  expect(
    Object.keys(indexIn(cwd))
      .filter((path) => /\.(?:js|css)$/.test(path))
      .sort(),
  ).toEqual(['pagefind-worker.js', 'pagefind.js'])
  expect(await cleanIndex(cwd)).toEqual(indexIn(cwd))
})

it('indexes nothing if nothing has changed, and only the locales that have', async () => {
  const cwd = folder()
  await buildIn(cwd)
  const before = indexIn(cwd)
  expect((await buildIn(cwd)).work.pagesIndexed ?? 0).toBe(0)
  const path = join(cwd, 'docs/fr-FR/guide/backup.md')
  writeFiles(cwd, {
    'docs/fr-FR/guide/backup.md': readFileSync(path, 'utf8').replace('dix minutes', 'un quart d’heure'),
  })
  const second = await buildIn(cwd)
  expect([second.work.groups, second.work.pagesIndexed]).toEqual([1, 2])
  expect(changedLocales(before, indexIn(cwd))).toEqual(['fr-fr'])
  expect(indexIn(cwd)).toEqual(await cleanIndex(cwd))
})

it.each<[string, (cwd: string) => void]>([
  ['a document is removed', (cwd) => rmSync(join(cwd, 'docs/fr-FR/guide/certificates.md'))],
  ['a locale is removed', (cwd) => rmSync(join(cwd, 'docs/th-TH'), { recursive: true })],
  [
    'a document is added',
    (cwd) => writeFiles(cwd, { 'docs/de-DE/new.md': `# ${pair('ccccc-101', 'Neu', 'New')}\n` }),
  ],
  [
    'the records are lost',
    (cwd) => {
      for (const name of Object.keys(contentsOf(join(cwd, 'cache'))).filter((path) =>
        path.endsWith('.records'),
      ))
        rmSync(join(cwd, 'cache', name))
      writeFiles(cwd, { 'docs/de-DE/new.md': `# ${pair('ccccc-101', 'Neu', 'New')}\n` })
    },
  ],
  ['a file of the index is lost', (cwd) => rmSync(join(cwd, 'out/pagefind/pagefind-entry.json'))],
  ['a file that all locales share is changed', (cwd) => writeFiles(cwd, { 'out/pagefind/pagefind.js': 'x' })],
  ['a file that all locales share is lost', (cwd) => rmSync(join(cwd, 'out/pagefind/wasm.unknown.pagefind'))],
])('is as from scratch after %s', async (_, change) => {
  const cwd = folder()
  await buildIn(cwd)
  change(cwd)
  await buildIn(cwd)
  expect(indexIn(cwd)).toEqual(await cleanIndex(cwd))
})

it('removes the index, and the button of pages, if it is not made', async () => {
  const cwd = folder()
  await buildIn(cwd)
  const page = () => readFileSync(join(cwd, 'out/fr-FR/guide/backup.html'), 'utf8')
  expect(page()).toContain('search-open')
  await buildIn(cwd, { only: ['page'] })
  expect(existsSync(join(cwd, 'out/pagefind'))).toBe(false)
  expect(page()).not.toContain('search-open')
  expect(page()).not.toContain('wasm-unsafe-eval')
})

it('does not make an index without pages', async () => {
  await expect(buildIn(folder(), { only: ['json', 'search'] })).rejects.toThrow('`search` without `page`')
})
