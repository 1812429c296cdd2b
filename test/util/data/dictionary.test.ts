import { describe, expect, it } from 'vitest'
import { toDictionary } from '../../../src/util/data/dictionary.ts'

describe('toDictionary', () => {
  it('makes an object like any other, in the order of the items', () => {
    const made = toDictionary(
      ['b', 'a', 'c'],
      (name) => name,
      (name) => name.length,
    )
    expect(made).toStrictEqual({ b: 1, a: 1, c: 1 })
    expect(Object.keys(made)).toEqual(['b', 'a', 'c'])
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
  })

  it('takes any name', () => {
    const made = toDictionary(
      ['__proto__', 'constructor'],
      (name) => name,
      (name) => name.length,
    )
    expect(Object.entries(made)).toEqual([
      ['__proto__', 9],
      ['constructor', 11],
    ])
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
  })
})
