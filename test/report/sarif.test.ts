import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { Ajv } from 'ajv'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { ReportRule } from '../../src/report/reporter.ts'
import { sarif } from '../../src/report/sarif/sarif-report.ts'
import { exampleFiles, manyFiles, oddFiles } from './files.ts'

const { $schema, id, ...schema } = JSON.parse(
  readFileSync(new URL('../fixtures/schemas/sarif-2.1.0.json', import.meta.url), 'utf8'),
)
// Draft 4 without what later drafts read otherwise: only the two keywords taken out above.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
ajv.addFormat('uri', (text) => URL.canParse(text))
ajv.addFormat('uri-reference', (text) => /^(?:%[0-9A-F]{2}|[\w\-.~:/?#[\]@!$&'()*+,;=])*$/.test(text))
ajv.addFormat('date-time', true)
const validate = ajv.compile(schema)

const rule: ReportRule = {
  id: 'unit-empty',
  description: 'A translation is blank.',
  severity: 'error',
  tags: Array.from({ length: 12 }, (_, index) => `tag-${index}`),
  url: 'https://example.com/unit-empty',
  help: 'Readers see **nothing**.',
}

const runOf = (output: string) => JSON.parse(output).runs[0]

describe('sarif', () => {
  it.each([
    ['with messages', exampleFiles(), { rules: [rule], version: '1.2.3' }],
    ['with hostile text', oddFiles(), {}],
    ['with many messages', manyFiles(6000), {}],
    ['quiet', exampleFiles(), { quiet: true }],
    ['without messages', [new VFile({ path: 'a.md' })], {}],
    ['without files', [], {}],
  ])('validates against the schema %s', (_name, files, options) => {
    validate(JSON.parse(sarif(files, options)))
    expect(validate.errors).toBeNull()
  })

  it('is refused by the schema with a wrong level or a space in an address', () => {
    const broken = [
      sarif(exampleFiles()).replace('"level":"note"', '"level":"info"'),
      sarif(exampleFiles()).replace('fr-FR/b.md', 'fr FR/b.md'),
    ]
    for (const text of broken) expect(validate(JSON.parse(text))).toBe(false)
  })

  it('has the worst results first, with place, address, level and second place', () => {
    const { results, columnKind, originalUriBaseIds } = runOf(sarif(exampleFiles()))
    expect(results.map((result: { level: string }) => result.level)).toEqual(['error', 'warning', 'note'])
    expect(columnKind).toBe('utf16CodeUnits')
    expect(Object.keys(originalUriBaseIds)).toEqual(['%SRCROOT%'])
    expect(results[0]).toMatchObject({
      ruleId: 'unit-empty',
      message: { text: 'Unexpected blank translation, expected one of “Yes”\n\nTranslate the text.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'fr-FR/b.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 6 },
          },
        },
      ],
      relatedLocations: [
        { message: { text: 'The other one' }, physicalLocation: { region: { startLine: 9 } } },
      ],
    })
    expect(results[2].locations[0].physicalLocation).not.toHaveProperty('region')
  })

  it('has repairs and both texts of the unit', () => {
    const file = new VFile({ path: 'fr-FR/a.md' })
    const place = {
      start: { line: 2, column: 5, offset: 20 },
      end: { line: 2, column: 12, offset: 27 },
    }
    const fixed = file.message('x', { ruleId: 'x', place })
    fixed.fix = { place, text: '[!NOTE]' }
    fixed.segments = { source: 'a', target: '😀'.repeat(600), sourceLocale: 'en-US', targetLocale: 'fr-FR' }
    file.message('y', { ruleId: 'x', place }).fix = { place, text: '' }
    const output = sarif([file])
    expect(validate(JSON.parse(output)), JSON.stringify(validate.errors)).toBe(true)
    const [result, deleted] = runOf(output).results
    expect(result.fixes).toEqual([
      {
        description: { text: 'Write “[!NOTE]”.' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'fr-FR/a.md', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 12 },
                insertedContent: { text: '[!NOTE]' },
              },
            ],
          },
        ],
      },
    ])
    expect(deleted.fixes[0]).toMatchObject({ description: { text: 'Delete it.' } })
    expect(result.properties).toEqual({
      source: 'a',
      target: `${'😀'.repeat(500)}…`,
      sourceLocale: 'en-US',
      targetLocale: 'fr-FR',
    })
  })

  it('describes every rule once, with help and page, and points to it', () => {
    const { tool, results } = runOf(sarif(exampleFiles(), { rules: [rule], version: '1.2.3' }))
    expect(tool.driver).toMatchObject({ name: 'Lockstep', version: '1.2.3', semanticVersion: '1.2.3' })
    const ids = tool.driver.rules.map((each: { id: string }) => each.id)
    expect(ids).toEqual(['date', 'inline-equal', 'unit-empty'])
    for (const result of results) expect(ids[result.ruleIndex]).toBe(result.ruleId)
    expect(tool.driver.rules[2]).toMatchObject({
      shortDescription: { text: 'A translation is blank.' },
      help: {
        text: 'A translation is blank.\n\nReaders see **nothing**.\n\nhttps://example.com/unit-empty',
        markdown:
          'A translation is blank.\n\nReaders see **nothing**.\n\n[More about this rule](https://example.com/unit-empty)',
      },
      helpUri: 'https://example.com/unit-empty',
      defaultConfiguration: { level: 'error' },
    })
    expect(tool.driver.rules[2].properties.tags).toHaveLength(10)
  })

  it('writes paths as relative addresses, absolute ones as file addresses', () => {
    const paths = ['./a b/é.md', '../x.md', '/abs/a.md', 'C:\\docs\\a.md', 'c:d%.md']
    const files = paths.map((path) => {
      const file = new VFile({ path })
      file.message('x', { ruleId: 'x' })
      return file
    })
    const uris = runOf(sarif(files)).results.map(
      (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        result.locations[0]!.physicalLocation.artifactLocation.uri,
    )
    expect(uris.sort()).toEqual([
      '../x.md',
      'a%20b/%C3%A9.md',
      'c%3Ad%25.md',
      'file:///C:/docs/a.md',
      'file:///abs/a.md',
    ])
  })

  it('has fingerprints that outlast lines and ids, and differ within a document', () => {
    const print = (line: number, unit: string) => {
      const file = new VFile({ path: 'a.md' })
      for (const _ of [1, 2]) {
        const message = file.message(`Unit \`${unit}\``, { ruleId: 'x', place: { line, column: 1 } })
        message.segments = { source: 'a', target: 'b' }
      }
      return runOf(sarif([file])).results.map(
        (result: { partialFingerprints: Record<string, string> }) => result.partialFingerprints,
      )
    }
    const [first, second] = print(1, '1f2e3-7')
    expect(print(9, 'abcde-8')).toEqual([first, second])
    expect(first.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:1$/)
    expect(second.primaryLocationLineHash).toBe(first.primaryLocationLineHash.replace(/:1$/, ':2'))
  })

  it('leaves out the least severe above 25,000 results, and says so in the log', () => {
    const { results, invocations } = runOf(sarif(manyFiles(26_000)))
    expect(results).toHaveLength(25_000)
    expect(results.filter((result: { level: string }) => result.level === 'note')).toHaveLength(7_666)
    const texts = invocations[0].toolExecutionNotifications.map(
      (each: { message: { text: string } }) => each.message.text,
    )
    expect(texts).toEqual([
      '1,000 results of 26,000 left out, the least severe: GitHub takes no more.',
      'GitHub shows the 5,000 most severe of these 25,000 results.',
    ])
  })

  it('stays below 10 MB when compressed', () => {
    const files = manyFiles(300)
    // What cannot be compressed well: numbers that a small generator makes.
    let seed = 1
    for (const file of files) {
      for (const message of file.messages) {
        const numbers = Array.from({ length: 10_000 }, () => {
          seed = (seed * 48_271) % 2_147_483_647
          return seed.toString(36)
        })
        message.note = numbers.join('')
      }
    }
    const output = sarif(files)
    const { results, invocations } = runOf(output)
    expect(gzipSync(output).length).toBeLessThanOrEqual(10_000_000)
    expect(results.length).toBeGreaterThan(150)
    expect(results.length).toBeLessThan(300)
    expect(invocations[0].toolExecutionNotifications[0].message.text).toContain('of 300 left out')
  })

  it('gives the same text whatever the order of the files', () => {
    expect(sarif(exampleFiles().reverse())).toBe(sarif(exampleFiles()))
  })
})
