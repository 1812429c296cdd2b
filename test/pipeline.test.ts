import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BuildOptions } from '../src/pipeline/options.ts'
import { build, check, inspect } from '../src/pipeline.ts'
import { pair, smallDocument } from './support/bilingual.ts'
import { contentsOf } from './support/contents-of.ts'
import { temporaryFolder, writeFiles } from './support/temporary-folder.ts'

/** Paths of the files of a folder, sorted. */
function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** Builds `docs` of a folder to `out` in it. */
async function buildDocs(cwd: string, options: Partial<BuildOptions> = {}) {
  return build({ inputs: ['docs'], out: 'out', cwd, ...options })
}

/** Rule ids of the errors of each file that has any. */
function errorsOf(
  files: readonly {
    path: string
    messages: { fatal?: boolean | null | undefined; ruleId?: string | undefined }[]
  }[],
) {
  return Object.fromEntries(
    files
      .map(
        ({ path, messages }) =>
          [path, messages.filter(({ fatal }) => fatal).map(({ ruleId }) => ruleId)] as const,
      )
      .filter(([, ids]) => ids.length > 0),
  )
}

describe('build', () => {
  it('makes pages, tables, runbooks and data of each document in each locale, and an index', async () => {
    const cwd = temporaryFolder({ 'docs/sub/a.md': smallDocument() })
    const { counts, files, locales, written } = await buildDocs(cwd)
    expect(counts).toEqual({ documents: 1, units: 6 })
    expect(locales).toEqual(['en-US', 'fr-FR'])
    expect(files.map(({ path }) => path)).toEqual(['docs/sub/a.md'])
    const paths = pathsIn(join(cwd, 'out'))
    expect(paths.length).toBe(written.files + 1)
    expect(paths).toEqual(
      expect.arrayContaining(['data/sub/a.json', 'en-US/sub/a.html', 'fr-FR/sub/a.html', 'index.html']),
    )
    expect(paths.filter((path) => path.startsWith('fr-FR/sub/a.tables/')).length).toBeGreaterThan(0)
    expect(paths.filter((path) => path.endsWith('.md') && !path.includes('.tables/'))).toEqual([])
    expect(readFileSync(join(cwd, 'out/fr-FR/sub/a.html'), 'utf8')).toContain('Bonjour à tous')
    expect(readFileSync(join(cwd, 'out/en-US/sub/a.html'), 'utf8')).toContain('Hello all')
  })

  it('makes no runbook where settings say so, and tells names in the configuration that no document has', async () => {
    const guide = '# T\n\n## To start\n\n1. Click OK.\n'
    const cwd = temporaryFolder({
      'docs/a.md': guide,
      'docs/b.md': guide,
      'docs/c.md': `---\nrunbook: false\n---\n${guide}`,
    })
    const { files } = await buildDocs(cwd, {
      targetLocale: 'fr-FR',
      only: ['runbook'],
      runbook: { exclude: ['#to-stop', '#t'] },
      overrides: [{ files: ['docs/b.md'], runbook: { exclude: ['#to-stop', '#to-start'] } }],
    })
    const runbooks = pathsIn(join(cwd, 'out')).filter((path) => path.includes('.runbook.'))
    expect(runbooks).toEqual([])
    const messages = files.flatMap((file) => file.messages.map(({ reason }) => reason))
    expect(messages).toEqual([
      'Unexpected `#to-stop` in `runbook.exclude`, expected the anchor of a heading of a document it applies to',
      'Unexpected `#to-stop` in `overrides[0].runbook.exclude`, expected the anchor of a heading of a document it applies to',
    ])
    const { files: others } = await buildDocs(cwd, {
      targetLocale: 'fr-FR',
      only: ['page', 'runbook'],
      overrides: [{ files: ['docs/b.md'], runbook: false }],
    })
    const linked = ['a', 'b', 'c'].map((name) =>
      readFileSync(join(cwd, `out/fr-FR/${name}.html`), 'utf8').includes(`${name}.runbook.html`),
    )
    expect(linked).toEqual([true, false, false])
    expect(others.flatMap(({ messages }) => messages)).toEqual([])
    expect(pathsIn(join(cwd, 'out')).filter((path) => path.includes('.runbook.'))).toEqual([
      'en-US/a.runbook.html',
      'fr-FR/a.runbook.html',
    ])
  })

  it('makes runbooks of documents that have procedures, bilingual ones too if asked for', async () => {
    const procedure = `# ${pair('a-1', 'Pour redémarrer', 'To restart')}\n\n1. ${pair('a-2', 'Ouvrez.', 'Open it.')}\n2. ${pair('a-3', 'Fermez.', 'Close it.')}\n`
    const cwd = temporaryFolder({ 'docs/a.md': procedure, 'docs/b.md': '# x\n' })
    const runbooks = async (options: Partial<BuildOptions>) => {
      await buildDocs(cwd, { targetLocale: 'fr-FR', only: ['runbook'], ...options })
      return pathsIn(join(cwd, 'out')).filter((path) => path.includes('.runbook.'))
    }
    const plain = ['en-US/a.runbook.html', 'fr-FR/a.runbook.html']
    expect(await runbooks({})).toEqual(plain)
    expect(await runbooks({ bilingualRunbooks: 'under' })).toEqual([
      plain[0],
      'fr-FR/a.runbook.bilingual.html',
      plain[1],
    ])
  })

  it('makes only the kinds and locales that were asked for', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': smallDocument() })
    await buildDocs(cwd, { only: ['markdown', 'json'], locales: ['FR-fr'] })
    const paths = pathsIn(join(cwd, 'out')).filter((path) => !path.startsWith('assets/'))
    expect(paths).toEqual([
      '.lockstep-manifest.json',
      'data/a.json',
      'data/index.json',
      'fr-FR/a.md',
      'reports/fr-FR.html',
      'reports/index.html',
    ])
  })

  it('gives the monolingual Markdown byte for byte', async () => {
    const [target, source] = ['Été *fort* 😀', 'Strong\tsummer']
    const around = (text: string) => `\uFEFF# x\r\n\r\n  - ${text}\r\n\r\n<td>\u00A0</td>  \r\n`
    const cwd = temporaryFolder({ 'docs/a.md': around(pair('aaaaa-101', target, source)) })
    await buildDocs(cwd, { only: ['markdown'], targetLocale: 'fr-FR' })
    expect(readFileSync(join(cwd, 'out/fr-FR/a.md'), 'utf8')).toBe(around(target))
    expect(readFileSync(join(cwd, 'out/en-US/a.md'), 'utf8')).toBe(around(source))
  })

  it('makes the same bytes twice, wherever it is', async () => {
    const files = {
      'docs/b.md': smallDocument('b'),
      'docs/a.md': smallDocument(),
      'docs/c/d.md': smallDocument('d'),
    }
    const [first, second] = [temporaryFolder(files), temporaryFolder(files)]
    await buildDocs(first)
    await buildDocs(second)
    expect(contentsOf(join(second, 'out'))).toEqual(contentsOf(join(first, 'out')))
    const again = await buildDocs(first)
    expect(again.written).toMatchObject({ changed: 0, removed: 0 })
  })

  it('does not read what it wrote, even where the output lies between the inputs', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': smallDocument() })
    await buildDocs(cwd, { out: 'docs/site', only: ['markdown'] })
    await buildDocs(cwd, { out: 'docs/other', only: ['markdown'] })
    expect(readdirSync(join(cwd, 'docs/other/fr-FR')).sort()).toEqual(['a.md'])
  })

  it('removes what is made no longer', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': smallDocument(), 'docs/b.md': smallDocument() })
    await buildDocs(cwd)
    const { written } = await buildDocs(cwd, { inputs: ['docs/a.md'] })
    expect(written.removed).toBeGreaterThan(0)
    expect(pathsIn(join(cwd, 'out')).filter((path) => /\/b\./.test(path))).toEqual([])
  })

  it('refuses the second of two documents with the same output path, and makes the first', async () => {
    const cwd = temporaryFolder({
      'docs/a.md': smallDocument(),
      'docs/a.html': '<p>x</p>',
      'docs/b.md': smallDocument(),
    })
    const { files } = await buildDocs(cwd)
    expect(errorsOf(files)).toEqual({ 'docs/a.md': ['output-doubled'] })
    expect(pathsIn(join(cwd, 'out'))).toEqual(expect.arrayContaining(['data/a.json', 'fr-FR/b.html']))
  })

  it('makes data, but no pages, of what its docset only includes', async () => {
    const cwd = temporaryFolder({
      'docs/docfx.json': '{"build":{"content":[{"files":["**/*.md"],"exclude":["**/includes/**"]}]}}',
      'docs/a.md': smallDocument(),
      'docs/includes/b.md': smallDocument(),
    })
    await buildDocs(cwd)
    const paths = pathsIn(join(cwd, 'out')).filter((path) => path.includes('includes'))
    expect(paths).toEqual(['data/includes/b.json'])
    expect(readFileSync(join(cwd, 'out/reports/index.html'), 'utf8')).not.toContain('includes/b')
  })

  it('builds the others where one cannot be read', async () => {
    const cwd = temporaryFolder({
      'docs/a.md': smallDocument(),
      'docs/z.md': smallDocument(),
      'secret.md': 'secret',
    })
    symlinkSync('../secret.md', join(cwd, 'docs/link.md'))
    symlinkSync('gone.md', join(cwd, 'docs/gone.md'))
    const { files, counts } = await buildDocs(cwd)
    expect(errorsOf(files)).toEqual({
      'docs/link.md': ['input-refused'],
      'docs/gone.md': ['input-unreadable'],
    })
    expect(counts.documents).toBe(2)
    expect(JSON.stringify(contentsOf(join(cwd, 'out')))).not.toContain('secret')
  })

  it('takes any content without failing', async () => {
    const cwd = temporaryFolder({
      'docs/empty.md': '',
      'docs/bom.md': '\uFEFF',
      'docs/nul.md': 'a\0b\u0007\u001B[31m',
      'docs/latin1.md': Buffer.from(smallDocument(), 'latin1'),
      'docs/utf16.md': Buffer.from(`\uFEFF${smallDocument()}`, 'utf16le'),
      'docs/crlf.md': smallDocument().replaceAll('\n', '\r\n'),
      'docs/cr.md': smallDocument().replaceAll('\n', '\r'),
      'docs/line.md': pair('a-1', 'é '.repeat(200_000), 'e '.repeat(200_000)),
      'docs/open.md': '<span data-ttu-id="a-1">'.repeat(2000),
      'docs/proto.md': `${pair('__proto__', 'a', 'b')}\n\n${pair('constructor-1', 'a', 'b')}\n\n${pair('7', 'a', 'b')}`,
      'docs/#1 50%25 é [x].md': smallDocument(),
      'docs/日本語/ページ.html': `<h1>${pair('a-1', '題', 'Title')}</h1>`,
    })
    const { files, counts } = await buildDocs(cwd, { targetLocale: 'fr-FR' })
    const failed = files.flatMap(({ messages }) =>
      messages.filter(({ ruleId }) => /failed|crashed/.test(ruleId ?? '')),
    )
    expect(failed.map(({ reason }) => reason)).toEqual([])
    expect(counts.documents).toBe(12)
    expect(pathsIn(join(cwd, 'out'))).toEqual(
      expect.arrayContaining(['fr-FR/#1 50%25 é [x].html', 'fr-FR/日本語/ページ.html']),
    )
  })

  it('writes nothing outside the output folder, whatever the front matter says', async () => {
    const document = smallDocument().replace('fr-FR', '../../evil')
    const cwd = temporaryFolder({ 'docs/a.md': document })
    await buildDocs(cwd)
    expect(readdirSync(cwd).sort()).toEqual(['docs', 'out'])
  })

  it('does not write through a link in the output folder', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': smallDocument(), 'elsewhere/keep.txt': '' })
    mkdirSync(join(cwd, 'out'))
    symlinkSync('../elsewhere', join(cwd, 'out/fr-FR'))
    const { files } = await buildDocs(cwd, { only: ['markdown'] }).catch((error: Error) => ({
      files: [error],
    }))
    expect(JSON.stringify(files, ['message', 'messages', 'reason'])).toContain('is not a folder')
    expect(readdirSync(join(cwd, 'elsewhere'))).toEqual(['keep.txt'])
  })

  it('copies the images of a document, but none from outside the root', async () => {
    const cwd = temporaryFolder({
      'docs/a.md': `![a](media/a.png) ![b](../secret.png) ![c](media/link.png) ![d](media/gone.png)\n`,
      'docs/media/a.png': 'PNG',
      'docs/media/unused.png': 'PNG',
      'secret.png': 'secret',
    })
    symlinkSync('../../secret.png', join(cwd, 'docs/media/link.png'))
    await buildDocs(cwd, { targetLocale: 'fr-FR' })
    const images = pathsIn(join(cwd, 'out')).filter((path) => path.endsWith('.png'))
    expect(images.map((path) => path.replace(/.*\/media\//, 'media/'))).toEqual(['media/a.png'])
  })

  it('tells once of an image that cannot be copied, however many documents show it, also where one is built anew', async () => {
    const cwd = temporaryFolder({
      'docs/a.md': `${smallDocument()}\n![x](x.svg)\n`,
      'docs/b.md': `${smallDocument()}\n![x](x.svg)\n`,
      'docs/x.svg': '<svg',
    })
    for (const more of ['', '\nmore\n']) {
      writeFileSync(join(cwd, 'docs/b.md'), more, { flag: 'a' })
      const { files } = await buildDocs(cwd)
      expect(
        files.flatMap(({ path, messages }) =>
          messages.filter(({ fatal }) => fatal).map(({ reason, note }) => [path, reason, note]),
        ),
      ).toEqual([
        [
          'docs/a.md',
          'Cannot copy x.svg: it is not an SVG image that browsers can show',
          'Save it as SVG again or use another image: pages that refer to it show none.',
        ],
      ])
    }
  })

  it('uses templates of the user', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': smallDocument(), 'mine/page.hbs': 'MINE {{locale}}' })
    await buildDocs(cwd, { templates: 'mine' })
    expect(readFileSync(join(cwd, 'out/fr-FR/a.html'), 'utf8')).toBe('MINE fr-FR')
  })

  it.each([
    [
      't/page.hbs',
      'x\n  {{#if x}}\n{{/each}}',
      "Cannot use the template t/page.hbs:2:6: if doesn't match each",
    ],
    ['t/page.hbs', 'a\n{{#if x}', 'Cannot use the template t/page.hbs:2: it is not valid Handlebars near'],
    [
      't/_head.hbs',
      ' {{t "page.skipp"}}',
      'template t/_head.hbs:1:2: unexpected label “page.skipp”, did you mean',
    ],
    ['t/page.hbs', '{{zzz}}', 't/page.hbs:1:3: "zzz" not defined'],
    ['t/_head.hbs', '\n<head>{{zzz}}', 't/_head.hbs:2:9: "zzz" not defined'],
    ['l/fr-FR.json', '{\n  "page": { "skip": 3 }\n}', 'for page.skip in l/fr-FR.json:2:21, expected text'],
    ['l/fr-FR.json', '{\n  "page": x\n}', 'Cannot read the labels in l/fr-FR.json:2:11: it is not valid'],
    ['l/it-IT.json', '"a"', 'Unexpected value in l/it-IT.json:1:1'],
  ])('says once what is wrong in %s, %j, and leaves earlier output', async (path, text, message) => {
    const cwd = temporaryFolder({
      'docs/a.md': smallDocument(),
      'docs/b.md': smallDocument(),
      't/other.hbs': '',
      'l/de-DE.json': '{}',
    })
    const look = { templates: 't', labels: 'l' }
    await buildDocs(cwd, look)
    const pages = () =>
      Object.entries(contentsOf(join(cwd, 'out'))).filter(([name]) => name.endsWith('.html'))
    const before = pages()
    writeFiles(cwd, { [path]: text })
    await expect(buildDocs(cwd, look)).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(message),
    })
    expect(pages()).toEqual(before)
  })

  it('keeps the page of a document that is named index', async () => {
    const cwd = temporaryFolder({ 'docs/index.md': smallDocument() })
    const { files } = await buildDocs(cwd)
    expect(errorsOf(files)).toEqual({})
    expect(readFileSync(join(cwd, 'out/fr-FR/index.html'), 'utf8')).toContain('Bonjour à tous')
  })

  it('leaves earlier output as it is when it cannot start', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': smallDocument() })
    await buildDocs(cwd)
    const before = contentsOf(join(cwd, 'out'))
    await expect(buildDocs(cwd, { templates: 'nowhere' })).rejects.toThrow('There is no folder')
    await expect(buildDocs(cwd, { inputs: ['nowhere'] })).rejects.toThrow('No such file')
    await expect(buildDocs(cwd, { rules: { nonsense: 'off' } })).rejects.toThrow('nonsense')
    expect(contentsOf(join(cwd, 'out'))).toEqual(before)
  })
})

describe('check', () => {
  it('writes nothing and gives the messages of each document', async () => {
    const cwd = temporaryFolder({
      'docs/a.md': smallDocument(),
      'docs/b.md': '<span data-ttu-id="x-1">a</span>',
    })
    const { files, counts } = await check({ inputs: ['docs'], cwd, targetLocale: 'fr-FR' })
    expect(readdirSync(cwd)).toEqual(['docs'])
    expect(counts.documents).toBe(2)
    expect(errorsOf(files)).toEqual({ 'docs/b.md': ['unit-source-missing'] })
  })

  it('takes the expected locale from the folders, else from the settings', async () => {
    const cwd = temporaryFolder({ 'de-DE/a.md': smallDocument(), 'docs/a.md': smallDocument() })
    const ids = async (folder: string, targetLocale: string) => {
      const { files } = await check({ inputs: [folder], cwd, targetLocale })
      return files[0]!.messages.map(({ ruleId }) => ruleId)
    }
    expect(await ids('de-DE', 'fr-FR')).toContain('front-matter-locale')
    expect(await ids('docs', 'fr-FR')).not.toContain('front-matter-locale')
    expect(await ids('docs', 'de-DE')).toContain('front-matter-locale')
  })

  it('obeys the settings of the rules', async () => {
    const cwd = temporaryFolder({ 'docs/b.md': '<span data-ttu-id="x-1">a</span>' })
    const rules = { 'unit-source-missing': 'off' } as const
    const { files } = await check({ inputs: ['docs'], cwd, targetLocale: 'fr-FR', rules })
    expect(errorsOf(files)).toEqual({})
  })

  it('tells how far it is', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': '', 'docs/b.md': '' })
    const seen: unknown[] = []
    await check({ inputs: ['docs'], cwd, onProgress: (progress) => seen.push(progress) })
    expect(seen).toEqual([
      { done: 0, total: 2, path: 'docs/a.md' },
      { done: 1, total: 2, path: 'docs/b.md' },
    ])
  })

  it('reads many documents in order', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `${String(index).padStart(2, '0')}.md`)
    const cwd = temporaryFolder(
      Object.fromEntries(names.map((name) => [`docs/${name}`, smallDocument(name)])),
    )
    const { files, counts } = await check({ inputs: ['docs'], cwd })
    expect(files.map(({ path }) => path)).toEqual(names.map((name) => `docs/${name}`))
    expect(counts).toEqual({ documents: 40, units: 240 })
  })
})

describe('inspect', () => {
  it('gives the model with the messages of its file', async () => {
    const cwd = temporaryFolder({ 'docs/a.md': smallDocument() })
    const { document, file } = await inspect({ inputs: ['docs/a.md'], cwd })
    expect(document?.targetLocale).toBe('fr-FR')
    expect(Object.keys(document!.units)).toHaveLength(6)
    expect(file.path).toBe('docs/a.md')
  })

  it('gives no model of a file that cannot be read', async () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'secret/x.md': '' })
    mkdirSync(join(cwd, 'docs'))
    writeFileSync(join(cwd, 'docs/other.md'), '')
    symlinkSync('../secret/x.md', join(cwd, 'docs/a.md'))
    const { document, file } = await inspect({ inputs: ['docs/a.md'], cwd })
    expect(document).toBeUndefined()
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['input-refused'])
  })
})
