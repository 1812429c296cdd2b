import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import type { BookOptions } from '../src/model/build/book.ts'
import type { BuildOptions } from '../src/pipeline/options.ts'
import { build } from '../src/pipeline.ts'
import { visit } from '../src/util/tree/visit.ts'
import { CHROMIUM } from './render/browser.ts'
import { pair } from './support/bilingual.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'

const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0

/** A document with two procedures of some steps each. */
const procedures = (name: string, more = '', steps = 3, locale = 'fr-FR') => `---
title: Titre ${name}
ms.date: 07/23/2014
ms.contentlocale: ${locale}
---

## ${pair('a-1', `Pour arrêter ${name}`, `To stop ${name}`)}

${Array.from({ length: steps }, (_, at) => `1. ${pair(`a-${at + 10}`, `Arrêt ${name} ${at + 1}.`, `Stop ${name} ${at + 1}.`)}`).join('\n')}

## ${pair('a-2', `Pour lancer ${name}`, `To start ${name}`)}

1. ${pair('a-3', `Lancez ${name}.`, `Start ${name}.`)}
${more && `2. ${more}`}
`

const DOCS = {
  'docs/toc.yml':
    '- name: Zone\n  items:\n  - name: Z\n    href: z.md\n  - name: B\n    href: sub/b.md\n- name: A\n  href: a.md\n',
  'docs/a.md': procedures(
    'A',
    pair(
      'a-4',
      'Voir [B](sub/b.md#x) et [rien](none.md) et [là](#to-stop-a).',
      'See [B](sub/b.md#x) and [none](none.md) and [there](#to-stop-a).',
    ),
  ),
  'docs/sub/b.md': procedures('B', pair('a-4', 'Voir [N](../none.md).', 'See [N](../none.md).')),
  'docs/none.md': '# Nothing to do\n',
  'docs/z.md': procedures('Z'),
}

/** The documents with a title in both languages. */
const TITLED = Object.fromEntries(
  Object.entries(DOCS).map(([path, text]) => {
    const name = /^title: Titre (.)$/m.exec(text)?.[1] ?? ''
    const title = `# ${pair('a-0', `Titre ${name}`, `Title ${name}`)}\n\n`
    return [path, text.replace(/^(?=## )/m, title)]
  }),
)

async function makeBook(
  book: boolean | BookOptions,
  options: Partial<BuildOptions> = {},
  docs: Readonly<Record<string, string>> = DOCS,
) {
  const cwd = temporaryFolder(docs)
  const result = await build({ inputs: ['docs'], out: 'out', cwd, targetLocale: 'fr-FR', book, ...options })
  const read = (path: string) => readFileSync(join(cwd, 'out', path), 'utf8')
  return {
    cwd,
    result,
    read,
    french: existsSync(join(cwd, 'out/fr-FR/runbook-book.html')) ? read('fr-FR/runbook-book.html') : '',
  }
}

/** The titles of the chapters of a book. */
const chaptersOf = (html: string) =>
  [
    ...html.matchAll(
      /<a href="#chapter-(\d+)"><span class="letter">(\d+)<\/span> <span class="entry"[^>]*>([^<]*)/g,
    ),
  ].map(([, id, number, title]) => {
    expect(id).toBe(number)
    return title
  })

it('holds all runbooks of a locale in the order of the table of contents, numbered through', async () => {
  const { french, read } = await makeBook(true)
  expect(chaptersOf(french)).toEqual(['Titre Z', 'Titre B', 'Titre A'])
  const letters = [...french.matchAll(/<h2[^>]*><span class="letter">(\w+)</g)].map(([, letter]) => letter)
  expect(letters).toEqual(['1A', '1B', '2A', '2B', '3A', '3B'])
  expect(french).toContain('id="2B-1"')
  expect(french).toContain('<title>Recueil de runbooks</title>')
  expect(chaptersOf(read('en-US/runbook-book.html'))).toHaveLength(3)
  expect(read('en-US/runbook-book.html')).toContain('To stop Z')
})

it('has each id once, and no link that leads nowhere in it', async () => {
  const { french } = await makeBook(true)
  const ids = [...french.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const links = [...french.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(9)
  expect(links.filter((id) => !ids.includes(id))).toEqual([])
})

it('numbers the stages at a glance of each chapter too', async () => {
  const stages = `# ${pair('a-1', 'Panne', 'Outage')}

| ${pair('a-2', 'Appel', 'Call')} | ${pair('a-3', 'Pendant la panne', 'During outage')} | ${pair('a-4', 'Après la panne', 'After outage')} |
|---|---|---|
| ${pair('a-5', 'Nouveau', 'New')} | ${pair('a-6', 'Refusé', 'Refused')} | ${pair('a-7', 'Accepté', 'Accepted')} |
`
  const { french } = await makeBook(true, {}, { 'docs/a.md': stages, 'docs/b.md': stages })
  expect(french.match(/<section class="matrix"/g)).toHaveLength(2)
  expect(french).toContain('href="#2B-1">2B1</a>')
  expect(french).toContain(
    '<a href="#2B"><span class="letter">2B</span> <span class="entry">Après la panne<span class="other" lang="en-US" dir="ltr">After outage</span></span>',
  )
  const ids = [...french.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const named = [...french.matchAll(/ (?:href="#|aria-labelledby=")([^"]*)"/g)].map(([, id]) => id)
  expect(named.filter((id) => !ids.includes(id))).toEqual([])
})

it.each([
  ['attributes', '<a title="href=" class="x autofocus tabindex=0 onfocus=alert(1) y" href="sub/b.md">x</a>'],
  [
    'marks',
    '<a title="&#xFDD0;/href/sub%2Fb.md&#xFDD1;&quot; onfocus=alert(1)&#xFDD2;" href="&#xFDD0;/href/x&#xFDD1;javascript:alert(1)&#xFDD2;">x</a> &#xFDD0;/number/x&#xFDD1;9&#xFDD2;',
  ],
  ['a link in a title', `<a title='<a href="" data-document="sub%2Fb.md">' href="sub/b.md">x</a>`],
])('makes no markup of %s that look like the links it changes', async (_, link) => {
  const { french } = await makeBook(
    true,
    {},
    { ...DOCS, 'docs/a.md': procedures('A', pair('a-4', link, link)) },
  )
  const handlers: string[] = []
  const links: unknown[] = []
  visit(fromHtml(french), 'element', ({ tagName, properties }) => {
    handlers.push(...Object.keys(properties).filter((name) => /^on/i.test(name)))
    if (tagName === 'a' && properties.title !== undefined) links.push(properties.href)
  })
  expect(handlers).toEqual([])
  expect(links).toEqual([
    link.includes('sub/b.md') ? '#chapter-2' : expect.stringMatching(/^(?:%EF%BF%BD)[^:]*$/),
  ])
})

it('leads from chapter to chapter, and from it to pages', async () => {
  const { french } = await makeBook(true)
  expect(french).toContain('<a href="#chapter-2">B</a><sup class="link-number">§\u00A02</sup>')
  expect(french).toContain('<a href="none.html">rien</a><sup class="link-number">[1]</sup>')
  expect(french).toMatch(/<a href="#[\da-f]{8}-to-stop-a">là<\/a>/)
  expect(french).toContain('<a href="none.html">N</a><sup class="link-number">[1]</sup>')
  // Of the chapter with both links, only the address that paper needs.
  expect(french.match(/<li value="\d"><span dir="ltr">[^<]*/g)).toEqual([
    '<li value="1"><span dir="ltr">fr-FR/none.html',
    '<li value="1"><span dir="ltr">fr-FR/none.html',
  ])
  expect(french).not.toMatch(/[\uFDD0-\uFDD2]/)
})

it('tells the same hash of each runbook as the runbook by itself', async () => {
  const { french, read } = await makeBook(true)
  const hashes = (html: string) => [...html.matchAll(/fr-FR · ([\da-f]{12})/g)].map(([, hash]) => hash)
  const own = ['z', 'sub/b', 'a'].flatMap((path) => hashes(read(`fr-FR/${path}.runbook.html`)))
  expect(hashes(french).slice(1)).toEqual(own)
})

it('holds what is chosen: globs, a branch by name or by document, or both', async () => {
  const chosen = async (book: BookOptions) => chaptersOf((await makeBook(book)).french)
  expect(await chosen({ documents: ['docs/sub/**'] })).toEqual(['Titre B'])
  expect(await chosen({ branch: 'zone' })).toEqual(['Titre Z', 'Titre B'])
  expect(await chosen({ branch: 'a.md' })).toEqual(['Titre A'])
  expect(await chosen({ branch: 'z.md', documents: ['docs/a.md'] })).toEqual(['Titre Z', 'Titre A'])
})

it('is called as it is told, else as the branch', async () => {
  const titles = async (book: BookOptions) => {
    const { read } = await makeBook(book)
    return ['fr-FR', 'en-US'].map(
      (locale) => /<title>(.*)<\/title>/.exec(read(`${locale}/runbook-book.html`))![1],
    )
  }
  expect(await titles({ title: 'X & Y' })).toEqual(['X &amp; Y', 'X &amp; Y'])
  expect(await titles({ title: { 'fr-FR': 'Panne', 'en-US': 'Outage' } })).toEqual(['Panne', 'Outage'])
  expect(await titles({ branch: 'Zone' })).toEqual(['Zone', 'Runbook collection'])
})

it('is called as its branch is in each language, whichever names it', async () => {
  const toc = (name: string) =>
    `- name: ${name}\n  href: z.md\n  items:\n  - name: B\n    href: b.md\n- name: A\n  href: a.md\n`
  const docs = Object.fromEntries(
    ['fr-FR', 'de-DE'].flatMap((locale) =>
      ['a', 'b', 'z'].map((name) => [`docs/${locale}/${name}.md`, procedures(name, '', 3, locale)]),
    ),
  )
  const { read } = await makeBook(
    { branch: 'Reprise' },
    {},
    { ...docs, 'docs/fr-FR/toc.yml': toc('Reprise'), 'docs/de-DE/toc.yml': toc('Wiederherstellung') },
  )
  expect(read('fr-FR/runbook-book.html')).toContain('<title>Reprise</title>')
  expect(read('de-DE/runbook-book.html')).toContain('<title>Wiederherstellung</title>')
  expect(chaptersOf(read('de-DE/runbook-book.html'))).toEqual(['Titre z', 'Titre b'])
})

describe('a bilingual book', () => {
  const both = { bilingualRunbooks: 'beside' } as const
  const path = 'fr-FR/runbook-book.bilingual.html'

  it('has title, contents, chapters, steps, running heads and page numbers in both languages', async () => {
    const { read, french } = await makeBook({ title: { 'fr-FR': 'Panne', 'en-US': 'Outage' } }, both, TITLED)
    const html = read(path)
    expect(html).toContain('<body class="book bilingual beside">')
    expect(html).toContain('<h1>Panne<span class="other" lang="en-US" dir="ltr">Outage</span></h1>')
    expect(html).toContain('Sommaire<span class="other" lang="en-US" dir="ltr">Contents</span>')
    expect(html).toContain('Français (France) (fr-FR) · English (United States) (en-US)')
    expect(html.match(/<article class="chapter runbook bilingual beside"/g)).toHaveLength(3)
    expect(html).toContain('Pour lancer B<span class="other" lang="en-US" dir="ltr">To start B</span>')
    expect(html).toMatch(/Lancez B\..{0,80}<div class="other" lang="en-US" dir="ltr">.{0,40}Start B\./s)
    expect(html).toContain('@top-left { content: "Titre B\\a Title B" }')
    expect(html).toContain('@top-right { content: "Panne\\a Outage" }')
    expect(html.match(/" sur " counter\(pages\) " · Page " counter\(page\) " of "/g)).toHaveLength(4)
    expect(html.match(/size: A4 landscape;/g)).toHaveLength(4)
    expect(french).not.toContain('landscape')
    expect(french).toContain('<a href="runbook-book.bilingual.html">Recueil bilingue de runbooks</a>')
    expect(html).toContain('<a href="runbook-book.html">Recueil de runbooks<span class="other"')
  })

  it('has each id once, no link that leads nowhere in it, and its chapters as their own bilingual runbooks', async () => {
    const { read } = await makeBook(true, both)
    const html = read(path)
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id)
    expect(links.filter((id) => !ids.includes(id))).toEqual([])
    expect(html).not.toMatch(/[\uFDD0-\uFDD2]/)
    const hashes = [...html.matchAll(/fr-FR · ([\da-f]{12})/g)].map(([, hash]) => hash)
    const own = ['z', 'sub/b', 'a'].map(
      (name) => /fr-FR · ([\da-f]{12})/.exec(read(`fr-FR/${name}.runbook.bilingual.html`))![1],
    )
    expect(hashes.slice(1)).toEqual(own)
  })

  it('is made as runbooks are, or as its own setting says, and never for the source', async () => {
    const made = async (book: boolean | BookOptions, options: Partial<BuildOptions> = {}) => {
      const { cwd, read } = await makeBook(book, options)
      expect(existsSync(join(cwd, 'out/en-US/runbook-book.bilingual.html'))).toBe(false)
      if (!existsSync(join(cwd, 'out', path))) return 'none'
      return /<body class="book bilingual (\w+)">/.exec(read(path))?.[1]
    }
    expect(await made(true)).toBe('none')
    expect(await made(true, { bilingualRunbooks: 'under' })).toBe('under')
    expect(await made({ bilingual: 'under' }, both)).toBe('under')
    expect(await made({ bilingual: true })).toBe('under')
    expect(await made({ bilingual: false }, both)).toBe('none')
  })

  it('lacks no chapter for want of a translation, and none is made if no chapter has one', async () => {
    const docs = {
      'docs/fr-FR/a.md': procedures('A'),
      'docs/fr-FR/b.md': procedures('B'),
      'docs/de-DE/a.md': procedures('A', '', 3, 'de-DE'),
    }
    const { read } = await makeBook(true, { ...both, targetLocale: undefined } as never, docs)
    const html = read('de-DE/runbook-book.bilingual.html')
    expect(html.match(/<article class="chapter runbook bilingual beside"/g)).toHaveLength(1)
    expect(html.match(/<article class="chapter runbook"/g)).toHaveLength(1)
    expect(html.match(/size: A4 landscape;/g)).toHaveLength(3)
    const { cwd } = await makeBook(
      { documents: ['docs/fr-FR/b.md'] },
      { ...both, targetLocale: undefined } as never,
      docs,
    )
    expect(existsSync(join(cwd, 'out/fr-FR/runbook-book.bilingual.html'))).toBe(true)
    expect(existsSync(join(cwd, 'out/de-DE/runbook-book.html'))).toBe(true)
    expect(existsSync(join(cwd, 'out/de-DE/runbook-book.bilingual.html'))).toBe(false)
  })

  it('is listed beside the other one', async () => {
    const { read } = await makeBook(true, both)
    expect(read('fr-FR/index.html')).toContain(
      '<a href="runbook-book.bilingual.html">Recueil bilingue de runbooks</a>',
    )
    expect(read('reports/index.html')).toContain(
      '<a href="../fr-FR/runbook-book.bilingual.html">Recueil bilingue de runbooks</a>',
    )
    expect(read('reports/index.html')).not.toContain('en-US/runbook-book.bilingual.html')
  })
})

it('is listed in the index', async () => {
  const { read } = await makeBook(true)
  expect(read('fr-FR/index.html')).toContain('<a href="runbook-book.html">Recueil de runbooks</a>')
  expect(read('reports/index.html')).toContain('<a href="../en-US/runbook-book.html">Runbook collection</a>')
})

it('is not made without being asked for, and says where it would be empty', async () => {
  expect((await makeBook(false)).french).toBe('')
  const { french, result } = await makeBook({ documents: ['docs/none.md'] })
  expect(french).toBe('')
  expect(result.files.flatMap(({ messages }) => messages).map(({ ruleId }) => ruleId)).toContain('book-empty')
})

it('says which table of contents or branch there is not', async () => {
  await expect(makeBook({ toc: 'x/toc.yml' })).rejects.toThrow(
    /^Cannot make the book: no table of contents x\/toc\.yml in /,
  )
  await expect(makeBook({ branch: 'Zones' })).rejects.toMatchObject({
    message: 'Cannot make the book: no table of contents has an entry Zones',
    hint: 'Did you mean Zone?',
  })
  const damaged = { ...DOCS, 'docs/toc.yml': '- [' }
  await expect(makeBook({ toc: 'toc.yml' }, {}, damaged)).rejects.toThrow(
    'Cannot read the table of contents toc.yml',
  )
  // Where nobody named it, the order is that of the paths.
  expect(chaptersOf((await makeBook(true, {}, damaged)).french)).toEqual(['Titre A', 'Titre B', 'Titre Z'])
})

it('leaves the place of its name to a document', async () => {
  const { result, read } = await makeBook(true, {}, { ...DOCS, 'docs/runbook-book.md': '# My own\n' })
  expect(read('fr-FR/runbook-book.html')).toContain('My own')
  expect(result.files.flatMap(({ messages }) => messages.map(({ reason }) => reason)).join('\n')).toContain(
    'Cannot write fr-FR/runbook-book.html: ',
  )
})

it('tells machines and people where it is online', async () => {
  const { french } = await makeBook(true, { siteUrl: 'https://example.com/docs/' })
  expect(french).toContain('>https://example.com/docs/fr-FR/runbook-book.html</a>')
  expect(french).toContain('>https://example.com/docs/fr-FR/sub/b.runbook.html</a>')
  expect(french.match(/<svg /g)).toHaveLength(4)
})

describe.skipIf(!CHROMIUM || !hasPoppler)('a printed book (needs Chromium and poppler)', () => {
  const print = { pdf: true, ...(CHROMIUM && { browser: CHROMIUM }), only: ['runbook'] } as const
  const pagesOf = (pdf: string) =>
    execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)

  it('has a contents with the right page numbers, and running titles', async () => {
    const long = { ...DOCS, 'docs/z.md': procedures('Z', '', 90), 'docs/sub/b.md': procedures('B', '', 40) }
    const { cwd, result } = await makeBook({ title: 'Mon recueil' }, print, long)
    expect(result.printed).toContain('fr-FR/runbook-book.pdf')
    const pages = pagesOf(join(cwd, 'out/fr-FR/runbook-book.pdf'))
    expect(pages.length).toBeGreaterThan(8)
    const told = [...pages[1]!.matchAll(/^ *(\d[A-Z]?) +(.*?)(?: +To .*?)? +(\d+)$/gm)].map(
      ([, letter, title, page]) => ({
        letter: letter!,
        title: title!,
        page: Number(page),
      }),
    )
    expect(told.map(({ letter }) => letter)).toEqual(['1', '1A', '1B', '2', '2A', '2B', '3', '3A', '3B'])
    for (const { letter, title, page } of told) {
      const heading =
        letter.length > 1
          ? new RegExp(`^ *${letter} +${title}$`, 'm')
          : new RegExp(`RUNBOOK ${letter}\\n[^]*${title}`)
      const at = pages.findIndex((text, index) => index > 1 && heading.test(text))
      expect(`${letter} on ${at + 1}`).toBe(`${letter} on ${page}`)
    }
    expect(pages[0]).not.toMatch(/Page 1/)
    for (const [at, page] of pages.slice(2).entries()) {
      expect(page).toMatch(/^\s*Titre [ABZ] +Mon recueil$/m)
      expect(page).toMatch(new RegExp(`fr-FR · [\\da-f]{12} +Page ${at + 3} sur ${pages.length}$`, 'm'))
    }
  })

  it('lies on its side in two languages, with both on every page', async () => {
    const { cwd, result } = await makeBook(true, { ...print, bilingualRunbooks: 'beside' }, TITLED)
    expect(result.printed).toContain('fr-FR/runbook-book.bilingual.pdf')
    const pdf = join(cwd, 'out/fr-FR/runbook-book.bilingual.pdf')
    const sizes = execFileSync('pdfinfo', ['-l', '99', pdf], { encoding: 'utf8' }).match(
      /size: +\d+.* x \d+/g,
    )!
    for (const size of sizes) {
      const [, width, height] = /(\d+)\S* x (\d+)/.exec(size)!
      expect(Number(width)).toBeGreaterThan(Number(height))
    }
    const pages = pagesOf(pdf)
    expect(pages[1]).toMatch(/^ *2A +Pour arrêter B \/ To stop B +5$/m)
    expect(pages[4]).toMatch(/^ *2A +Pour arrêter B +Toute/m)
    for (const [at, page] of pages.slice(2).entries()) {
      expect(page).toMatch(/^ *Titre [ABZ] +Recueil de runbooks\n+ *Title [ABZ] +Runbook collection$/m)
      const [of, total] = [at + 3, pages.length]
      expect(page).toMatch(new RegExp(`Page ${of} sur ${total} · Page ${of} of ${total}$`, 'm'))
    }
  })

  it('is tagged, titled, dated and bookmarked, with its fonts, in the paper of its locale, the same each time', async () => {
    const first = await makeBook(true, print)
    writeFiles(first.cwd, { 'docs/none.md': '# Nothing to do\n' })
    await build({
      inputs: ['docs'],
      out: 'again',
      cwd: first.cwd,
      targetLocale: 'fr-FR',
      book: true,
      ...print,
    })
    for (const [locale, size] of [
      ['fr-FR', 'A4'],
      ['en-US', 'letter'],
    ] as const) {
      const pdf = join(first.cwd, 'out', locale, 'runbook-book.pdf')
      expect(
        readFileSync(pdf).equals(readFileSync(join(first.cwd, 'again', locale, 'runbook-book.pdf'))),
      ).toBe(true)
      const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } })
      expect(info).toMatch(/^Tagged: +yes$/m)
      expect(info).toMatch(new RegExp(`^Page size: .*\\(${size}\\)$`, 'm'))
      expect(info).toMatch(/^CreationDate: .*Jul 23 .*2014/m)
      const text = readFileSync(pdf, 'latin1')
      expect(text).toContain(`/Lang (${locale})`)
      expect(text).toMatch(/\/Type \/Outlines/)
      const fonts = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).trim().split('\n').slice(2)
      expect(fonts.length).toBeGreaterThan(0)
      for (const font of fonts) expect(font).toMatch(/ yes +(?:yes|no) +(?:yes|no) +\d+ +0$/)
    }
  })
})
