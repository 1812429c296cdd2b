import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('unit-target-missing', text, expected)

describe('unit-target-missing', () => {
  it('finds a source text without a translation, at its place', () => {
    const text = `${sxs(101, 'Un', 'One')}\n\ntext <span class="sxs-lookup"><span data-stu-id="1f2e3-102">Two</span></span>\n`
    const [message] = find(text, ['3 error'])
    expect(message!.reason).toContain('“Two”')
    expect(
      text.slice(message!.place && 'start' in message!.place ? message!.place.start.offset : -1),
    ).toMatch(/^<span class/)
  })

  it('finds nothing where both sides are there, even blank ones', () => {
    find(`${sxs(101, 'Un', 'One')} ${sxs(102, '', 'Two')}`, [])
  })
})
