import { describe, expect, it } from 'vitest'
import { expectFindings } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('front-matter-valid', text, expected)

describe('front-matter-valid', () => {
  it('finds a fault at its line', () => {
    const [message] = find('---\ntitle: a\nauthor: @b\n---\n\ntext\n', ['3 error'])
    expect(message!.reason).toMatch(/^Unexpected fault in the front matter, expected valid YAML: \S/)
  })

  it.each([
    ['sound front matter', '---\ntitle: "a: b"\n---\n\ntext\n'],
    ['empty front matter', '---\n---\n\ntext\n'],
    ['none', 'text\n'],
  ])('finds nothing with %s', (_name, text) => {
    find(text, [])
  })
})
