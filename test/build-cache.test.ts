import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { BuildOptions } from '../src/pipeline/options.ts'
import { build } from '../src/pipeline.ts'
import { reporters } from '../src/report/reporters.ts'
import { pair, smallDocument } from './support/bilingual.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'

const FAULTY = `---\ntitle: x\nms.contentlocale: fr-FR\n---\n<span data-ttu-id="x-9">sans source</span>\n\n${pair('x-2', 'deux', '`two`')}\n\n${pair('x-3', 'Vous :', 'You:')}\n\n${pair('x-1', 'un', 'one')}\n`

/** Builds `docs` with a cache; tells what came of it and how many documents were read. */
async function buildCached(cwd: string, options: Partial<BuildOptions> = {}) {
  let read = 0
  const result = await build({
    inputs: ['docs'],
    out: 'out',
    cache: 'cache',
    cwd,
    ...options,
    onProgress: () => {
      read++
    },
  })
  return { ...result, read, report: reporters.json(result.files, {}) }
}

const folder = () =>
  temporaryFolder({ 'docs/a.md': smallDocument(), 'docs/b.md': FAULTY, 'docs/media/x.png': 'png' })

it('has nothing to do where nothing has changed, and says the same', async () => {
  const cwd = folder()
  const first = await buildCached(cwd)
  const second = await buildCached(cwd)
  expect([first.read, second.read]).toEqual([2, 0])
  expect(second.report).toBe(first.report)
  expect(second).toMatchObject({ counts: first.counts, locales: first.locales })
  expect(second.written).toEqual({ files: first.written.files, changed: 0, removed: 0 })
  expect(reporters.pretty(second.files, {})).toBe(reporters.pretty(first.files, {}))
})

it.each<[string, (cwd: string) => void, Partial<BuildOptions>?]>([
  ['a document changes', (cwd) => writeFiles(cwd, { 'docs/a.md': smallDocument('Salut') })],
  [
    'a document changes within the same size',
    (cwd) => writeFiles(cwd, { 'docs/a.md': smallDocument('Bonjoux') }),
  ],
  ['a document is touched', (cwd) => utimesSync(join(cwd, 'docs/a.md'), 1, 1)],
  ['a document is added', (cwd) => writeFiles(cwd, { 'docs/c.md': smallDocument() })],
  ['a document is removed', (cwd) => rmSync(join(cwd, 'docs/b.md'))],
  ['an image changes', (cwd) => writeFiles(cwd, { 'docs/media/x.png': 'other' })],
  ['a file in a folder with a dot changes', (cwd) => writeFiles(cwd, { 'docs/.attachments/x.md': 'other' })],
  ['the list of what was written is removed', (cwd) => rmSync(join(cwd, 'out/.lockstep-manifest.json'))],
  ['a page is removed', (cwd) => rmSync(join(cwd, 'out/fr-FR/a.html'))],
  ['a page is changed', (cwd) => writeFileSync(join(cwd, 'out/fr-FR/a.html'), 'x')],
  ['the settings change', () => {}, { locales: ['fr-FR'] }],
  ['a rule is switched off', () => {}, { rules: { 'unit-order': 'off' } }],
  ['the cache is damaged', (cwd) => damageCache(cwd, '{"type":"build-state"')],
  [
    'the cache is foreign',
    (cwd) =>
      damageCache(
        cwd,
        '{"type":"build-state","version":1,"key":"x","inputs":"","outputs":"","paths":[],"locales":[],"files":[],"counts":{}}',
      ),
  ],
])('makes everything again where %s', async (_, change, options) => {
  const cwd = folder()
  await buildCached(cwd)
  change(cwd)
  const { read } = await buildCached(cwd, options)
  expect(read).toBeGreaterThan(0)
  expect(readFileSync(join(cwd, 'out/fr-FR/a.html'), 'utf8')).toContain('<html')
  expect((await buildCached(cwd, options)).read).toBe(0)
})

it('keeps output folders apart', async () => {
  const cwd = folder()
  await buildCached(cwd)
  expect((await buildCached(cwd, { out: 'other' })).read).toBe(2)
  expect((await buildCached(cwd)).read).toBe(0)
  expect(readdirSync(join(cwd, 'cache'))).toHaveLength(2)
})

function damageCache(cwd: string, content: string): void {
  for (const name of readdirSync(join(cwd, 'cache'))) writeFileSync(join(cwd, 'cache', name), content)
}
