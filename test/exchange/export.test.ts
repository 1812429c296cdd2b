import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExportOptions } from '../../src/pipeline/exchange/exchange-options.ts'
import { exportUnits } from '../../src/pipeline.ts'
import { formatDecisions } from '../../src/review/decisions/format-decisions.ts'
import { keyOfUnits } from '../../src/review/decisions/unit-keys.ts'
import { scanDocument } from '../../src/review/scan/scan-document.ts'
import { fileOf } from '../review/decisions/files.ts'
import { documentIn, pair, smallDocument } from '../support/bilingual.ts'
import { frenchOf } from '../support/review.ts'
import { temporaryFolder, writeFiles } from '../support/temporary-folder.ts'

const MAIN = join(import.meta.dirname, '../../bin/lockstep.js')

const run = (cwd: string, options: Partial<ExportOptions> = {}) =>
  exportUnits({ inputs: ['docs'], cwd, out: 'out', ...options })

const read = (cwd: string, path: string) => readFileSync(join(cwd, 'out', path), 'utf8')

const written = (cwd: string) =>
  readdirSync(join(cwd, 'out'), { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(cwd, 'out', path)).isFile() && !path.startsWith('.'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()

/** Ids of the units in an XLIFF file. */
const idsIn = (text: string) => [...text.matchAll(/<trans-unit id="([^"]*)"/g)].map(([, id]) => id)

/** A unit of an XLIFF file. */
const unitIn = (text: string, id: string) =>
  new RegExp(`<trans-unit id="${id}"[\\s\\S]*?</trans-unit>`).exec(text)?.[0] ?? ''

describe('files', () => {
  const units = [['101', 'Bonjour.', 'Hello.']] as const
  const docs = () => ({
    'docs/fr-FR/a.md': documentIn('fr-FR', units),
    'docs/fr-FR/sub/a.b.html': `<html lang="fr-FR"><body><p>${pair('x-101', 'Salut', 'Hi')}</p></body></html>`,
    'docs/de-DE/a.md': documentIn('de-DE', units),
  })

  it.each([
    ['xliff', '.xlf'],
    ['xliff2', '.xlf'],
    ['tmx', '.tmx'],
    ['csv', '.csv'],
    ['po', '.po'],
  ] as const)('mirror the documents as %s', async (format, suffix) => {
    const cwd = temporaryFolder(docs())
    const { documents, locales, written: counts } = await run(cwd, { format })
    expect(written(cwd)).toEqual([
      `de-DE/a.md${suffix}`,
      `fr-FR/a.md${suffix}`,
      `fr-FR/sub/a.b.html${suffix}`,
    ])
    expect([documents, locales, counts.files]).toEqual([3, ['de-DE', 'fr-FR'], 3])
    for (const path of written(cwd)) expect(read(cwd, path)).toMatch(/Hello|Hi/)
    expect((await run(cwd, { format })).written).toMatchObject({ files: 3, changed: 0, removed: 0 })
  })

  it('can hold all documents of a locale', async () => {
    const cwd = temporaryFolder(docs())
    await run(cwd, { bundle: true })
    expect(written(cwd)).toEqual(['de-DE.xlf', 'fr-FR.xlf'])
    const text = read(cwd, 'fr-FR.xlf')
    expect(text.match(/<file original="[^"]*"/g)).toEqual([
      '<file original="a.md"',
      '<file original="sub/a.b.html"',
    ])
    expect(text.trimEnd().endsWith('</xliff>')).toBe(true)
    expect((await run(cwd, { bundle: true })).written).toMatchObject({ files: 2, changed: 0 })
    writeFiles(cwd, { 'docs/de-DE/a.md': documentIn('de-DE', [['101', 'Hallo.', 'Hello.']]) })
    expect((await run(cwd, { bundle: true })).written).toMatchObject({ files: 2, changed: 1 })
    expect(read(cwd, 'de-DE.xlf')).toContain('Hallo.')
  })

  it('of an earlier export go, and none is written without units', async () => {
    const cwd = temporaryFolder({
      ...docs(),
      'docs/fr-FR/empty.md': '---\nms.contentlocale: fr-FR\n---\n\nText.\n',
    })
    await run(cwd)
    const { written: counts } = await run(cwd, { locales: ['de-DE'] })
    expect(counts).toMatchObject({ files: 1, changed: 0, removed: 2 })
    expect(written(cwd)).toEqual(['de-DE/a.md.xlf'])
  })

  it('are not written among the inputs', async () => {
    const cwd = temporaryFolder(docs())
    await expect(run(cwd, { out: '.' })).rejects.toThrow('holds the inputs')
  })
})

describe('units', () => {
  it('have the state of their document, and its hand-off is in the header', async () => {
    const cwd = temporaryFolder({
      'docs/fr-FR/machine.md': smallDocument(),
      'docs/fr-FR/human.md': smallDocument().replace('MT', 'HT'),
      'docs/fr-FR/part.md': documentIn('fr-FR', [
        ['101', null, 'Hello.'],
        ['102', '', 'Bye.'],
        ['103', 'Oui.', 'Yes.'],
      ]),
    })
    const { units } = await run(cwd)
    expect(units).toEqual({ machine: 6, translated: 7, missing: 2, approved: 0, locked: 1 })
    const machine = read(cwd, 'fr-FR/machine.md.xlf')
    expect(machine).toContain('ms.translationtype: MT')
    expect(unitIn(machine, 'aaaaa-102')).toContain('approved="no"')
    expect(unitIn(machine, 'aaaaa-102')).toContain('Translated by a machine')
    const human = read(cwd, 'fr-FR/human.md.xlf')
    expect(unitIn(human, 'aaaaa-102')).toContain('approved="yes"')
    expect(human).not.toContain('machine')
  })

  it('that reviewers approved are approved, as long as their texts stay', async () => {
    const text = smallDocument()
    const cwd = temporaryFolder({ 'docs/fr-FR/a.md': text })
    const scanned = scanDocument(text)
    const decide = (path: string) => {
      const keys = keyOfUnits(path, scanned)
      const decisions = scanned.units.slice(0, 3).map(({ source, target }, at) => ({
        key: keys[at]!,
        path,
        source,
        target,
        state: at === 2 ? ('needs-fix' as const) : ('approved' as const),
      }))
      writeFiles(cwd, { 'reviews/fr-FR.review.json': formatDecisions(fileOf(decisions)) })
    }
    // Of folders, and of revisions.
    for (const path of ['a.md', 'docs/fr-FR/a.md']) {
      decide(path)
      expect((await run(cwd)).units).toMatchObject({ approved: 2, machine: 4 })
      expect(unitIn(read(cwd, 'fr-FR/a.md.xlf'), 'aaaaa-102')).toContain('approved="yes"')
    }
    decide('elsewhere/a.md')
    expect((await run(cwd)).units).toMatchObject({ approved: 0 })
    decide('a.md')
    writeFiles(cwd, { 'docs/fr-FR/a.md': text.replace('Bonjour.', 'Salut.') })
    expect((await run(cwd)).units).toMatchObject({ approved: 1 })
    expect((await run(cwd, { decisions: 'none' })).units).toMatchObject({ approved: 0 })
  })

  it('say where they stand', async () => {
    const cwd = temporaryFolder({
      'docs/fr-FR/a.md': `---
ms.contentlocale: fr-FR
---
# ${pair('x-1', 'Titre', 'Title')}

## ${pair('x-2', 'Partie', 'Part')}

1. ${pair('x-3', 'un', 'one')}
2. ${pair('x-4', 'deux', 'two')}
   - ${pair('x-5', 'trois', 'three')}

> [!WARNING]
> ${pair('x-6', 'Attention à ceci.', 'Beware of this.')}

| ${pair('x-7', 'Nom', 'Name')} | ${pair('x-8', 'Port', 'Port')} |
|---|---|
| ${pair('x-9', 'Frontal', 'Front End')} | ${pair('x-10', 'quatre', 'four')} |
`,
    })
    await run(cwd)
    const text = read(cwd, 'fr-FR/a.md.xlf')
    const notes = (id: string) =>
      [...unitIn(text, id).matchAll(/<note[^>]*>([^<]*)</g)].map(([, note]) => note)
    expect(notes('x-2')).toEqual(['Heading'])
    expect(notes('x-3')).toEqual(['Under “Title” &gt; “Part”', 'Item 1 of a numbered list'])
    expect(notes('x-5')).toContain('Item 2.1 of a list')
    expect(notes('x-6')).toContain('In an alert of the type “warning”')
    expect(notes('x-8')).toContain('Table “Part”, header, column 2')
    expect(notes('x-10')).toContain('Table “Part”, row “Front End”, column “Port”')
  })

  it('without text are left out, and those that cannot be written back are locked', async () => {
    const inner = pair('x-2', 'dedans', 'inside')
    const cwd = temporaryFolder({
      'docs/fr-FR/a.md': `---
ms.contentlocale: fr-FR
---
${pair('x-1', `avant ${inner} après`, 'before and after')}

${pair('x-3', '![](a.png)', '![](a.png)')}

${pair('x-4', '</div>', '</div>')}

${pair('x-5', 'fin', 'end')}
`,
    })
    const { units, leftOut } = await run(cwd)
    const text = read(cwd, 'fr-FR/a.md.xlf')
    expect(idsIn(text)).toEqual(['x-1', 'x-2', 'x-5'])
    expect([units.locked, leftOut.textless]).toEqual([2, 2])
    expect(unitIn(text, 'x-1')).toContain('another unit is inside it')
    expect(unitIn(text, 'x-2')).toContain('translate="no"')
    expect(unitIn(text, 'x-5')).not.toContain('translate="no"')
  })

  it('of included files are in the files of these', async () => {
    const cwd = temporaryFolder({
      'docs/fr-FR/a.md': `${documentIn('fr-FR', [['101', 'Oui.', 'Yes.']])}\n[!INCLUDE [x](part.md)]\n`,
      'docs/fr-FR/part.md': pair('y-1', 'Partagé.', 'Shared.'),
    })
    await run(cwd)
    expect(idsIn(read(cwd, 'fr-FR/a.md.xlf'))).toEqual(['frfr-101'])
    expect(idsIn(read(cwd, 'fr-FR/part.md.xlf'))).toEqual(['y-1'])
  })
})

describe('findings', () => {
  const docs = {
    'docs/fr-FR/a.md': documentIn('fr-FR', [
      ['101', 'Attendez 5 minutes.', 'Wait for 7 minutes.'],
      ['102', 'Arrêtez le serveur.', 'Stop the server.'],
    ]),
  }

  it('are notes of their units', async () => {
    const cwd = temporaryFolder(docs)
    await run(cwd)
    expect(read(cwd, 'fr-FR/a.md.xlf')).not.toContain('number-equal')
    await run(cwd, { findings: true })
    const text = read(cwd, 'fr-FR/a.md.xlf')
    expect(unitIn(text, 'frfr-101')).toMatch(/(?:Error|Warning) \(number-equal\): Unexpected/)
    expect(unitIn(text, 'frfr-102')).not.toContain('number-equal')
  })

  it('choose units by their severity', async () => {
    const cwd = temporaryFolder(docs)
    const { leftOut } = await run(cwd, { minSeverity: 'warning' })
    expect(idsIn(read(cwd, 'fr-FR/a.md.xlf'))).toEqual(['frfr-101'])
    expect(leftOut.sound).toBe(1)
    const { documents } = await run(cwd, { minSeverity: 'error', rules: { 'number-equal': 'info' } })
    expect([documents, written(cwd)]).toEqual([0, []])
  })
})

describe('changes', () => {
  const OLD = frenchOf('aaaaa', [
    ['Restart the **old** server.', 'Redémarrez le **vieux** serveur.'],
    ['Nothing changes.', 'Rien ne change.'],
    ['Stop.', 'Arrêtez.'],
  ])
  const NEW = frenchOf('bbbbb', [
    ['Restart the **new** server.', 'Redémarrez le **vieux** serveur.'],
    ['Nothing changes.', 'Rien ne change.'],
    ['This sentence is a new one.', 'Cette phrase est nouvelle.'],
    ['Stop.', 'Stoppez.'],
  ])

  const assertChanges = (cwd: string) => {
    expect(written(cwd)).toEqual(['fr-FR/a.md.xlf', 'fr-FR/new.md.xlf'])
    const text = read(cwd, 'fr-FR/a.md.xlf')
    expect(idsIn(text)).toEqual(['bbbbb-101', 'bbbbb-103', 'bbbbb-104'])
    const stale = unitIn(text, 'bbbbb-101')
    expect(stale).toContain('alttranstype="previous-version"')
    expect(stale).toMatch(/<alt-trans[\s\S]*<source>Restart the <bpt[^>]*>\*\*<\/bpt>old</)
    expect(stale).toContain('The source text has changed, the translation has not')
    expect(unitIn(text, 'bbbbb-103')).not.toContain('alt-trans')
    expect(unitIn(text, 'bbbbb-104')).toContain('<target>Arrêtez.</target>')
    expect(idsIn(read(cwd, 'fr-FR/new.md.xlf'))).toEqual(['ccccc-101'])
  }
  const later = (folder: string) => ({
    [`${folder}/fr-FR/a.md`]: NEW,
    [`${folder}/fr-FR/new.md`]: frenchOf('ccccc', [['Added text in a file.', 'Texte ajouté.']]),
    [`${folder}/fr-FR/same.md`]: OLD,
  })

  it('since another folder are exported alone, with the texts before', async () => {
    const cwd = temporaryFolder({ 'old/fr-FR/a.md': OLD, 'old/fr-FR/same.md': OLD, ...later('docs') })
    const { leftOut } = await run(cwd, { onlyChanged: 'old' })
    assertChanges(cwd)
    expect(leftOut.unchanged).toBe(1)
    await expect(run(cwd, { onlyChanged: 'old', inputs: ['docs/fr-FR/a.md'] })).rejects.toThrow(
      'Cannot compare docs/fr-FR/a.md with the folder old',
    )
  })

  it('since a revision are exported alone, with the texts before', async () => {
    const cwd = temporaryFolder({ 'docs/fr-FR/a.md': OLD, 'docs/fr-FR/same.md': OLD })
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd, stdio: 'pipe' })
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'old')
    writeFiles(cwd, later('docs'))
    await run(cwd, { onlyChanged: 'HEAD' })
    assertChanges(cwd)
    await expect(run(cwd, { onlyChanged: 'missing' })).rejects.toThrow(
      'There is no folder and no git revision missing',
    )
  })

  // `npm test` compiles the program beforehand.
  it.skipIf(!existsSync(MAIN))('read the revision in a few batches, also in several locales', () => {
    const docsIn = (text: string) =>
      Object.fromEntries(
        ['fr-FR', 'de-DE'].flatMap((locale) =>
          Array.from({ length: 60 }, (_, at) => [
            `docs/${locale}/d${at}.md`,
            documentIn(locale, [['101', text, 'Hello.']]),
          ]),
        ),
      )
    const cwd = temporaryFolder(docsIn('x'))
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { cwd, stdio: 'pipe' })
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'old')
    writeFiles(cwd, docsIn('y'))
    const args = [MAIN, 'export', 'docs', '-o', 'out', '--only-changed', 'HEAD']
    const env = { ...process.env, GIT_TRACE: join(cwd, 'trace') }
    const stdout = execFileSync(process.execPath, args, { cwd, env, encoding: 'utf8' })
    expect(stdout).toContain('120 documents, 120 units')
    const batches = readFileSync(join(cwd, 'trace'), 'utf8').match(/git cat-file --batch$/gm)
    expect(batches?.length).toBeLessThan(10)
  })
})

it('takes machine translations out of a memory', async () => {
  const cwd = temporaryFolder({
    'docs/fr-FR/a.md': smallDocument(),
    'docs/fr-FR/b.md': smallDocument('Salut', 'Hey').replace('MT', 'HT'),
  })
  const { leftOut } = await run(cwd, { format: 'tmx', machine: false, bundle: true })
  expect(leftOut.machine).toBe(6)
  expect(read(cwd, 'fr-FR.tmx')).not.toContain('Hello')
  expect(read(cwd, 'fr-FR.tmx')).toContain('Hey')
})

it('reports documents that cannot be exported, and exports the others', async () => {
  const text = documentIn('fr-FR', [['101', 'Oui.', 'Yes.']])
  const cwd = temporaryFolder({ 'one/fr-FR/a.md': text, 'two/fr-FR/a.md': text, 'two/fr-FR/b.md': text })
  const { failed } = await run(cwd, { inputs: ['one', 'two'] })
  expect(failed.map(({ path }) => path)).toEqual(['two/fr-FR/a.md'])
  expect(written(cwd)).toEqual(['fr-FR/a.md.xlf', 'fr-FR/b.md.xlf'])
})

it('refuses options that do not go together', async () => {
  const cwd = temporaryFolder({ 'docs/fr-FR/a.md': smallDocument() })
  await expect(run(cwd, { level: 2 })).rejects.toThrow('Cannot use --level with --format xliff')
  await expect(run(cwd, { format: 'po', inline: 'gx' })).rejects.toThrow('Cannot use --inline')
  await expect(run(cwd, { format: 'xliff2', for: 'omegat' })).rejects.toThrow('Cannot use --for')
})
