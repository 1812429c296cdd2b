import { expect, it } from 'vitest'
import { suggest } from '../../../src/util/text/suggest.ts'

it.each([
  ['sourcelocale', 'sourceLocale'],
  ['input', 'inputs'],
  ['otu', 'out'],
  ['lables', 'labels'],
  ['something else', undefined],
  ['x', undefined],
])('for %s suggests %s', (word, expected) => {
  expect(suggest(word, ['inputs', 'out', 'sourceLocale', 'labels', 'templates'])).toBe(expected)
})
