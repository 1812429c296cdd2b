import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../../src/align/align.ts'

/** Joins as `left|right method`. */
const joined = (
  left: readonly string[],
  right: readonly string[],
  known?: readonly (readonly [number, number])[],
) =>
  align(left, right, known).joins.map(
    ({ left: ours, right: theirs, method }) => `${ours}|${theirs} ${method}`,
  )

const A = 'Restart the Front End Server.'
const B = 'Then open the management shell.'
const C = 'Close every window that is open.'

describe('align', () => {
  it('joins equal texts, and reports what has no counterpart', () => {
    const { joins, left, right } = align([A, B], [A, C])
    expect(joins).toEqual([{ left: [0], right: [0], method: 'text' }])
    expect([...left]).toEqual([[1, 'no-counterpart']])
    expect([...right]).toEqual([[1, 'no-counterpart']])
  })

  it('keeps what is known', () => {
    expect(joined(['x', 'y'], ['y', 'x'], [[0, 0]])).toContain('0|0 known')
  })

  it('finds a piece that was moved', () => {
    expect(joined([A, B, C], [C, A, B])).toEqual(['0|1 text', '1|2 text', '2|0 text'])
  })

  it('joins a text with the parts it was split into, and the parts with the whole', () => {
    expect(joined([A, `${B} ${C}`], [A, B, C])).toEqual(['0|0 text', '1|1,2 concatenation'])
    expect(joined([A, B, C], [A, `${B} ${C}`])).toEqual(['0|0 text', '1,2|1 concatenation'])
    expect(joined([A, `${B} One.`, `Two. ${C}`], [A, B, 'One. Two.', C])).toEqual([
      '0|0 text',
      '1,2|1,2,3 concatenation',
    ])
  })

  it('joins a text that was changed a little, and says how similar it is', () => {
    const { joins } = align(
      [A, 'Wait for 5 minutes before you go on.', C],
      [A, 'Wait for 10 minutes before you go on.', C],
    )
    expect(joins[1]).toMatchObject({ left: [1], right: [1], method: 'similarity', similarity: 0.875 })
  })

  it('does not join texts that are not similar', () => {
    expect(joined([A, 'Yes, of course.', C], [A, 'Something else entirely.', C])).toEqual([
      '0|0 text',
      '2|2 text',
    ])
  })

  it('guesses nothing where several could be meant', () => {
    const { joins, left, right } = align([A, 'Yes', 'Yes', C], [A, 'Yes', C])
    expect(joins.map(({ left: ours }) => ours)).toEqual([[0], [3]])
    expect([...left.values()]).toEqual(['ambiguous', 'ambiguous'])
    expect([...right.values()]).toEqual(['ambiguous'])
  })

  it('joins equal short texts where their number agrees', () => {
    expect(joined([A, 'Yes', 'Yes', C], [A, 'Yes', 'Yes', C])).toHaveLength(4)
  })

  it('never joins texts that are empty', () => {
    const { joins, left } = align(['', A], ['', A])
    expect(joins).toHaveLength(1)
    expect(left.get(0)).toBe('empty')
  })

  it('works on scripts without spaces', () => {
    expect(
      align(['サーバーを再起動します。五分待ちます。'], ['サーバーを再起動します。十分待ちます。']).joins,
    ).toMatchObject([{ method: 'similarity' }])
  })

  it('joins each piece once at most and everything of equal lists without repetition', () => {
    const texts = fc.array(fc.constantFrom('', 'Yes', 'No', A, B, C, 'Wait.', 'Wait. Yes'), { maxLength: 30 })
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const { joins, left: openLeft, right: openRight } = align(left, right)
        const ours = [...joins.flatMap((join) => join.left), ...openLeft.keys()]
        const theirs = [...joins.flatMap((join) => join.right), ...openRight.keys()]
        expect(ours.sort((a, b) => a - b)).toEqual(left.map((_, index) => index))
        expect(theirs.sort((a, b) => a - b)).toEqual(right.map((_, index) => index))
        for (const { left: l, right: r, method } of joins) {
          if (method === 'similarity') continue
          const text = (all: readonly string[], at: readonly number[]) =>
            at
              .map((index) => all[index])
              .join('')
              .replace(/\s/g, '')
          expect(text(left, l)).toBe(text(right, r))
        }
      }),
      { numRuns: 500 },
    )
    const unique = Array.from({ length: 500 }, (_, index) => `Text number ${index} of many.`)
    expect(align(unique, unique).joins).toHaveLength(500)
  })

  it('takes long lists that have nothing in common, and long lists of the same', () => {
    const many = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word} ${word}${index}`)
    expect(align(many('one'), many('two')).joins).toEqual([])
    const same = Array.from({ length: 3000 }, () => 'Yes')
    expect(align(same, same).joins).toHaveLength(3000)
    const [more, less] = [Array(2001).fill('Yes'), Array(2000).fill('Yes')]
    expect(align(more, less).joins).toEqual([])
  })
})
