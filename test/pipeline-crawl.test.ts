import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startServer } from '../src/cli/serve/start-server.ts'
import { build, preview } from '../src/pipeline.ts'
import { documentIn, pair } from './support/bilingual.ts'
import { type Crawl, crawl } from './support/crawl.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'

const SITE = 'https://docs.example'
const ALSO = ['404.html', 'fr-FR/404.html', 'robots.txt', 'sitemap.xml']

/** Headings, a table, an image, a download, steps for a runbook, and links to all of it. */
const GUIDE = `---
title: Guide
ms.contentlocale: fr-FR
---
# ${pair('a-1', 'Guide', 'Guide')}

${pair('a-2', 'Un texte avec [un lien](../b.md) et [un autre](#pour-ouvrir).', 'A text with [a link](../b.md) and [another](#pour-ouvrir).')}

[Ancien](../old.md), [fichier](../media/data.csv) et ![schéma](../media/x.svg)

| ${pair('a-3', 'Nom', 'Name')} | ${pair('a-4', 'Valeur', 'Value')} |
|---|---|
| ${pair('a-5', 'un', 'one')} | ${pair('a-6', 'deux', 'two')} |

## <a name="pour-ouvrir"></a>${pair('a-7', 'Pour ouvrir', 'To open')}

1. ${pair('a-8', 'Ouvrez la fenêtre.', 'Open the window.')}
2. ${pair('a-9', 'Cliquez sur **OK**.', 'Click **OK**.')}

## ${pair('a-10', 'La fin', 'The end')}
`
const FILES = {
  'docs/fr-FR/sub/guide.md': GUIDE,
  'docs/fr-FR/b.md': documentIn('fr-FR', [['101', 'Bonjour.', 'Hello.']]),
  'docs/de-DE/b.md': documentIn('de-DE', [['101', 'Hallo.', 'Hello.']]),
  'docs/fr-FR/media/x.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4"/></svg>',
  'docs/fr-FR/media/data.csv': 'a,b\n',
  'docs/fr-FR/toc.yml':
    '- name: Tout\n  items:\n  - name: Le guide\n    href: sub/guide.md\n  - name: Bonjour\n    href: b.md\n',
  'docs/fr-FR/.openpublishing.redirection.json': JSON.stringify({
    redirections: [{ source_path: 'old.md', redirect_url: 'b' }],
  }),
}

/** Builds the site and serves it as `preview` does. */
async function serveSite() {
  const cwd = temporaryFolder(FILES)
  await build({
    inputs: ['docs'],
    out: 'out',
    cwd,
    only: ['page', 'table', 'runbook', 'json'],
    siteUrl: SITE,
  })
  const out = join(cwd, 'out')
  const site = await preview(out)
  const server = await startServer({ filesOf: () => site, base: '/', port: 0 })
  onTestFinished(() => server.close())
  return { out, url: server.url, crawl: () => crawl(server.url, { siteUrl: SITE, also: ALSO }) }
}

const linesOf = ({ dead }: Crawl) => dead.map(({ from, url, kind, why }) => `${from} ${kind} ${url} ${why}`)

it('has no link that leads nowhere, and reaches every page', async () => {
  const { url, crawl } = await serveSite()
  const crawled = await crawl()
  expect(linesOf(crawled)).toEqual([])
  const reached = [...crawled.answers.keys()].map((address) => address.slice(url.length))
  for (const locale of ['fr-FR', 'de-DE', 'en-US'])
    expect(reached).toEqual(
      expect.arrayContaining(['b.html', 'contents.html', 'tree-data.js'].map((name) => `${locale}/${name}`)),
    )
  expect(reached).toEqual(
    expect.arrayContaining([
      'fr-FR/sub/guide.html',
      'fr-FR/sub/guide.runbook.html',
      'data/sub/guide.json',
      'assets/media/fr-FR/media/data.csv',
      'assets/media/fr-FR/media/x.svg',
    ]),
  )
  expect([...crawled.links.keys()]).toEqual(
    expect.arrayContaining([
      'a',
      'img',
      'script',
      'link stylesheet',
      'link canonical',
      'sitemap',
      'robots',
      'tree',
    ]),
  )
})

it('tells which links lead nowhere: to pages, files and anchors that are gone', async () => {
  const { out, crawl } = await serveSite()
  for (const path of ['de-DE/b.html', 'assets/media/fr-FR/media/x.svg', 'fr-FR/contents.html'])
    rmSync(join(out, path))
  writeFiles(out, {
    'fr-FR/index.html':
      '<a href="b.html#absent">x</a><a href="b.html#top">x</a><article><a href="https://[">x</a></article>',
  })
  const crawled = await crawl()
  const lines = linesOf(crawled)
  expect(lines).toEqual(
    expect.arrayContaining([
      '/fr-FR/index.html a b.html#absent fragment',
      '/fr-FR/index.html a https://[ invalid',
      '/fr-FR/sub/guide.html img ../../assets/media/fr-FR/media/x.svg 404',
      '/de-DE/contents.html a ../fr-FR/contents.html 404',
    ]),
  )
  expect(lines.filter((line) => line.includes('#top'))).toEqual([])
  expect(crawled.dead.find(({ url }) => url === 'https://[')?.isInText).toBe(true)
  expect(crawled.dead.find(({ url }) => url === 'b.html#absent')?.isInText).toBe(false)
})

it('answers at any depth with the page of its locale for addresses where nothing is, whose links lead somewhere', async () => {
  const { url } = await serveSite()
  for (const [path, locale] of [
    ['fr-FR/no/such/place.html', 'fr-FR'],
    ['de-DE/gone', 'de-DE'],
    ['nowhere/at/all', 'en-US'],
  ] as const) {
    const response = await fetch(new URL(path, url))
    expect(response.status).toBe(404)
    const html = await response.text()
    expect(html).toContain(`<html lang="${locale}"`)
    const links = [...html.matchAll(/\s(?:href|src)="([^"#]+)"/g)].map(
      ([, link]) => new URL(link!, response.url),
    )
    expect(links.length).toBeGreaterThan(4)
    const own = links.filter(({ origin }) => origin === new URL(url).origin)
    const statuses = await Promise.all(
      own.map(async (link) => `${(await fetch(link)).status} ${link.pathname}`),
    )
    expect(statuses.filter((each) => !each.startsWith('200 '))).toEqual([])
  }
})

it('leads from the addresses of redirections to their targets, in each locale', async () => {
  const { url } = await serveSite()
  for (const locale of ['fr-FR', 'de-DE', 'en-US']) {
    const response = await fetch(new URL(`${locale}/old.html`, url))
    expect([response.status, new URL(response.url).pathname]).toEqual([200, `/${locale}/b.html`])
  }
  const { answers } = await crawl(new URL('fr-FR/old.html', url).href)
  expect(answers.get(new URL('fr-FR/old.html', url).href)).toMatchObject({ status: 301 })
})
