import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromCell, toCell } from '../../src/exchange/csv-cells.ts'

it.each([
  '=1+1',
  '+1 425 555 0100',
  '-x',
  '- item',
  '@SUM(A1)',
  ' =1',
  '＝1',
  '"=1',
  '1.0',
  '0012',
  '-5',
  '01/02',
  '5/7/2021',
  '10:30 PM',
  '3 %',
  '50 000',
  '1E5',
  '$5',
  'True',
  'VRAI',
  'May 2013',
  '14. Dez 2020',
  '1er mars',
  'Mar-05',
])('keeps spreadsheets from running or converting %j', (text) => {
  expect(toCell(text)).toBe(`'${text}`)
  expect(fromCell(`'${text}`)).toBe(text)
})

it.each([
  '',
  'Hello',
  "'Hello' is a word",
  "l'été",
  "'",
  'a=b',
  '-',
  'Lync 2013',
  'Description 1',
  'May',
  '<1>Description</1>',
  '69025-103',
  'Step 1 of 2',
  '• =1',
])('leaves %j as it is', (text) => {
  expect(toCell(text)).toBe(text)
  expect(fromCell(text)).toBe(text)
})

it('protects each part that a program may read as a cell', () => {
  expect(toCell('a;=1\n=2\t=3')).toBe("a;'=1\n'=2\t'=3")
})

it('gives every text again, also those with apostrophes', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      "'",
      '"',
      '=',
      '-',
      '+',
      '1',
      '.',
      '/',
      ' ',
      ';',
      '\t',
      '\n',
      'a',
      'May',
      'true',
      'é',
    ),
    maxLength: 12,
  })
  fc.assert(
    fc.property(text, (written) => {
      expect(fromCell(toCell(written))).toBe(written)
    }),
    { numRuns: 3000 },
  )
})
