import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('unit-nested', text, expected)

describe('unit-nested', () => {
  it('finds a unit inside the translation of another', () => {
    const [message] = find(sxs(101, `Ouvrez ${sxs(102, 'le menu', 'the menu')}.`, 'Open the menu.'), [
      '1 error',
    ])
    expect(message!.reason).toContain('inside unit `1f2e3-101`')
    expect(message!.cause).toMatchObject({ column: 1 })
  })

  it('finds crossed units once', () => {
    const text =
      '<span data-ttu-id="a-1">Un <span data-ttu-id="a-2">deux</span><span class="sxs-lookup"><span data-stu-id="a-1">One</span></span> <span class="sxs-lookup"><span data-stu-id="a-2">Two</span></span>'
    const [message] = find(text, ['1 error'])
    expect(message!.reason).toContain('`a-2`')
  })

  it('finds nothing in units that follow each other, nor in other spans inside of one', () => {
    find(
      `${sxs(101, 'contoso.<span>com', 'contoso.<span>com')}${sxs(102, '<span> </span>', '<span> </span>')}`,
      [],
    )
  })
})
