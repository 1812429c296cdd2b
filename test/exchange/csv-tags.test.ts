import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromTagged, toTagged } from '../../src/exchange/csv-tags.ts'
import { type CodedText, signatureOf } from '../../src/model/coded-text.ts'
import { code, plain } from './units.ts'

it('writes codes as tags with their numbers', () => {
  const coded = [
    code('open', 1),
    ...plain('bold'),
    code('close', 1),
    code('alone', 2),
    code('begin', 3),
    code('end', 4),
  ]
  expect(toTagged(coded)).toBe('<1>bold</1><2/><3:begin/><4:end/>')
  expect(fromTagged('<1>bold</1><2/><3:begin/><4:end/>')).toEqual([
    { type: 'open', id: '1' },
    'bold',
    { type: 'close', id: '1' },
    { type: 'alone', id: '2' },
    { type: 'begin', id: '3' },
    { type: 'end', id: '4' },
  ])
})

it('escapes texts that look like tags, and no others', () => {
  expect(toTagged(plain('<1> <\\2/> <br> <01> a < 1 <b1>'))).toBe('<\\1> <\\\\2/> <br> <01> a < 1 <b1>')
  // Two parts may make a tag.
  expect(toTagged([...plain('<'), ...plain('1>')])).toBe('<\\1>')
  expect(fromTagged('a <\\1> < 1 > <x/>')).toEqual(['a <1> < 1 > <x/>'])
})

const text = fc.string({
  unit: fc.constantFrom('<', '>', '/', '\\', '1', '2', '0', ':begin', ':end', 'a', ' ', '\n', '𝒳'),
  minLength: 1,
  maxLength: 10,
})
const part = fc.oneof(
  text.map((each) => plain(each)),
  fc
    .tuple(fc.constantFrom('open', 'close', 'alone', 'begin', 'end'), fc.integer({ min: 1, max: 20 }))
    .map(([type, id]) => [code(type, id)]),
)

it('gives every text and code again', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const coded: CodedText = parts.flat()
      const read = fromTagged(toTagged(coded)).map((each) =>
        typeof each === 'string' ? each : [each.type, Number(each.id)],
      )
      expect(JSON.stringify(read)).toBe(signatureOf(coded))
    }),
    { numRuns: 3000 },
  )
})
