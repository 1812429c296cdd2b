import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { BuildOptions } from '../src/pipeline/options.ts'
import { build, check } from '../src/pipeline.ts'
import { reporters } from '../src/report/reporters.ts'
import { pair, smallDocument } from './support/bilingual.ts'
import { contentsOf } from './support/contents-of.ts'
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
  temporaryFolder({
    'docs/a.md': `${smallDocument()}\n![x](media/x.png)\n\n[!code[](part.txt)]\n\n[!code[](gone.txt)]\n`,
    'docs/b.md': FAULTY,
    'docs/media/x.png': 'png',
    'docs/media/y.png': 'png',
    'docs/part.txt': 'part',
  })

it('has nothing to do where nothing has changed, and says the same', async () => {
  const cwd = folder()
  const first = await buildCached(cwd)
  const second = await buildCached(cwd)
  expect([first.read, second.read]).toEqual([2, 0])
  expect(second.report).toBe(first.report)
  expect(second).toMatchObject({ counts: first.counts, locales: first.locales })
  expect(second.written).toEqual({ files: first.written.files, changed: 0, bytes: 0, removed: 0 })
  expect(reporters.pretty(second.files, {})).toBe(reporters.pretty(first.files, {}))
})

it.each<[string, number, (cwd: string) => void, Partial<BuildOptions>?]>([
  ['a document changes', 1, (cwd) => writeFiles(cwd, { 'docs/a.md': smallDocument('Salut') })],
  [
    'a document changes within the same size',
    1,
    (cwd) => writeFiles(cwd, { 'docs/a.md': smallDocument('Bonjoux') }),
  ],
  ['a document is touched', 0, (cwd) => utimesSync(join(cwd, 'docs/a.md'), 1, 1)],
  ['a document is added', 1, (cwd) => writeFiles(cwd, { 'docs/c.md': smallDocument() })],
  ['a document is removed', 0, (cwd) => rmSync(join(cwd, 'docs/b.md'))],
  ['an image changes', 1, (cwd) => writeFiles(cwd, { 'docs/media/x.png': 'other' })],
  ['an image is removed', 1, (cwd) => rmSync(join(cwd, 'docs/media/x.png'))],
  ['an included file changes', 1, (cwd) => writeFiles(cwd, { 'docs/part.txt': 'new' })],
  ['a missing included file appears', 1, (cwd) => writeFiles(cwd, { 'docs/gone.txt': 'here' })],
  ['a file that nothing needs changes', 0, (cwd) => writeFiles(cwd, { 'docs/media/y.png': 'other' })],
  ['the list of what was written is removed', 0, (cwd) => rmSync(join(cwd, 'out/.lockstep-manifest.json'))],
  [
    'a style sheet is removed',
    0,
    (cwd) => rmSync(join(cwd, 'out/assets', assetIn(cwd, /^lockstep\..*css$/))),
  ],
  ['an index is changed', 0, (cwd) => writeFileSync(join(cwd, 'out/index.html'), 'x')],
  ['a page is removed', 1, (cwd) => rmSync(join(cwd, 'out/fr-FR/a.html'))],
  ['a page is changed', 1, (cwd) => writeFileSync(join(cwd, 'out/fr-FR/a.html'), 'x')],
  ['the settings change', 2, () => {}, { locales: ['fr-FR'] }],
  ['a rule is switched off', 2, () => {}, { rules: { 'unit-order': 'off' } }],
  ['the cache is damaged', 2, (cwd) => damageCache(cwd, (state) => state.replace('"b.md"', '"x.md"'))],
  ['the cache is cut off', 2, (cwd) => damageCache(cwd, (state) => state.slice(0, -2))],
  ['the cache is foreign', 2, (cwd) => damageCache(cwd, () => '{"version":2}')],
])('makes only what has changed where %s (%d)', async (_, expected, change, options) => {
  const cwd = folder()
  await buildCached(cwd)
  change(cwd)
  const { read } = await buildCached(cwd, options)
  expect(read).toBe(expected)
  expect((await buildCached(cwd, options)).read).toBe(0)
  await build({ inputs: ['docs'], out: 'cold', cwd, ...options })
  expect(contentsOf(join(cwd, 'out'))).toEqual(contentsOf(join(cwd, 'cold')))
})

it('makes pages again where a style sheet changes, whose name then differs', async () => {
  const cwd = folder()
  writeFiles(cwd, { 'look/assets/own.css': 'a{}' })
  await buildCached(cwd, { templates: 'look' })
  const before = assetIn(cwd, /^own\./)
  writeFiles(cwd, { 'look/assets/own.css': 'b{}' })
  const { read } = await buildCached(cwd, { templates: 'look' })
  expect([read, assetIn(cwd, /^own\./) === before]).toEqual([2, false])
})

it.each([
  ['logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>'],
  ['look.css', 'b{}'],
  ['icon.ico', 'other'],
])('makes pages again where a file of the site changes (%s)', async (name, content) => {
  const cwd = folder()
  const site = { title: 'Contoso', accent: 'teal', logo: 'logo.svg', favicon: 'icon.ico', css: ['look.css'] }
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
  writeFiles(cwd, { 'logo.svg': svg, 'look.css': 'a{}', 'icon.ico': 'icon' })
  await buildCached(cwd, { site })
  expect(readFileSync(join(cwd, 'out/fr-FR/a.html'), 'utf8')).toMatch(
    /\| Contoso<\/title>[\s\S]*icon\.[\s\S]*accent\.[\s\S]*look\.[\s\S]*logo\.svg" alt="" width="10"/,
  )
  expect((await buildCached(cwd, { site })).read).toBe(0)
  writeFiles(cwd, { [name]: content })
  expect((await buildCached(cwd, { site })).read).toBe(2)
  await build({ inputs: ['docs'], out: 'cold', cwd, site })
  expect(contentsOf(join(cwd, 'out'))).toEqual(contentsOf(join(cwd, 'cold')))
})

it('leaves alone what is as it was', async () => {
  const cwd = folder()
  await buildCached(cwd)
  const before = statSync(join(cwd, 'out/fr-FR/b.html')).mtimeMs
  // The title, which other pages show, stays.
  writeFiles(cwd, { 'docs/a.md': `${smallDocument()}\nx\n` })
  expect((await buildCached(cwd)).written.changed).toBeLessThan(20)
  expect(statSync(join(cwd, 'out/fr-FR/b.html')).mtimeMs).toBe(before)
})

it('removes what was made of a document that is gone, and nothing else', async () => {
  const cwd = folder()
  await buildCached(cwd)
  writeFiles(cwd, { 'out/fr-FR/mine.html': 'mine' })
  rmSync(join(cwd, 'docs/b.md'))
  expect((await buildCached(cwd)).written.removed).toBeGreaterThan(0)
  expect(existsSync(join(cwd, 'out/fr-FR/b.html'))).toBe(false)
  expect(existsSync(join(cwd, 'out/fr-FR/mine.html'))).toBe(true)
})

it('tries again what failed', async () => {
  const cwd = folder()
  writeFiles(cwd, { 'out/fr-FR/a.html/x': 'in a folder of that name' })
  expect((await buildCached(cwd)).report).toContain('document-failed')
  rmSync(join(cwd, 'out/fr-FR/a.html'), { recursive: true })
  const { read, report } = await buildCached(cwd)
  expect([read, report.includes('document-failed')]).toEqual([1, false])
})

it('lets one build at a time write to a folder, and keeps a whole cache', async () => {
  const cwd = folder()
  const builds = await Promise.allSettled([buildCached(cwd), buildCached(cwd), buildCached(cwd)])
  const failures = builds.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []))
  expect(failures).toHaveLength(2)
  for (const failure of failures) expect(failure).toContain('Another build is writing to')
  expect((await buildCached(cwd)).read).toBe(0)
})

it.each([
  ['a document', 'docs/a.md', smallDocument('Bonjour'), smallDocument('Bonsoir')],
  ['an included file', 'docs/part.txt', 'part', 'trap'],
  ['an image', 'docs/media/x.png', 'png', 'gnp'],
])(
  'sees that %s has other content of the same size, changed within one tick of the clock',
  async (_name, path, one, other) => {
    const cwd = folder()
    writeFiles(cwd, { 'docs/b.md': `![x](media/x.png)\n\n[!code[](part.txt)]\n`, [path]: one })
    const now = new Date()
    utimesSync(join(cwd, path), now, now)
    await buildCached(cwd)
    // In place, so that it is the same file, and the clock of the disk says the same.
    writeFileSync(join(cwd, path), other)
    utimesSync(join(cwd, path), now, now)
    await buildCached(cwd)
    const warm = contentsOf(join(cwd, 'out'))
    await buildCached(cwd, { out: 'cold', cache: 'cold-cache' })
    expect(warm).toEqual(contentsOf(join(cwd, 'cold')))
    expect((await buildCached(cwd)).read).toBe(0)
  },
)

it('gives a page the new size of an image that has changed', async () => {
  const cwd = folder()
  const svg = (width: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"><path d="M0 0"/></svg>`
  writeFiles(cwd, { 'docs/b.md': '![x](media/x.svg)\n', 'docs/media/x.svg': svg(20) })
  await buildCached(cwd)
  const page = () => readFileSync(join(cwd, 'out', 'fr-FR', 'b.html'), 'utf8')
  expect(page()).toContain('width="20" height="10"')
  writeFiles(cwd, { 'docs/media/x.svg': svg(30) })
  expect((await buildCached(cwd)).read).toBe(1)
  expect(page()).toContain('width="30" height="10"')
})

it('checks again only what has changed', async () => {
  const cwd = folder()
  const checkCached = async () => {
    let read = 0
    const { files } = await check({ inputs: ['docs'], cwd, cache: 'cache', onProgress: () => read++ })
    return { read, report: reporters.json(files, {}) }
  }
  const first = await checkCached()
  expect(first.read).toBe(2)
  expect(await checkCached()).toEqual({ ...first, read: 0 })
  writeFiles(cwd, { 'docs/a.md': `${smallDocument()}\n[x](gone.md)\n` })
  const third = await checkCached()
  expect(third.read).toBe(1)
  expect(third.report).toContain('link-missing')
  expect(third.report).toBe(reporters.json((await check({ inputs: ['docs'], cwd })).files, {}))
})

it('keeps output folders apart', async () => {
  const cwd = folder()
  await buildCached(cwd)
  expect((await buildCached(cwd, { out: 'other' })).read).toBe(2)
  expect((await buildCached(cwd)).read).toBe(0)
  expect(readdirSync(join(cwd, 'cache')).filter((name) => name.endsWith('.json'))).toHaveLength(2)
})

function damageCache(cwd: string, damage: (state: string) => string): void {
  for (const name of readdirSync(join(cwd, 'cache'))) {
    const path = join(cwd, 'cache', name)
    writeFileSync(path, damage(readFileSync(path, 'utf8')))
  }
}

/** Name of the file in the folder of assets that matches. */
function assetIn(cwd: string, pattern: RegExp): string {
  return readdirSync(join(cwd, 'out/assets')).find((name) => pattern.test(name))!
}

it('shows the source of what the checks flag in runbooks, though it reports structure only, and notices what changes that', async () => {
  const cwd = temporaryFolder({
    'docs/a.md': `---\ntitle: x\nms.contentlocale: fr-FR\n---\n# ${pair('x-1', 'Arrêter', 'To stop')}\n\n1. ${pair('x-2', 'Attendez 5 minutes.', 'Wait for 15 minutes.')}\n2. ${pair('x-3', 'Cliquez ici.', 'Click here.')}\n`,
  })
  const doubts = async (options: Partial<BuildOptions> = {}) => {
    const { read, files } = await buildCached(cwd, { only: ['runbook'], ...options })
    const html = readFileSync(join(cwd, 'out/fr-FR/a.runbook.html'), 'utf8')
    const messages = files.flatMap((file) => file.messages)
    return [read, html.match(/class="doubtful".*?Wait for 15 minutes/g)?.length ?? 0, messages.length]
  }
  expect(await doubts()).toEqual([1, 1, 0])
  expect(await doubts()).toEqual([0, 1, 0])
  expect(await doubts({ rules: { 'number-equal': 'info' } })).toEqual([1, 0, 1])
  expect(await doubts({ preset: 'structure' })).toEqual([1, 0, 0])
  const suppressions = [{ rule: 'number-equal', source: 'Wait for 15 minutes.', reason: 'checked' }]
  expect(await doubts({ suppressions })).toEqual([1, 0, expect.any(Number)])
  expect(await doubts()).toEqual([1, 1, 0])
})

it('shows the source of what the checks flag in files that a runbook includes, but not for how it is written', async () => {
  const step = (target: string, source: string) => `${pair('y-1', target, source)}\n`
  const cwd = temporaryFolder({
    'docs/a.md': `---\ntitle: x\nms.contentlocale: fr-FR\n---\n# ${pair('x-1', 'Arrêter', 'To stop')}\n\n1. ${pair('x-2', 'Cliquez ici: là.', 'Click here: there.')}\n2. [!INCLUDE [wait](includes/wait.md)]\n`,
    'docs/includes/wait.md': step('Attendez 5 minutes.', 'Wait for 15 minutes.'),
  })
  const doubts = async () => {
    const { read } = await buildCached(cwd, { only: ['runbook'], rules: { 'french-spacing': 'warning' } })
    const html = readFileSync(join(cwd, 'out/fr-FR/a.runbook.html'), 'utf8')
    return [read, [...html.matchAll(/class="doubtful".*?(Click here|Wait for 15)/g)].map(([, text]) => text)]
  }
  expect(await doubts()).toEqual([2, ['Wait for 15']])
  writeFiles(cwd, { 'docs/includes/wait.md': step('Attendez 15 minutes.', 'Wait for 15 minutes.') })
  expect(await doubts()).toEqual([2, []])
})

it('checks other documents again if a title changes', async () => {
  const titled = (target: string, source: string) =>
    `---\nms.contentlocale: fr-FR\n---\n# ${pair('x-1', target, source)}\n`
  const cwd = temporaryFolder({
    'docs/a.md': titled('Basculement', 'Failing over'),
    'docs/b.md': titled('Basculement', 'Failing back'),
  })
  const found = async () => {
    const { report } = await buildCached(cwd, { rules: { 'title-equal': 'warning' } })
    return report.match(/title-equal/g)?.length ?? 0
  }
  const both = await found()
  expect(both).toBeGreaterThan(0)
  writeFiles(cwd, { 'docs/b.md': titled('Restauration', 'Failing back') })
  expect(await found()).toBe(0)
})
