import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('sxs-markup-damaged', text, expected)
const damaged = (ordinal: number, target: string, source: string) =>
  sxs(ordinal, target, source).replaceAll('"', '&quot;')

describe('sxs-markup-damaged', () => {
  it('finds a run of damaged units once, with its end', () => {
    const text = [
      sxs(101, 'Un', 'One'),
      damaged(102, 'Deux', 'Two'),
      damaged(103, 'Trois', 'Three'),
      sxs(104, 'Quatre', 'Four'),
      damaged(105, 'Cinq', 'Five'),
    ].join('\n\n')
    const messages = find(text, ['3 error', '9 error'])
    expect(messages[0]!.reason).toContain('`1f2e3-102` and of the 1 after it, up to `1f2e3-103`')
    expect(messages[0]!.cause).toMatchObject({ line: 5 })
    expect(messages[0]).toMatchObject({
      actual: '<span data-ttu-id=&quot;1f2e3-102&quot;>',
      expected: ['<span data-ttu-id="1f2e3-102">'],
      place: { start: { line: 3, column: 1 }, end: { line: 3, column: 41 } },
    })
    expect(messages[0]!.note).toContain('restore the file')
  })

  it('names the tag that is damaged, where it is, and a sound one', () => {
    const text = sxs(101, 'Un', 'One').replace('class="sxs-lookup"', 'class=“sxs-lookup”')
    const [message] = find(text, ['1 error'])
    expect(message!.reason).toContain('between the two texts of unit `1f2e3-101`')
    expect(message!.expected).toEqual(['</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">'])
    expect(message!.note).toContain('<span data-ttu-id="1f2e3-101">…translation…')
    expect(message!.place).toMatchObject({ start: { column: 33 } })
  })

  it('finds a unit that is cut off', () => {
    find(`${sxs(101, 'Un', 'One')}\n\n${sxs(102, 'Deux', 'Two').slice(0, -7)}`, ['3 error'])
  })

  it('finds nothing in a sound document, whatever the text holds', () => {
    find(`${sxs(101, '« Un &quot;deux&quot; »', '&quot;One two&quot;')} <span> </span>\n`, [])
  })
})
