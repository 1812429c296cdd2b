import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { modelSchemas } from '../scripts/model-schemas.ts'
import { joinDocuments } from '../src/join/join-documents.ts'
import { fromJson } from '../src/model/json/from-json.ts'
import { toJson } from '../src/model/json/to-json.ts'
import type { DocumentJson, MultilingualJson } from '../src/model/json/types.ts'
import { inputOf } from '../src/model/written-unit.ts'
import { parseDocument } from '../src/parse/parse-document.ts'
import { renderJson } from '../src/render/json.ts'
import { corpusFiles, corpusResolver, hasCorpus, SEED } from './support/corpus.ts'

const published = readFileSync(new URL('../schema/document.schema.json', import.meta.url), 'utf8')

describe('schema/document.schema.json', () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(published))
  const expectValid = (path: string, text: string, folder: string) => {
    const document = parseDocument(new VFile(text), { path, resolve: corpusResolver(folder) })
    const data = JSON.parse(renderJson(document).content)
    validate(data)
    expect(validate.errors).toBeNull()
    const read = fromJson<DocumentJson>(data)
    expect(read).toEqual(document)
    expect(inputOf(read)).toBe(text)
  }

  it('is what the types say', () => {
    for (const [name, content] of modelSchemas()) {
      expect(readFileSync(new URL(`../schema/${name}`, import.meta.url), 'utf8'), name).toBe(content)
    }
  })

  it('is met by the seed, whose JSON gives its model and its input', () => {
    expectValid('seed.md', readFileSync(SEED, 'utf8'), 'seed')
  })

  it('rejects a document without units', () => {
    const document = parseDocument(new VFile(readFileSync(SEED, 'utf8')), { path: 'seed.md' })
    expect(validate({ ...toJson(document), units: undefined, type: 'other' })).toBe(false)
  })

  it.skipIf(!hasCorpus)('is met by every document of a docset', () => {
    for (const { path, text } of corpusFiles('teams/fr-FR')) expectValid(path, text, 'teams/fr-FR')
  })
})

describe('schema/multilingual.schema.json', () => {
  const schema = readFileSync(new URL('../schema/multilingual.schema.json', import.meta.url), 'utf8')
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema))
  const expectValid = (texts: readonly (readonly [string, string])[], path: string, folder: string) => {
    const documents = texts.map(([locale, text]) =>
      parseDocument(new VFile(text), { path, targetLocale: locale, resolve: corpusResolver(folder) }),
    )
    const joined = joinDocuments(documents)
    const data = JSON.parse(renderJson(joined).content)
    validate(data)
    expect(validate.errors).toBeNull()
    expect(fromJson<MultilingualJson>(data)).toEqual(joined)
  }

  it('is met by the seed in two locales that differ, whose JSON gives its model', () => {
    const text = readFileSync(SEED, 'utf8')
    const other = text.replaceAll('62b5c-', 'aaaaa-').replace('fr-FR', 'de-DE')
    expectValid(
      [
        ['fr-FR', text],
        ['de-DE', other.slice(0, other.indexOf('aaaaa-130'))],
      ],
      'seed.md',
      'seed',
    )
  })

  it.skipIf(!hasCorpus)('is met by a docset in two locales', () => {
    const german = new Map([...corpusFiles('lync-2013/de-DE')].map(({ path, text }) => [path, text]))
    let count = 0
    for (const { path, text } of corpusFiles('lync-2013/fr-FR')) {
      if (count++ % 10 !== 0) continue
      expectValid(
        [
          ['fr-FR', text],
          ['de-DE', german.get(path)!],
        ],
        path,
        'lync-2013/fr-FR',
      )
    }
  })
})

describe('schema/config.schema.json', () => {
  const text = readFileSync(new URL('../schema/config.schema.json', import.meta.url), 'utf8')
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(text))

  it.each([
    [
      { $schema: 'x', inputs: ['docs'], only: ['page'], book: { title: { 'fr-FR': 'x' } }, runbook: false },
      true,
    ],
    [
      { overrides: [{ files: ['a/**'], runbook: { tables: { '#a': 'stage' } } }], rules: { length: 'off' } },
      true,
    ],
    [
      {
        rules: {
          length: { severity: 'info' },
          glossary: { file: 'terms.csv' },
          'title-equal': { within: 'docset' },
        },
        suppressions: 'known.yml',
        maxFileSize: 2,
      },
      true,
    ],
    [{ rules: { lengths: 'info' } }, false],
    [{ rules: { length: { severity: 'info', least: 3 } } }, false],
    [{ overrides: [{ rules: { glossary: { files: ['terms.csv'] } } }] }, false],
    [{ rules: { 'title-equal': { within: 'book' } } }, false],
    [{ input: ['docs'] }, false],
    [{ only: ['pdf'] }, false],
    [{ overrides: [{ runbook: { tables: { '#a': 'stages' } } }] }, false],
    [{ suppressions: [{ rule: 'x', source: 'y' }] }, false],
  ])('takes %j: %s', (config, isValid) => {
    expect(validate(config)).toBe(isValid)
  })

  it('says what each key is', () => {
    const { properties } = JSON.parse(text) as { properties: Record<string, { description?: string }> }
    expect(Object.keys(properties).length).toBeGreaterThan(20)
    for (const [key, { description }] of Object.entries(properties)) expect(description, key).toMatch(/\w/)
  })
})
