import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse, parseDocument } from 'yaml'
import { parseYaml, yamlValue } from '../../../src/util/data/parse-yaml.ts'

const yaml = (text: string) => yamlValue(parseYaml(text), text)

it('says what the parser says, errors and their places included', () => {
  const texts = [
    'a: 1\nb: [x, {y: z}]\n',
    'a: &a [1]\nb: *a\n',
    'a: 1\nb: 2\na: 3\n',
    '{a: 1, a: 2}',
    'a: [',
    '',
    '- - - x',
  ]
  for (const text of texts) {
    const mine = parseYaml(text)
    const theirs = parseDocument(text, { prettyErrors: false })
    expect(mine.errors.map(({ code, message, pos }) => [code, message, pos])).toEqual(
      theirs.errors.map(({ code, message, pos }) => [code, message, pos]),
    )
    if (theirs.errors.length === 0) expect(yaml(text)).toEqual(parse(text))
  }
})

it('reads as data what was written as YAML', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(yaml(JSON.stringify(value))).toEqual(parse(JSON.stringify(value)))
    }),
    { numRuns: 100 },
  )
})

it('tells the line of an error', () => {
  expect(() => yaml('a: 1\nb: 2\na: 3\n')).toThrow('Map keys must be unique, line 3')
})

it.each([
  ['lists in lists', '['.repeat(20_000)],
  ['lists, by lines', '- '.repeat(20_000)],
  ['mappings', '{a: '.repeat(20_000)],
  ['a depth that the parser reads', `${'['.repeat(150)}${']'.repeat(150)}`],
])('refuses %s in too many levels, the same way at any depth of the stack', (_, text) => {
  expect(() => yaml(text)).toThrow('Unexpected nesting in more than 100 levels, line 1')
})

it('refuses aliases that explode, and chains of many', () => {
  const laughs = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'])
    laughs.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`)
  expect(() => yaml(laughs.join('\n'))).toThrow('Excessive alias count')
  const chain = Array.from({ length: 5000 }, (_, at) => `a${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1}`}]`)
  expect(() => yaml(chain.join('\n'))).toThrow('Unexpected 4999 aliases, expected at most 100')
})

it('reads a mapping of very many keys, which the parser compares each with each', () => {
  const text = Array.from({ length: 60_000 }, (_, at) => `k${at}: v`).join('\n')
  expect(Object.keys(yaml(text) as object).length).toBe(60_000)
})
