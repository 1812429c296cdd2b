import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BuildOptions } from '../src/pipeline/options.ts'
import { build } from '../src/pipeline.ts'
import { pair, smallDocument } from './support/bilingual.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'

async function buildIn(files: Record<string, string>, options: Partial<BuildOptions> = {}) {
  const cwd = temporaryFolder(files)
  const result = await build({ inputs: ['docs'], out: 'out', cwd, ...options })
  const out = join(cwd, 'out')
  const read = (path: string) => readFileSync(join(out, path), 'utf8')
  return { ...result, out, read, has: (path: string) => existsSync(join(out, path)) }
}

/** All links of the HTML below a folder that lead to no file of it, as a server resolves them. */
function deadLinks(out: string): readonly string[] {
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  )
  return paths.flatMap((from) =>
    [...readFileSync(join(out, from), 'utf8').matchAll(/ (?:href|src)="([^"#?]+)[^"]*"/g)]
      .map(([, url = '']) => url)
      .filter((url) => !/^[a-z]+:|^\//i.test(url))
      .map((url) => posix.join(posix.dirname(from), decodeURIComponent(url)))
      .filter((path) => !existsSync(join(out, path.endsWith('/') ? `${path}index.html` : path)))
      .map((path) => `${from} → ${path}`),
  )
}

/** A document with a procedure, so that it has a runbook. */
const STEPS = `${smallDocument()}
1. ${pair('aaaaa-110', 'Ouvrez la console.', 'Open the console.')}

2. ${pair('aaaaa-111', 'Cliquez sur [Démarrer](sub/b.md).', 'Click [Start](sub/b.md).')}
`
const LINKS = STEPS.replace('# ', '[b](sub/b.md#x) [home](index.md)\n\n# ')

it('makes clean URLs: a folder for each page, and links that end with folders', async () => {
  const files = {
    'docs/a.md': LINKS,
    'docs/index.md': LINKS,
    'docs/sub/b.md': smallDocument().replace('# ', '[a](../a.md) [i](index.md)\n\n# '),
    'docs/sub/index.md': smallDocument(),
  }
  const { out, read, has } = await buildIn(files, { cleanUrls: true, bilingualRunbooks: 'under' })
  expect(has('fr-FR/a/index.html') && has('fr-FR/index.html') && has('fr-FR/sub/index.html')).toBe(true)
  expect(has('fr-FR/a.html')).toBe(false)
  expect(read('fr-FR/a/index.html')).toContain('href="../sub/b/#x"')
  expect(read('fr-FR/a/index.html')).toContain('href="../"')
  expect(read('fr-FR/sub/b/index.html')).toContain('href="../../a/"')
  expect(read('fr-FR/sub/b/index.html')).toContain('href="../../../en-US/sub/b/"')
  expect(read('fr-FR/a/index.html')).toContain('href="../a.runbook.html"')
  expect(read('fr-FR/a.runbook.html')).toContain('href="a/"')
  expect(read('fr-FR/a.runbook.html')).toContain('href="sub/b/"')
  expect(deadLinks(out)).toEqual([])
  expect(read('fr-FR/a/index.html')).not.toMatch(/href="[^":]*index\.html/)
})

it('reports documents whose clean URLs are the same', async () => {
  const files = { 'docs/a.md': smallDocument(), 'docs/a/index.md': smallDocument() }
  const doubled = async (options: Partial<BuildOptions>) =>
    (await buildIn(files, options)).files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
  expect(await doubled({ cleanUrls: true })).toContain('output-doubled')
  expect(await doubled({})).not.toContain('output-doubled')
})

it('leads to existing files without clean URLs, too', async () => {
  const { out } = await buildIn({
    'docs/a.md': LINKS,
    'docs/index.md': LINKS,
    'docs/sub/b.md': smallDocument(),
  })
  expect(deadLinks(out)).toEqual([])
})

describe('links to what is not in the build', () => {
  const target =
    '[gone](../setup/gone.md#x) [own](/microsoftteams/b) [other](/office/x?view=1) [zip](media/x.zip)'
  const files = {
    'docs/fr-FR/docfx.json': JSON.stringify({
      build: { globalMetadata: { breadcrumb_path: '/MicrosoftTeams/breadcrumb/toc.json' } },
    }),
    'docs/fr-FR/sub/a.md': smallDocument(`Salut ${target}`, `Hi ${target}`),
    'docs/fr-FR/b.md': smallDocument(),
  }
  const links = (html: string) =>
    [...html.matchAll(/<a href="([^"]*)"[^>]*>(?:gone|own|other|zip)<\/a>/g)]
      .slice(0, 4)
      .map(([, url]) => url)

  it('go to the published site in the locale of the page', async () => {
    const { read } = await buildIn(files, { rootUrl: 'https://learn.example/{locale}' })
    expect(links(read('fr-FR/sub/a.html'))).toEqual([
      'https://learn.example/fr-fr/MicrosoftTeams/setup/gone#x',
      '../b.html',
      'https://learn.example/fr-fr/office/x?view=1',
      'https://learn.example/fr-fr/MicrosoftTeams/sub/media/x.zip',
    ])
    expect(links(read('en-US/sub/a.html'))[2]).toBe('https://learn.example/en-us/office/x?view=1')
  })

  it('stay where nothing is known of that site', async () => {
    const { read } = await buildIn(files)
    expect(links(read('fr-FR/sub/a.html'))).toEqual([
      '../setup/gone.md#x',
      '../b.html',
      '/office/x?view=1',
      'media/x.zip',
    ])
  })

  it('are made again when the configuration of the docset changes', async () => {
    const cwd = temporaryFolder(files)
    const options = { inputs: ['docs'], out: 'out', cwd, cache: 'cache', rootUrl: 'https://learn.example' }
    await build(options)
    writeFiles(cwd, { 'docs/fr-FR/docfx.json': '{"basePath":"teams"}' })
    await build(options)
    expect(links(readFileSync(join(cwd, 'out/fr-FR/sub/a.html'), 'utf8'))[0]).toBe(
      'https://learn.example/teams/setup/gone#x',
    )
  })
})
