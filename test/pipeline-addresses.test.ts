import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BuildOptions } from '../src/pipeline/options.ts'
import { build } from '../src/pipeline.ts'
import { documentIn, pair, smallDocument } from './support/bilingual.ts'
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

describe('the addresses of a site', () => {
  const document = (locale: string) =>
    documentIn(locale, [['101', `Bonjour ${locale}.`, 'Hello.']], { 'ms.date': '07/23/2014' })
  const files = {
    'docs/fr-FR/sub/a.md': document('fr-FR'),
    'docs/de-DE/sub/a.md': document('de-DE'),
    'docs/fr-FR/b.md': document('fr-FR'),
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4"/></svg>',
  }
  const hrefs = (html: string, rel: string) =>
    [...html.matchAll(new RegExp(`<link rel="${rel}"(?: hreflang="([^"]*)")? href="([^"]*)">`, 'g'))].map(
      ([, tag, url]) => (tag ? `${tag} ${url}` : url),
    )

  it('are absolute on every page, for what is translated only', async () => {
    const { read } = await buildIn(files, { siteUrl: 'https://x.example/docs/' })
    const page = read('fr-FR/sub/a.html')
    expect(hrefs(page, 'canonical')).toEqual(['https://x.example/docs/fr-FR/sub/a.html'])
    expect(hrefs(page, 'alternate').sort()).toEqual([
      'de-DE https://x.example/docs/de-DE/sub/a.html',
      'en-US https://x.example/docs/en-US/sub/a.html',
      'fr-FR https://x.example/docs/fr-FR/sub/a.html',
      'x-default https://x.example/docs/en-US/sub/a.html',
    ])
    const fallback = read('de-DE/b.html')
    expect(hrefs(fallback, 'canonical')).toEqual(['https://x.example/docs/en-US/b.html'])
    expect(hrefs(fallback, 'alternate')).toEqual([])
    expect(hrefs(read('fr-FR/b.html'), 'alternate').join()).not.toContain('de-DE')
    expect(page).toContain('<meta property="og:url" content="https://x.example/docs/fr-FR/sub/a.html">')
    expect(page).toContain('<meta property="og:locale" content="fr_FR">')
    expect(page.match(/og:locale:alternate/g)).toHaveLength(2)
  })

  it('are in the sitemap with their dates, and robots find it at the root of a host only', async () => {
    const { read, has } = await buildIn(files, { siteUrl: 'https://x.example', cleanUrls: true })
    const urls = [...read('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)]
      .map(([, url]) => url!.slice(18))
      .sort()
    expect(urls).toEqual(
      [
        'de-DE/',
        'de-DE/sub/a/',
        'en-US/',
        'en-US/b/',
        'en-US/sub/a/',
        'fr-FR/',
        'fr-FR/b/',
        'fr-FR/sub/a/',
      ].sort(),
    )
    expect(read('sitemap.xml')).toContain('<lastmod>2014-07-23</lastmod>')
    expect(read('robots.txt')).toContain('Sitemap: https://x.example/sitemap.xml')
    expect(has('404.html')).toBe(true)
    const below = await buildIn(files, { siteUrl: 'https://x.example/docs' })
    expect([below.has('robots.txt'), below.has('sitemap.xml')]).toEqual([false, true])
    expect((await buildIn(files)).has('sitemap.xml')).toBe(false)
  })

  it('that are missing have a page in each locale whose files are found at any depth', async () => {
    const { out, read } = await buildIn(files, { base: '/docs' })
    for (const path of ['404.html', 'fr-FR/404.html', 'de-DE/404.html', 'en-US/404.html']) {
      const urls = [...read(path).matchAll(/ (?:href|src)="([^"#]+)"/g)].map(([, url]) => url!)
      expect(urls.filter((url) => !url.startsWith('/docs/'))).toEqual([])
      expect(urls.filter((url) => !existsSync(join(out, url.slice('/docs/'.length))))).toEqual([])
    }
    expect(read('fr-FR/404.html')).toContain('<html lang="fr-FR"')
    expect(read('404.html')).toContain('<html lang="en-US"')
  })

  it('show the logo to social networks by its absolute address', async () => {
    const { read, has } = await buildIn(files, { siteUrl: 'https://x.example/d', site: { logo: 'logo.svg' } })
    const [, image = ''] =
      /og:image" content="https:\/\/x\.example\/d\/([^"]*)"/.exec(read('fr-FR/b.html')) ?? []
    expect(has(image)).toBe(true)
  })
})

describe('redirections', () => {
  const redirect = (entries: Record<string, string>) =>
    JSON.stringify({
      redirections: Object.entries(entries).map(([source_path, redirect_url]) => ({
        source_path,
        redirect_url,
      })),
    })
  const files = {
    'docs/.openpublishing.redirection.json': redirect({
      'old.md': 'sub/b#x',
      'older.md': 'old',
      'away.md': 'https://example.com/a b',
      'evil.md': 'javascript:alert(1)',
      'loop.md': 'loop2',
      'loop2.md': 'loop',
      'dead.md': 'gone',
      'a.md': 'sub/b',
      'lines.md': 'https://example.com/\n/* /evil 200',
    }),
    'docs/a.md': `${smallDocument()}\n[one](older.md) [two](SUB/B.md) [three](away.md#y)\n`,
    'docs/sub/b.md': smallDocument(),
  }

  it('are pages in each locale, and rules of servers', async () => {
    const { out, read, has } = await buildIn(files)
    expect(read('fr-FR/older.html')).toContain('content="0; url=sub/b.html#x"')
    expect(read('fr-FR/older.html')).toContain('<link rel="canonical" href="sub/b.html">')
    expect(read('fr-FR/older.html')).toContain('noindex')
    expect(read('en-US/away.html')).toContain('url=https://example.com/a%20b')
    for (const name of ['evil', 'loop', 'loop2', 'dead']) expect(has(`fr-FR/${name}.html`), name).toBe(false)
    expect(read('fr-FR/a.html')).not.toContain('http-equiv="refresh"')
    const lines = read('_redirects').split('\n')
    expect(lines).toContain('/fr-FR/old.html /fr-FR/sub/b.html#x 301')
    expect(lines.filter((line) => line.startsWith('/*'))).toEqual([])
    const { routes } = JSON.parse(read('staticwebapp.config.json'))
    expect(routes).toContainEqual({
      route: '/en-US/older.html',
      redirect: '/en-US/sub/b.html#x',
      statusCode: 301,
    })
    expect(deadLinks(out)).toEqual([])
  })

  it('have the path of the site in their sources and targets, as hosts match whole paths', async () => {
    const { read } = await buildIn(files, { siteUrl: 'https://x.example/the docs/v1' })
    const lines = read('_redirects').trim().split('\n')
    expect(lines).toContain('/the%20docs/v1/fr-FR/old.html /the%20docs/v1/fr-FR/sub/b.html#x 301')
    expect(lines).toContain('/the%20docs/v1/fr-FR/* /the%20docs/v1/fr-FR/404.html 404')
    for (const line of lines)
      expect(line).toMatch(/^\/the%20docs\/v1\/\S+ (?:\/the%20docs\/v1\/|https:)\S+ \d+$/)
    const { routes, responseOverrides } = JSON.parse(read('staticwebapp.config.json'))
    expect(responseOverrides[404].rewrite).toBe('/the%20docs/v1/404.html')
    expect(routes.map(({ route }: { route: string }) => route)).toContain('/the%20docs/v1/en-US/older.html')
  })

  it('take links to where they lead', async () => {
    const page = (await buildIn(files)).read('fr-FR/a.html')
    expect(page).toContain('<a href="sub/b.html#x">one</a>')
    expect(page).toContain('<a href="sub/b.html">two</a>')
    expect(page).toMatch(/<a href="https:\/\/example.com\/a b" rel="noopener">three<\/a>/)
  })

  it('take links to the root of the host, where the published site is not known', async () => {
    const elsewhere = {
      'docs/.openpublishing.redirection.json': redirect({ 'old.md': '/other/docset/page' }),
      'docs/a.md': `${smallDocument()}\n[one](old.md)\n`,
    }
    expect((await buildIn(elsewhere)).read('fr-FR/a.html')).toContain('<a href="/other/docset/page">one</a>')
    const known = await buildIn(elsewhere, { rootUrl: 'https://x.example/{locale}' })
    expect(known.read('fr-FR/a.html')).toContain('href="https://x.example/fr-fr/other/docset/page"')
  })

  it('are reported where they are dead, also by a build that finds nothing changed', async () => {
    const cwd = temporaryFolder(files)
    const options = { inputs: ['docs'], out: 'out', cwd, cache: 'cache' }
    const reasons = async () =>
      (await build(options)).files
        .filter(({ path }) => path.endsWith('redirection.json'))
        .flatMap(({ messages }) => messages.map(({ ruleId, reason }) => `${ruleId} ${reason.split(',')[0]}`))
    const first = await reasons()
    expect(first).toHaveLength(4)
    expect(first).toContain('redirection Unexpected redirection to `gone`')
    expect(await reasons()).toEqual(first)
    writeFiles(cwd, { 'docs/gone.md': smallDocument() })
    expect(await reasons()).toHaveLength(3)
    expect(existsSync(join(cwd, 'out/fr-FR/dead.html'))).toBe(true)
  })
})
