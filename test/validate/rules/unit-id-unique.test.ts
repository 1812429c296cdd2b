import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('unit-id-unique', text, expected)

describe('unit-id-unique', () => {
  it('finds every further use of an id, and names the first', () => {
    const unit = sxs(101, 'Un', 'One')
    const messages = find(`${unit}\n\n${sxs(102, 'Deux', 'Two')}\n\n${unit}\n\n${unit}\n`, [
      '5 error',
      '7 error',
    ])
    expect(messages[1]!.cause).toMatchObject({ line: 1 })
  })

  it('finds nothing where ids differ in the prefix or the kind of number', () => {
    find(`${sxs(101, 'Un', 'One')} ${sxs('p101', 'Un', 'One')} ${sxs(101, 'Un', 'One', 'a0b1c')}`, [])
  })
})
