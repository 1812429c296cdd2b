import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('unit-id-equal', text, expected)

describe('unit-id-equal', () => {
  it('finds sides that name different ids, and tells both', () => {
    const text = sxs(101, 'Un', 'One').replace('stu-id="1f2e3-101"', 'stu-id="1f2e3-102"')
    const [message] = find(text, ['1 error'])
    expect(message).toMatchObject({ actual: '1f2e3-102', expected: ['1f2e3-101'] })
  })

  it('finds nothing where the ids are equal', () => {
    find(sxs(101, 'Un', 'One'), [])
  })
})
