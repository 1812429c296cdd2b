import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { json } from '../../src/report/json.ts'
import { exampleFiles } from './files.ts'

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)

describe('json', () => {
  it('writes messages sorted by path and place, with every field', () => {
    const report = JSON.parse(json(exampleFiles(), { units: 7 }))
    expect(report.summary).toEqual({
      documents: 3,
      units: 7,
      errors: 1,
      warnings: 1,
      infos: 1,
      byRule: {
        date: { errors: 0, warnings: 0, infos: 1, documents: 1, url: null },
        'inline-equal': {
          errors: 0,
          warnings: 1,
          infos: 0,
          documents: 1,
          url: 'https://example.com/inline-equal',
        },
        'unit-empty': {
          errors: 1,
          warnings: 0,
          infos: 0,
          documents: 1,
          url: 'https://example.com/unit-empty',
        },
      },
    })
    expect(report.results.map((result: { path: string }) => result.path)).toEqual([
      'fr-FR/a.md',
      'fr-FR/b.md',
    ])
    expect(report.results[1].messages.map((message: { line: number }) => message.line)).toEqual([3, 20])
    expect(report.results[1].messages[0]).toEqual({
      ruleId: 'unit-empty',
      severity: 'error',
      reason: 'Unexpected blank translation, expected one of “Yes”',
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 6,
      offset: 40,
      actual: ' ',
      expected: ['Oui'],
      note: 'Translate the text.',
      url: 'https://example.com/unit-empty',
      fingerprint: null,
      cause: { reason: 'The other one', line: 9, column: 1, endLine: null, endColumn: null, offset: 90 },
    })
  })

  it.each([
    ['with messages', exampleFiles(), { units: 7 }],
    ['without units', exampleFiles(), {}],
    ['quiet', exampleFiles(), { quiet: true }],
    ['without files', [], {}],
    ['without messages', [new VFile({ path: 'a.md' })], {}],
  ])('validates against the published schema %s', (_name, files, options) => {
    validate(JSON.parse(json(files, options)))
    expect(validate.errors).toBeNull()
  })

  it('is refused by the schema with a field too many', () => {
    const report = JSON.parse(json(exampleFiles()))
    report.results[0].messages[0].extra = 1
    expect(validate(report)).toBe(false)
  })

  it('leaves out what is not an error when quiet, but counts it', () => {
    const report = JSON.parse(json(exampleFiles(), { quiet: true }))
    expect(report.results.map((result: { path: string }) => result.path)).toEqual(['fr-FR/b.md'])
    expect(report.results[0].messages).toHaveLength(1)
    expect(report.summary.warnings).toBe(1)
  })

  it('gives the same text whatever the order of the files', () => {
    expect(json(exampleFiles().reverse())).toBe(json(exampleFiles()))
  })
})
