import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BuildOptions } from '../src/pipeline/options.ts'
import { build, check } from '../src/pipeline.ts'
import { pair } from './support/bilingual.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const FRONT = '---\ntitle: T\nms.contentlocale: fr-FR\n---\n'
const BODY = `# ${pair('aaaaa-101', 'Le B', 'The B')}\n`

function openDocset(files: Record<string, string>) {
  const cwd = temporaryFolder(files)
  return {
    cwd,
    build: (options: Partial<BuildOptions> = {}) =>
      build({ inputs: ['docs'], out: 'out', cwd, only: ['page'], cache: 'cache', ...options }),
    check: () => check({ inputs: ['docs'], cwd }),
    read: (path: string) => readFileSync(join(cwd, 'out', path), 'utf8'),
    has: (path: string) => existsSync(join(cwd, 'out', path)),
    write: (path: string, text: string) => writeFileSync(join(cwd, path), text),
  }
}

describe('a link in other letter case', () => {
  it('reaches the page, and the finding tells how the file is named', async () => {
    const docset = openDocset({
      'docs/a.md': `${FRONT}[x](Deploy-Foo.md#Part)\n`,
      'docs/deploy-foo.md': `${FRONT}${BODY}`,
    })
    await docset.build()
    expect(docset.read('fr-FR/a.html')).toContain('href="deploy-foo.html#Part"')
    const { files } = await docset.check()
    const [finding] = files
      .flatMap(({ messages }) => messages)
      .filter(({ ruleId }) => ruleId === 'link-missing')
    expect(finding!.reason).toContain('letter case')
    expect(finding!.expected).toEqual(['deploy-foo.md#Part'])
  })

  it('reaches the page of exactly that name where there is one, from then on', async () => {
    const docset = openDocset({ 'docs/a.md': `${FRONT}[x](B.md)\n`, 'docs/b.md': `${FRONT}${BODY}` })
    await docset.build()
    expect(docset.read('fr-FR/a.html')).toContain('href="b.html"')
    docset.write('docs/B.md', `${FRONT}${BODY}`)
    await docset.build()
    expect(docset.read('fr-FR/a.html')).toContain('href="B.html"')
  })
})

describe('a file without front matter', () => {
  it('has the locale of the documents of its root, and its heading or file name as title', async () => {
    const docset = openDocset({
      'docs/z.md': `${FRONT}${BODY}`,
      'docs/includes/heading.md': `# ${pair('aaaaa-101', 'Titre', 'Title')}\n`,
      'docs/includes/plain.md': `${pair('aaaaa-101', 'Texte', 'Text')}\n`,
    })
    const { locales } = await docset.build()
    expect(locales).toEqual(['en-US', 'fr-FR'])
    expect(docset.has('und')).toBe(false)
    expect(docset.read('fr-FR/includes/heading.html')).toContain('<title>Titre')
    expect(docset.read('fr-FR/includes/plain.html')).toContain('<title>plain')
    expect(docset.read('fr-FR/includes/plain.html')).not.toContain('Root')
  })

  it('is not given a made-up language where nothing tells one', async () => {
    const docset = openDocset({ 'docs/a.md': `${pair('aaaaa-101', 'Texte', 'Text')}\n` })
    await docset.build()
    expect(docset.read('und/a.html')).not.toMatch(/>\s*Root/)
  })
})

describe('a reference to a uid', () => {
  const files = {
    'docs/a.md': `${FRONT}<xref:b.uid> ${pair('aaaaa-102', '<xref:N.A> ici', '<xref:N.A> here')}\n`,
    'docs/b.md': `---\nuid: b.uid\n${FRONT.slice(4)}${BODY}`,
    'docs/xrefmap.yml': 'references:\n- uid: N.A\n  name: One\n  href: https://example.org/1\n',
  }

  it('leads to the document, with its title in the language of the page', async () => {
    const docset = openDocset(files)
    await docset.build()
    expect(docset.read('fr-FR/a.html')).toMatch(/<a href="b.html" class="xref"[^>]*>(?:<span[^>]*>)?T</)
    expect(docset.read('en-US/a.html')).toMatch(/<a href="b.html" class="xref"[^>]*>(?:<span[^>]*>)?The B</)
    expect(docset.read('fr-FR/a.html')).toContain('href="https://example.org/1"')
  })

  it('is made anew where the other document or the map has changed, and only then', async () => {
    const docset = openDocset(files)
    await docset.build()
    expect((await docset.build()).work.groups).toBe(0)
    docset.write('docs/xrefmap.yml', files['docs/xrefmap.yml'].replace('/1', '/2'))
    expect((await docset.build()).work.groups).toBe(1)
    expect(docset.read('fr-FR/a.html')).toContain('href="https://example.org/2"')
    docset.write('docs/b.md', files['docs/b.md'].replace('b.uid', 'other.uid'))
    await docset.build()
    expect(docset.read('fr-FR/a.html')).toContain('<span class="xref" data-xref="b.uid">uid</span>')
    docset.write('docs/b.md', `${files['docs/b.md']}\nmore\n`)
    await docset.build()
    const { work } = await docset.build()
    expect(work.groups).toBe(0)
  })

  it('is looked for in the maps that the settings name, which have to be there', async () => {
    const docset = openDocset({
      'docs/a.md': `${FRONT}<xref:N.B>\n`,
      'maps/x.json': '{"baseUrl":"https://example.org/","references":[{"uid":"N.B","name":"B","href":"b"}]}',
    })
    await docset.build({ xrefMaps: ['maps/x.json'] })
    expect(docset.read('fr-FR/a.html')).toContain('href="https://example.org/b"')
    await expect(docset.build({ xrefMaps: ['maps/gone.json'] })).rejects.toThrow('xref map maps/gone.json')
  })
})

describe('what could not be included', () => {
  it('is told in the language of the reader in pages, tables and runbooks', async () => {
    const missing = '[!INCLUDE [banner](gone.md)]'
    const steps = `## ${pair('aaaaa-105', 'Pour redémarrer', 'To restart')}\n\n${missing}\n\n1. ${pair('aaaaa-106', 'Ouvrez.', 'Open it.')}\n2. ${pair('aaaaa-107', `Fermez ${missing}.`, `Close ${missing}.`)}\n3. ${pair('aaaaa-108', 'Attendez.', 'Wait.')}\n\n   [!code-cs[x](gone.cs)]\n`
    const table = `| a | b |\n|---|---|\n| ${missing} | [!code[x](gone.cs)] |\n`
    const docset = openDocset({ 'docs/a.md': `${FRONT}${BODY}\n${steps}\n${table}` })
    await docset.build({ only: ['page', 'table', 'runbook'], book: true })
    for (const [locale, text, code, missing] of [
      [
        'fr-FR',
        'Texte non disponible ici\u00a0:',
        'Exemple de code non disponible ici\u00a0:',
        'Manquant\u00a0:',
      ],
      ['en-US', 'Text not available here:', 'Code sample not available here:', 'Missing:'],
    ] as const) {
      for (const path of ['a.html', 'a.runbook.html', 'runbook-book.html']) {
        const html = docset
          .read(`${locale}/${path}`)
          .replaceAll('&nbsp;', '\u00a0')
          .replace(/<[^>]*>/g, '')
        expect(html).toContain(`${text} banner`)
        expect(html).toContain(`[${missing} banner]`)
        expect(html).toContain(`${code} gone.cs`)
        expect(html).not.toContain('[!')
      }
      const [table] = readdirSync(join(docset.cwd, 'out', locale, 'a.tables')).filter((name) =>
        /\d-[^.]*\.csv$/.test(name),
      )
      expect(docset.read(`${locale}/a.tables/${table}`)).toContain(
        `[${missing} banner],[${missing} gone.cs]`.replaceAll('\u00a0', ' '),
      )
    }
  })
})
