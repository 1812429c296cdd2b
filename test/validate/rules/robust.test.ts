import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkText } from '../check-text.ts'

const seed = readFileSync(
  new URL('../../../sources/response-group-experience-during-pool-failure.md', import.meta.url),
  'utf8',
)

const fragments = [
  '<span data-ttu-id="62b5c-102">',
  '</span><span class="sxs-lookup"><span data-stu-id="62b5c-103">',
  '</span></span>',
  '</span>',
  '&quot;',
  '"',
  '<table><tr><th>',
  '</td>',
  '<td colspan="0" rowspan="99999">',
  '\n\n',
  '\r\n',
  '| a | b |\n|---|---|\n| c',
  '[x](%E0%A4%A#%)',
  '[!INCLUDE [x](../x.md)]',
  '---\n',
  'ms.contentlocale: [fr',
  '\u0000',
  '\uD800',
  '__proto__',
  '<a name="constructor"></a>',
]

describe('all rules', () => {
  it('find nothing in the seed document', () => {
    expect(checkText(seed).map(String)).toEqual([])
  })

  it('throw on no document, however damaged', () => {
    const edit = fc.record({
      at: fc.nat(seed.length),
      remove: fc.nat(400),
      insert: fc.constantFrom('', ...fragments),
    })
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.nat(seed.length), (edits, start) => {
        let text = seed.slice(0, 800) + seed.slice(start, start + 6000)
        for (const { at, remove, insert } of edits) {
          const offset = at % (text.length + 1)
          text = text.slice(0, offset) + insert + text.slice(offset + remove)
        }
        const crashes = checkText(text).filter((message) => message.ruleId === 'rule-crashed')
        expect(crashes.map(String)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
