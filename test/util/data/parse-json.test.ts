import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseJson } from '../../../src/util/data/parse-json.ts'

it('reads JSON, with or without a byte order mark', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  expect(parseJson('\uFEFF{"a": "]]]]"}')).toEqual({ a: ']]]]' })
})

it.each([
  ['root:x:0:0:root:/root:/bin/bash\nbin:x:1', 'it is not valid JSON, line 1'],
  ['{\n "a": 1,\n "b": secret\n}', 'it is not valid JSON'],
  ['{"a": 1\n"b": 2}', 'it is not valid JSON, line 2'],
  ['', 'it is not valid JSON'],
])('tells of %j where it is wrong, and quotes nothing', (text, message) => {
  try {
    parseJson(text)
    expect.unreachable()
  } catch (error) {
    expect((error as Error).message).toContain(message)
    expect((error as Error).message).not.toMatch(/root|bin|secret|"/)
  }
})

it.each([
  ['{"a": x}', 6],
  ['{"x": 1, "y": "x" x}', 18],
  ['["a", tru]', 9],
  ['[1.]', 3],
  ['{"a": "\u00e9\\q"}', 9],
  ['[1, 2', 5],
  ['', 0],
  ['[1] 2', 4],
  ["{'a': 1}", 1],
  ['{"a": 1,}', 8],
])('says of %j where it is wrong: %i', (text, offset) => {
  expect(() => parseJson(text)).toThrow(expect.objectContaining({ offset }))
})

it('refuses what is nested in too many levels, whatever stands in strings', () => {
  expect(() => parseJson('['.repeat(100_000))).toThrow('it is nested in more than 200 levels')
  expect(() => parseJson(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)).toThrow(
    'nested in more than 200',
  )
  expect(parseJson(`"${'[\\"'.repeat(1000)}"`)).toBe('["'.repeat(1000))
})
