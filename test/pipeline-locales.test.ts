import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import type { MultilingualDocument } from '../src/model/multilingual.ts'
import type { BuildOptions } from '../src/pipeline/options.ts'
import { build, check, status } from '../src/pipeline.ts'
import { all, text } from './render/page/transform.ts'
import { documentIn, pair, smallDocument } from './support/bilingual.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const UNITS = [
  ['101', 'A-x', 'Restart the server.'],
  ['102', 'B-x', 'Wait for 5 minutes until it is up.'],
] as const

/** The same document in French and German, and one that only French has. */
const FILES = {
  'docs/fr-FR/g/a.md': documentIn('fr-FR', UNITS),
  'docs/de-DE/g/a.md': documentIn('de-DE', [UNITS[0], ['102', null, UNITS[1][2]]]),
  'docs/fr-FR/g/b.md': documentIn('fr-FR', [['101', 'Seulement.', 'Only here.']]),
}

function hrefs(html: string): readonly unknown[] {
  return all(fromHtml(html), 'a').map(({ properties }) => properties.href)
}

async function buildIn(files: Record<string, string>, options: Partial<BuildOptions> = {}) {
  const cwd = temporaryFolder(files)
  const result = await build({ inputs: ['docs'], out: 'out', cwd, ...options })
  const read = (path: string) => readFileSync(join(cwd, 'out', path), 'utf8')
  return { ...result, read, has: (path: string) => existsSync(join(cwd, 'out', path)) }
}

describe('a docset in several locales', () => {
  it('is joined by path: pages in each locale, the source once, and one model', async () => {
    const { read, locales, files } = await buildIn(FILES)
    expect(locales).toEqual(['de-DE', 'en-US', 'fr-FR'])
    expect(files.map(({ path }) => path)).toEqual([
      'docs/de-DE/g/a.md',
      'docs/fr-FR/g/a.md',
      'docs/fr-FR/g/b.md',
    ])
    const model = JSON.parse(read('data/g/a.json')) as MultilingualDocument
    expect(model.type).toBe('multilingual-document')
    expect(Object.keys(model.units['101']!.targets).sort()).toEqual(['de-DE', 'fr-FR'])
    expect(read('en-US/g/a.html')).toContain('Restart the server.')
  })

  it('offers every locale in its own language, and says which are not translated', async () => {
    const { read } = await buildIn(FILES)
    const links = (path: string) =>
      all(all(fromHtml(read(path)), 'nav')[0]!, 'li').map((item) => text(item).trim())
    expect(links('fr-FR/g/a.html')).toEqual(['français', 'Deutsch', 'English'])
    expect(links('fr-FR/g/b.html')).toEqual(['français', 'Deutsch non traduit · English', 'English'])
    const alternates = all(fromHtml(read('fr-FR/g/b.html')), 'link')
      .filter(({ properties }) => String(properties.rel) === 'alternate')
      .map(({ properties }) => properties.hrefLang)
    expect(alternates).toEqual(['fr-FR', 'en-US'])
  })

  it('shows the source text, marked, where a unit or a document is not translated', async () => {
    const { read } = await buildIn(FILES)
    const partly = read('de-DE/g/a.html')
    expect(partly).toContain('Teile dieser Seite')
    expect(partly).toMatch(/<span lang="en-US"[^>]*>Wait for 5 minutes until it is up\.<\/span>/)
    const missing = fromHtml(read('de-DE/g/b.html'))
    expect(text(missing)).toContain('Only here.')
    expect(text(missing)).not.toContain('Seulement')
    expect(read('de-DE/g/b.html')).toContain('<link rel="canonical" href="../../en-US/g/b.html">')
    expect(read('de-DE/g/b.html')).toMatch(/<h1 lang="en-US" dir="ltr">/)
  })

  it('gives fallback text the direction of its language', async () => {
    const { read } = await buildIn({
      ...FILES,
      'docs/ar-SA/g/a.md': documentIn('ar-SA', [
        ['101', 'عربي', UNITS[0][2]],
        ['102', null, UNITS[1][2]],
      ]),
    })
    expect(read('ar-SA/g/a.html')).toMatch(/<span lang="en-US"[^>]* dir="ltr">Wait for 5/)
    expect(read('ar-SA/g/b.html')).toMatch(/<span lang="en-US"[^>]* dir="ltr">Only here/)
  })

  it('makes nothing of what is not translated where that is wanted', async () => {
    const { has, read } = await buildIn(FILES, { fallback: false })
    expect(has('de-DE/g/b.html')).toBe(false)
    expect(read('fr-FR/g/b.html')).not.toContain('Deutsch')
  })

  it('shows translations of an earlier source text only where that is wanted', async () => {
    const old = { 'ms.openlocfilehash': 'x', 'ms.lasthandoff': '01/01/2019' }
    const files = {
      'docs/fr-FR/a.md': documentIn('fr-FR', UNITS, {
        'ms.openlocfilehash': 'y',
        'ms.lasthandoff': '01/01/2020',
      }),
      'docs/de-DE/a.md': documentIn(
        'de-DE',
        [UNITS[0], ['102', 'Alt.', 'Wait for 9 minutes until it is up.']],
        old,
      ),
    }
    const page = (await buildIn(files)).read('de-DE/a.html')
    expect(page).toContain('früheren')
    expect(page).not.toContain('Alt.')
    expect((await buildIn(files, { staleTranslations: true })).read('de-DE/a.html')).toContain('Alt.')
  })

  it('makes only the locales that are wanted', async () => {
    const { locales, has } = await buildIn(FILES, { locales: ['de-DE'] })
    expect(locales).toEqual(['de-DE'])
    expect(has('fr-FR/g/a.html')).toBe(false)
    expect(has('data/g/a.json')).toBe(true)
  })

  it('links to pages that are made: to the source where the locale has none', async () => {
    const linking = (locale: string) => documentIn(locale, [['101', 'Voir [b](b.md).', 'See [b](b.md).']])
    const files = {
      'docs/fr-FR/g/a.md': linking('fr-FR'),
      'docs/de-DE/g/a.md': linking('de-DE'),
      'docs/fr-FR/g/b.md': FILES['docs/fr-FR/g/b.md'],
      'docs/fr-FR/g/c.md': linking('ja-JP'),
    }
    const all = await buildIn(files)
    expect(all.read('de-DE/g/a.html')).toContain('href="b.html"')
    expect(all.read('ja-JP/g/c.html')).toContain('href="../../en-US/g/b.html"')
    const without = await buildIn(files, { fallback: false })
    expect(without.read('de-DE/g/a.html')).toContain('href="../../en-US/g/b.html"')
    expect(without.read('fr-FR/g/a.html')).toContain('href="b.html"')
  })

  it('links to tables of all locales only where they are made', async () => {
    const files = {
      'docs/fr-FR/a.md': smallDocument(),
      'docs/de-DE/a.md': smallDocument('Hallo').replace('fr-FR', 'de-DE').replaceAll('aaaaa', 'bbbbb'),
    }
    const { read, has } = await buildIn(files, { locales: ['fr-FR'] })
    expect(read('fr-FR/a.html')).not.toContain('data/a.tables')
    expect(has('data/a.tables')).toBe(false)
  })

  it('makes tables with a column for each locale', async () => {
    const files = {
      'docs/fr-FR/a.md': smallDocument(),
      'docs/de-DE/a.md': smallDocument('Hallo')
        .replace('fr-FR', 'de-DE')
        .replaceAll('un<', 'eins<')
        .replaceAll('aaaaa', 'bbbbb'),
    }
    const { read } = await buildIn(files, { bilingualTables: true })
    const path = 'data/a.tables/1-hello-all'
    expect(read(`${path}.csv`).replace('\uFEFF', '').split('\r\n').slice(0, 2)).toEqual([
      'Name (en-US),Nom (de-DE),Nom (fr-FR),Value (en-US),Valeur (de-DE),Valeur (fr-FR)',
      'one,eins,un,two,deux,deux',
    ])
    const rows = all(fromHtml(read(`${path}.html`)), 'tr')
    expect(
      all(rows[0]!, 'th')
        .map(({ properties }) => properties.lang)
        .slice(0, 3),
    ).toEqual(['en-US', 'de-DE', 'fr-FR'])
    expect(all(rows[2]!, 'td').map((cell) => [cell.properties.lang, text(cell)])).toContainEqual([
      'de-DE',
      'eins',
    ])
    const linked = ['.csv', '.html'].map((ending) => `../${path}${ending}`)
    const bilingual = ['.html', '.csv', '.md'].map((ending) => `a.tables/1-hello-all.bilingual${ending}`)
    expect(hrefs(read('fr-FR/a.html'))).toEqual(expect.arrayContaining([...linked, ...bilingual]))
    const plain = await buildIn(files)
    expect([plain.has(`${path}.csv`), plain.has(`${path}.html`)]).toEqual([true, false])
    expect(hrefs(plain.read('fr-FR/a.html'))).toContain(linked[0])
    expect(hrefs(plain.read('fr-FR/a.html'))).not.toContain(linked[1])
    expect(hrefs(plain.read('fr-FR/a.html'))).not.toContain(bilingual[0])
  })

  it('refuses a second document of a locale, and one that claims to be the source', async () => {
    const { files } = await buildIn({
      ...FILES,
      'docs/es-ES/g/a.md': documentIn('fr-FR', UNITS),
      'docs/it-IT/g/a.md': documentIn('en-US', UNITS),
    })
    const doubled = files.filter(({ messages }) => messages.some(({ ruleId }) => ruleId === 'output-doubled'))
    expect(doubled.map(({ path }) => path)).toEqual(['docs/fr-FR/g/a.md', 'docs/it-IT/g/a.md'])
  })

  it('keeps docsets apart that have no document in common', async () => {
    const { has, read } = await buildIn(
      { 'a/fr-FR/x.md': documentIn('fr-FR', UNITS), 'b/de-DE/y.md': documentIn('de-DE', UNITS) },
      { inputs: ['a/fr-FR', 'b/de-DE'] },
    )
    expect(has('de-DE/x.html')).toBe(false)
    expect(JSON.parse(read('data/x.json')).type).toBe('document')
  })

  it('keeps the text of a document that only shares its path with those of other locales', async () => {
    const { read } = await buildIn({
      ...FILES,
      'docs/de-DE/g/a.md': documentIn('de-DE', [['7', 'Anderes.', 'Something else entirely.']]),
    })
    expect(read('de-DE/g/a.html')).toContain('Anderes.')
    expect(read('de-DE/g/a.html')).not.toContain('Restart')
  })

  it('takes an empty document for one that is not translated, and says so', async () => {
    const known = { 'ms.openlocfilehash': 'x', 'ms.lasthandoff': '01/01/2020' }
    const files = { 'docs/fr-FR/a.md': documentIn('fr-FR', UNITS, known), 'docs/de-DE/a.md': '' }
    const { read } = await buildIn(files)
    expect(read('de-DE/a.html')).toContain('Diese Seite')
    expect(read('fr-FR/a.html')).not.toContain('hreflang="de-DE" href="../de-DE/a.html">\n<link')
    const cwd = temporaryFolder(files)
    expect((await status({ inputs: ['docs'], cwd })).report.locales['de-DE']).toMatchObject({
      documents: { missing: 1, stale: 0 },
    })
    const checked = await check({ inputs: ['docs'], cwd })
    expect(checked.files[0]!.messages.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('without a single unit, expected 2 as in `fr-FR`'),
    ])
  })

  it('goes on where one locale is damaged', async () => {
    const { read, files } = await buildIn({
      ...FILES,
      'docs/de-DE/g/a.md': '<span data-ttu-id="x-1"><span data-ttu-id=',
    })
    expect(read('fr-FR/g/a.html')).toContain('A-x')
    expect(files.flatMap(({ messages }) => messages).some(({ fatal }) => fatal)).toBe(true)
  })
})

describe('checks across locales', () => {
  it('report in the locale that they are about', async () => {
    const files = {
      'docs/fr-FR/a.md': documentIn('fr-FR', [['101', 'Attendez 45 minutes.', 'Wait for 45 minutes.']]),
      'docs/de-DE/a.md': documentIn('de-DE', [['101', 'Warten Sie etwas.', 'Wait for 45 minutes.']]),
      'docs/ja-JP/a.md': documentIn('ja-JP', [
        ['101', '４５分待ちます。', 'Wait for 45 minutes.'],
        ['102', '余り', 'Too much.'],
      ]),
    }
    const rules = { 'number-equal': 'off', length: 'off' } as const
    const { files: checked } = await check({ inputs: ['docs'], cwd: temporaryFolder(files), rules })
    const found = checked.flatMap(({ path, messages }) =>
      messages.map(({ ruleId, fatal }) => [path, ruleId, fatal]),
    )
    expect(found).toEqual([
      ['docs/de-DE/a.md', 'locale-outlier', false],
      ['docs/ja-JP/a.md', 'locale-join', false],
    ])
  })
})

describe('status', () => {
  it('counts what each locale has and lacks', async () => {
    const { report } = await status({ inputs: ['docs'], cwd: temporaryFolder(FILES) })
    expect(report.total).toEqual({ documents: 2, units: 3, words: 13 })
    expect(report.locales['fr-FR']).toMatchObject({ coverage: 1, documents: { complete: 2 } })
    expect(report.locales['de-DE']).toMatchObject({
      coverage: 0.3333,
      documents: { complete: 0, partial: 1, missing: 1 },
      units: { translated: 1, stale: 0, missing: 2 },
    })
  })

  it('counts a single locale as well', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': `${pair('x-1', 'un', 'one')}\n` })
    const { report } = await status({ inputs: ['docs'], cwd, targetLocale: 'fr-FR' })
    expect(report.locales).toMatchObject({ 'fr-FR': { coverage: 1 } })
  })
})

describe('a document without units', () => {
  const GUIDE = documentIn('fr-FR', UNITS)
  const API = '# The API\n\n## One\n\nText.\n\n## Two\n\n> [!NOTE]\n> See the [guide](guide.md).\n'
  const LINK = `# ${pair('101', 'Suite', 'More')}\n\n${pair('102', 'Voir [API](api.md).', 'See [API](api.md).')}\n`

  it('is in the source language, and shown as it is in the locale of the documents around it', async () => {
    const { read, locales } = await buildIn({
      'docs/guide.md': GUIDE,
      'docs/more.md': LINK,
      'docs/api.md': API,
    })
    expect(locales).toEqual(['en-US', 'fr-FR'])
    const english = fromHtml(read('en-US/api.html'))
    expect(all(english, 'article')[0]!.properties.lang).toBeUndefined()
    expect(read('en-US/api.html')).not.toContain('notice')
    expect(hrefs(read('fr-FR/more.html'))).toContain('api.html')
    const french = fromHtml(read('fr-FR/api.html'))
    expect(all(french, 'html')[0]!.properties.lang).toBe('fr-FR')
    const [article] = all(french, 'article')
    expect(article!.properties).toMatchObject({ lang: 'en-US', dir: 'ltr' })
    expect(text(article!)).toContain('Note')
    expect(read('fr-FR/api.html')).toContain('Pas encore traduit')
    expect(hrefs(read('fr-FR/api.html'))).toContain('guide.html')
    const headings = all(french, 'a').filter(({ properties }) => String(properties.href).startsWith('#'))
    expect(headings.find((link) => text(link) === 'One')!.properties.lang).toBe('en-US')
    const model = JSON.parse(read('data/api.json'))
    expect(model).toMatchObject({ type: 'document', targetLocale: 'en-US' })
  })

  it('has its language in the runbooks of other locales', async () => {
    const steps = '# Restart\n\n## To restart\n\n1. Open **Services**.\n\n2. Select it.\n'
    const { read } = await buildIn({ 'docs/guide.md': GUIDE, 'docs/steps.md': steps })
    const runbook = fromHtml(read('fr-FR/steps.runbook.html'))
    const paragraphs = all(runbook, 'p').filter((each) => /Services|Select/.test(text(each)))
    expect(paragraphs.map(({ properties }) => properties.lang)).toEqual(['en-US', 'en-US'])
    const [title] = all(runbook, 'span').filter(({ properties }) => properties.lang === 'en-US')
    expect(text(title!)).toBe('To restart')
    expect(read('en-US/steps.runbook.html').match(/ lang="/g)).toHaveLength(1)
  })

  it('is the same whether its front matter names the source locale', async () => {
    const { read } = await buildIn({
      'docs/guide.md': GUIDE,
      'docs/api.md': '---\ntitle: Only here\nms.contentlocale: en-US\n---\n\nText.\n',
      'docs/none.md': '---\ntitle: Only here\n---\n\nText.\n',
    })
    for (const name of ['api', 'none']) {
      const [title] = all(fromHtml(read(`fr-FR/${name}.html`)), 'h1')
      expect(text(title!)).toBe('Only here')
      expect(title!.properties.lang).toBe('en-US')
      expect(read(`fr-FR/${name}.html`)).toContain('Pas encore traduit')
      expect(read(`en-US/${name}.html`)).toContain('Only here')
    }
  })

  it('has no other locale if no document has', async () => {
    const { locales } = await buildIn({ 'docs/api.md': API })
    expect(locales).toEqual(['en-US'])
  })

  it('is a translation if its front matter or its folder says so', async () => {
    const { read } = await buildIn({ 'docs/a.md': '---\nms.contentlocale: fr-FR\n---\n\n# Bonjour\n' })
    expect(read('fr-FR/a.html')).not.toContain('Pas encore traduit')
    const folder = await buildIn({ 'docs/fr-FR/a.md': '# Bonjour\n' })
    expect(folder.read('fr-FR/a.html')).not.toContain('Pas encore traduit')
  })

  it('counts as missing in the other locale', async () => {
    const cwd = temporaryFolder({ 'docs/guide.md': GUIDE, 'docs/api.md': API })
    const { report } = await status({ inputs: ['docs'], cwd })
    expect(report.locales['fr-FR']).toMatchObject({ documents: { complete: 1, missing: 1 }, coverage: 1 })
  })
})
