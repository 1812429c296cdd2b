import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecisions } from '../../../src/review/decisions/format-decisions.ts'
import { DecisionsError, parseDecisions } from '../../../src/review/decisions/parse-decisions.ts'
import { anyFile, decisionOf, fileOf } from './files.ts'

const schema = new URL('../../../schema/decisions.schema.json', import.meta.url)

const written = formatDecisions(
  fileOf([
    decisionOf('k2', { reviewer: 'Bo', state: 'needs-fix', suggestion: 'Salut' }),
    decisionOf('k1', { state: 'approved' }),
  ]),
)

/** The problem of a text, and what stands at its place. */
function problemOf(text: string): [message: string, at: string | undefined] {
  try {
    parseDecisions(text)
  } catch (error) {
    const { message, offset } = error as DecisionsError
    expect(error).toBeInstanceOf(DecisionsError)
    return [message, offset === undefined ? undefined : text.slice(offset, offset + 6)]
  }
  return ['', undefined]
}

describe('a file of decisions', () => {
  it('has a block for each decision, sorted', () => {
    expect(written).toBe(`{
  "type": "decisions",
  "version": 1,
  "locale": "fr-FR",
  "decisions": [
    {
      "key": "k1",
      "path": "a.md",
      "state": "approved",
      "source": "Hello",
      "target": "Bonjour"
    },
    {
      "key": "k2",
      "path": "a.md",
      "state": "needs-fix",
      "suggestion": "Salut",
      "reviewer": "Bo",
      "source": "Hello",
      "target": "Bonjour"
    }
  ]
}
`)
  })

  it('is written as it was read, keys of newer versions included', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const text = formatDecisions(file)
        expect(formatDecisions(parseDecisions(text))).toBe(text)
      }),
    )
    const later = written.replace('"key": "k1"', '"later": [1, {"b": 2, "a": 1}],\n      "key": "k1"')
    expect(JSON.parse(formatDecisions(parseDecisions(later))).decisions[0].later).toEqual([1, { b: 2, a: 1 }])
  })

  it('meets its schema', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')))
    expect(validate(JSON.parse(written))).toBe(true)
    expect(validate({ ...JSON.parse(written), decisions: [{ key: 'k1' }] })).toBe(false)
  })

  it.each([
    ['a comma too many', written.replace('"approved",', '"approved",,'), 'it is not valid JSON', ',\n    '],
    ['a cut end', written.slice(0, -5), 'it is not valid JSON', ''],
    ['a conflict', written.replace('    {\n', '<<<<<<< HEAD\n    {\n'), 'git could not merge it', '<<<<<<'],
    [
      'an unknown state',
      written.replace('"approved"', '"rejected"'),
      'decisions[0].state is not one of `approved`, `needs-fix`',
      '"rejec',
    ],
    ['a missing key', written.replace('"key": "k2",\n', ''), 'decisions[1].key is missing', '{\n    '],
    [
      'a number for a text',
      written.replace('"Salut"', '12'),
      'decisions[1].suggestion is not a text',
      '12,\n  ',
    ],
    [
      'a newer version',
      written.replace('"version": 1', '"version": 2'),
      'it has version 2, and this version of Lockstep knows version 1 only',
      '2,\n  "',
    ],
    [
      'a doubled key',
      written.replace('"key": "k1"', '"key": "k0",\n      "key": "k1"'),
      'the key "key" stands twice in an object',
      '"key":',
    ],
    ['another file', '[]', 'type is missing', '[]'],
  ])('is refused with the place of the problem: %s', (_, text, message, at) => {
    expect(problemOf(text)).toEqual([message, at])
  })
})
