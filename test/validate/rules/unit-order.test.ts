import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (ids: readonly (string | number)[], expected: string[]) =>
  expectFindings('unit-order', `${ids.map((id) => sxs(id, `n ${id}`, `no ${id}`)).join('\n\n')}\n`, expected)

describe('unit-order', () => {
  it('finds the one unit that was moved down', () => {
    const [message] = find([101, 109, 102, 103, 104], ['3 warning'])
    expect(message!.reason).toContain('after `1f2e3-101` and before `1f2e3-102`')
    expect(message!.cause).toMatchObject({ line: 1 })
  })

  it('finds the one unit that was moved up', () => {
    find([102, 103, 104, 101], ['7 warning'])
  })

  it('counts merged units apart', () => {
    find([101, 'p101', 103, 'p102', 105], [])
    find(['p102', 101, 'p101', 102], ['1 warning'])
  })

  it('leaves gaps and repeated ids alone', () => {
    find([101, 150, 151], [])
    find([101, 102, 101], [])
  })
})
