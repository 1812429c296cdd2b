import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { documentSchema } from '../scripts/document-schema.ts'
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
    expect(data).toEqual(document)
  }

  it('is what the types say', () => {
    expect(documentSchema()).toBe(published)
  }, 60_000)

  it('is met by the seed, whose JSON is its model', () => {
    expectValid('seed.md', readFileSync(SEED, 'utf8'), 'seed')
  })

  it('rejects a document without units', () => {
    const document = parseDocument(new VFile(readFileSync(SEED, 'utf8')), { path: 'seed.md' })
    expect(validate({ ...document, units: undefined, type: 'other' })).toBe(false)
  })

  it.skipIf(!hasCorpus)(
    'is met by every document of a docset',
    () => {
      for (const { path, text } of corpusFiles('teams/fr-FR')) expectValid(path, text, 'teams/fr-FR')
    },
    120_000,
  )
})
