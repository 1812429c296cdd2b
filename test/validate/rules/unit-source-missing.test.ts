import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('unit-source-missing', text, expected)

describe('unit-source-missing', () => {
  it('finds a translation without its source text', () => {
    const [message] = find(`${sxs(101, 'Un', 'One')}\n\n<span data-ttu-id="1f2e3-102">Deux</span>\n`, [
      '3 error',
    ])
    expect(message!.reason).toContain('“Deux”')
  })

  it('finds nothing where both sides are there, even blank ones', () => {
    find(`${sxs(101, 'Un', 'One')} ${sxs(102, 'Deux', '')}`, [])
  })
})
