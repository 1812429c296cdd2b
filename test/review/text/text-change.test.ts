import { describe, expect, it } from 'vitest'
import { plainText } from '../../../src/review/text/plain-text.ts'
import { textChange } from '../../../src/review/text/text-change.ts'

describe('textChange', () => {
  it.each([
    ['Click here.', 'Click here.', 'same'],
    ['Click here.', 'Click\u00A0 here.', 'whitespace'],
    ['Click **here**.', 'Click here.', 'markup'],
    ['See [it](a.md).', 'See it.', 'markup'],
    ['See [it](a.md).', 'See [it](b.md).', 'url'],
    ['See https://a.org/b now.', 'See https://a.org/c now.', 'url'],
    ['Wait, then go.', 'Wait: then go', 'punctuation'],
    ['click Here', 'Click here', 'case'],
    ['Wait 1.5 seconds', 'Wait 15 seconds', 'text'],
    ['Wait 5 seconds', 'Wait -5 seconds', 'text'],
    ['Delete *.log', 'Delete .log', 'text'],
    ['Use `a` & b', 'Use <code>a</code> &amp; b', 'markup'],
    ['The <tenant> name', 'The <client> name', 'text'],
    ['Get-CsUser', 'Set-CsUser', 'text'],
    ['待ちます。', '待ちます', 'punctuation'],
  ] as const)('of %j and %j is %s and %s', (before, after, change) => {
    expect(textChange(before, after)).toBe(change)
    expect(textChange(after, before)).toBe(change)
  })
})

describe('plainText', () => {
  it.each([
    ['**Bold _and_** `x_y*z`', 'Bold and x_y*z'],
    ['[a [b](c)](d)', '[a b](d)'],
    ['a \\* b &#65; &lt;', 'a * b A <'],
    ['![alt](x.png "t")<br/>next', 'alt next'],
    ['snake_case_name', 'snake_case_name'],
  ])('of %j is %j', (markup, text) => {
    expect(plainText(markup)).toBe(text)
  })
})
