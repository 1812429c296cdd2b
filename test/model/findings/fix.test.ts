import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyFixes } from '../../../src/model/findings/fix.ts'

const fix = (start: number, end: number, text: string) => ({
  place: {
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  },
  text,
})

it('puts fixes in, in any order', () => {
  expect(applyFixes('abcdef', [fix(4, 5, 'E'), fix(0, 1, 'A'), fix(2, 2, '-')])).toMatchObject({
    text: 'Ab-cdEf',
  })
})

it('puts in the first of two that overlap, and equal ones once', () => {
  expect(applyFixes('abcdef', [fix(0, 3, 'x'), fix(2, 4, 'y'), fix(0, 3, 'x')]).text).toBe('xdef')
  expect(applyFixes('ab', [fix(1, 1, '-'), fix(1, 1, '-')]).text).toBe('a-b')
})

it('leaves out what changes nothing or lies outside', () => {
  expect(applyFixes('ab', [fix(0, 1, 'a'), fix(1, 9, 'x')])).toEqual({ text: 'ab', applied: [] })
})

it('changes nothing but what was put in', () => {
  const edits = fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.string({ maxLength: 3 })))
  fc.assert(
    fc.property(fc.string({ minLength: 10, maxLength: 50 }), edits, (text, list) => {
      const { text: fixed, applied } = applyFixes(
        text,
        list.map(([start, length, put]) => fix(start, start + length, put)),
      )
      let [at, to] = [0, 0]
      for (const { place, text: put } of applied) {
        const [start, end] = [place.start.offset!, place.end.offset!]
        expect(fixed.slice(to, to + start - at)).toBe(text.slice(at, start))
        to += start - at
        expect(fixed.slice(to, to + put.length)).toBe(put)
        to += put.length
        at = end
      }
      expect(fixed.slice(to)).toBe(text.slice(at))
    }),
  )
})
