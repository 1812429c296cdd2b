import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExchangeFile } from '../../src/exchange/exchange-file.ts'
import { createXliffReader } from '../../src/exchange/read/read-xliff.ts'
import { type Xliff1Options, xliff1File, xliff1Head, xliff1Tail } from '../../src/exchange/write/xliff-1.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { fixtureFiles } from './documents.ts'
import { readWith } from './returned.ts'
import { CODES, coded, fileOf, unit } from './units.ts'

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const write = (file: ExchangeFile, options?: Xliff1Options) =>
  [xliff1Head(), ...xliff1File(file, options), xliff1Tail()].join('')

/** What comes back of a text, apart from its places. */
function unitsOf(text: string) {
  const { files, problems } = readWith(createXliffReader, text)
  expect(problems).toEqual([])
  return files[0]!.units.map(({ line: _line, column: _column, ...rest }) => rest)
}

/** Files of some documents, by name. */
function filesFor(options: Xliff1Options): Readonly<Record<string, string>> {
  // OmegaT drops carriage returns, which texts of documents do not have.
  const target = CODES.target!.map((part) =>
    part.type === 'text' ? { ...part, text: part.text.replace('\r', '') } : part,
  )
  const files = [fileOf([{ ...CODES, target }]), ...fixtureFiles().filter(({ units }) => units.length > 3)]
  return Object.fromEntries(files.map((file, index) => [`${index}.xlf`, write(file, options)]))
}

describe.skipIf(!has('omegat'))('OmegaT in console mode (needs omegat)', () => {
  const project = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>EN-US</source_lang><target_lang>FR-FR</target_lang><sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>`

  /** Translates files with the texts of a memory. */
  function translate(
    files: Readonly<Record<string, string>>,
    memory: Readonly<Record<string, string>> = {},
  ): Readonly<Record<string, string>> {
    const units = Object.entries(memory).map(
      ([source, target]) =>
        `<tu><tuv lang="EN-US"><seg>${source}</seg></tuv><tuv lang="FR-FR"><seg>${target}</seg></tuv></tu>`,
    )
    const folder = temporaryFolder({
      'omegat.project': project,
      'omegat/project_save.tmx': `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.1"><header creationtool="OmegaT" creationtoolversion="3.6.0" segtype="paragraph" o-tmf="OmegaT TMX" adminlang="EN-US" srclang="EN-US" datatype="plaintext"/><body>${units.join('')}</body></tmx>`,
      ...Object.fromEntries(
        ['target', 'tm', 'glossary', 'dictionary'].map((name) => [`${name}/readme.txt`, '']),
      ),
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`source/${name}`, text])),
    })
    const { status, stderr } = spawnSync('omegat', ['--mode=console-translate', folder], {
      env: { ...process.env, HOME: temporaryFolder() },
    })
    expect([status, stderr.toString().includes('Exception')]).toEqual([0, false])
    const target = join(folder, 'target')
    return Object.fromEntries(
      readdirSync(target)
        .filter((name) => name.endsWith('.xlf'))
        .map((name) => [name, readFileSync(join(target, name), 'utf8')]),
    )
  }

  it.each([{}, { for: 'omegat' }, { for: 'omegat', inline: 'gx' }] as const)(
    'keeps targets, codes and stamps of what nobody edited, with %j',
    (options) => {
      const files = filesFor(options)
      const translated = translate(files)
      expect(Object.keys(translated).sort()).toEqual(Object.keys(files).sort())
      for (const [name, text] of Object.entries(files))
        expect(unitsOf(translated[name]!)).toEqual(unitsOf(text))
    },
  )

  it('translates sources where nobody translated them, and revises targets', () => {
    const file = fileOf([
      unit(coded('One'), null, { id: '1' }),
      unit(coded('Two'), coded('Deux'), { id: '2', state: 'machine' }),
      unit(coded('Three'), coded('Trois'), { id: '3' }),
      unit(coded('Four'), null, { id: '4' }),
    ])
    const translated = translate(
      { 'a.xlf': write(file, { for: 'omegat' }) },
      { One: 'Un', Two: 'Deux !', Trois: 'Trois !' },
    )
    expect(unitsOf(translated['a.xlf']!).map(({ target }) => target)).toEqual([
      ['Un'],
      ['Deux !'],
      ['Trois !'],
      null,
    ])
  })
})

describe.skipIf(!has('xliff2po') || !has('po2xliff'))(
  'Translate Toolkit (needs xliff2po and po2xliff)',
  () => {
    it('reads translations by persons as finished, and those by machines as fuzzy', () => {
      const file = fileOf([
        unit(coded('One'), null, { id: '1' }),
        unit(coded('Two'), coded('Deux'), { id: '2', state: 'machine' }),
        unit(coded('Three'), coded('Trois'), { id: '3', state: 'translated' }),
        unit(coded('Four'), coded('Quatre'), { id: '4', state: 'approved' }),
      ])
      const folder = temporaryFolder({ 'a.xlf': write(file, { for: 'weblate' }) })
      expect(spawnSync('xliff2po', ['a.xlf', 'a.po'], { cwd: folder }).status).toBe(0)
      const entries = readFileSync(join(folder, 'a.po'), 'utf8').split('\n\n').slice(1)
      expect(entries.map((entry) => entry.trim())).toEqual([
        '#: 1\nmsgid "One"\nmsgstr ""',
        '#: 2\n#, fuzzy\nmsgid "Two"\nmsgstr "Deux"',
        '#: 3\nmsgid "Three"\nmsgstr "Trois"',
        '#: 4\nmsgid "Four"\nmsgstr "Quatre"',
      ])
    })

    it.each([{}, { inline: 'gx' }] as const)(
      'keeps units, targets, codes and stamps when it writes a file, with %j',
      (options) => {
        const files = filesFor(options)
        const names = Object.keys(files)
        const folder = temporaryFolder(Object.fromEntries(names.map((name) => [`in/${name}`, files[name]!])))
        for (const [program, ...args] of [
          ['xliff2po', 'in', 'po'],
          ['po2xliff', '-t', 'in', 'po', 'out'],
        ])
          expect(spawnSync(program!, args, { cwd: folder }).status).toBe(0)
        for (const name of names)
          expect(unitsOf(readFileSync(join(folder, 'out', name), 'utf8'))).toEqual(unitsOf(files[name]!))
      },
    )
  },
)
