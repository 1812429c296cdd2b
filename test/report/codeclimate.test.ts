import { Ajv2020 } from 'ajv/dist/2020.js'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { codeclimate } from '../../src/report/codeclimate.ts'
import { exampleFiles, manyFiles, oddFiles } from './files.ts'

/** What GitLab asks for: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
const SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', not: { pattern: '^\\./' } },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
}

interface Issue {
  readonly check_name: string
  readonly fingerprint: string
  readonly location: { readonly path: string }
}

const read = (text: string) => JSON.parse(text) as readonly Issue[]

describe('codeclimate', () => {
  it('writes an issue for each message, worst first', () => {
    const issues = read(codeclimate(exampleFiles()))
    expect(issues.map(({ fingerprint: _, ...issue }) => issue)).toEqual([
      {
        description: 'Unexpected blank translation, expected one of “Yes”. Translate the text.',
        check_name: 'unit-empty',
        severity: 'major',
        location: { path: 'fr-FR/b.md', lines: { begin: 3 } },
      },
      {
        description: 'Unexpected link, expected none',
        check_name: 'inline-equal',
        severity: 'minor',
        location: { path: 'fr-FR/b.md', lines: { begin: 20 } },
      },
      {
        description: 'Unknown date',
        check_name: 'date',
        severity: 'info',
        location: { path: 'fr-FR/a.md', lines: { begin: 1 } },
      },
    ])
  })

  it.each([
    ['examples', exampleFiles()],
    ['odd files', oddFiles()],
    ['many', manyFiles(300)],
    ['none', []],
  ])('meets what GitLab asks for: %s', (_, files) => {
    const validate = new Ajv2020().compile(SCHEMA)
    const text = codeclimate(files)
    expect(text).not.toMatch(/^\uFEFF/)
    validate(JSON.parse(text))
    expect(validate.errors).toBeNull()
  })

  it('has one fingerprint for each issue, also of equal texts, which no line changes', () => {
    const fingerprints = (line: number) => {
      const files = ['a.md', 'b.md'].map((path) => {
        const file = new VFile({ path })
        for (const at of [line, line + 1])
          file.message('Same', { ruleId: 'x', place: { line: at, column: 1 } })
        return file
      })
      return read(codeclimate(files)).map(({ fingerprint }) => fingerprint)
    }
    expect(new Set(fingerprints(3)).size).toBe(4)
    expect(fingerprints(30)).toEqual(fingerprints(3))
  })

  it('has paths of the repository', () => {
    const file = new VFile({ path: './a.md' })
    file.message('x')
    expect(read(codeclimate([file]))[0]!.location.path).toBe('a.md')
    expect(read(codeclimate([file], { folder: 'docs/x' }))[0]!.location.path).toBe('docs/x/a.md')
  })

  it('has errors only when quiet', () => {
    expect(read(codeclimate(exampleFiles(), { quiet: true })).map((issue) => issue.check_name)).toEqual([
      'unit-empty',
    ])
  })
})
