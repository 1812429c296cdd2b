import { describe, expect, it } from 'vitest'
import { plainText } from '../../../src/review/text/plain-text.ts'
import { sourceSigns, targetSigns } from '../../../src/review/text/risk-signs.ts'
import { textChange } from '../../../src/review/text/text-change.ts'

describe('textChange', () => {
  it.each([
    ['Click here.', 'Click here.', 'same'],
    ['Click here.', 'Click\u00A0 here.', 'whitespace'],
    ['Click **here**.', 'Click here.', 'markup'],
    ['See [it](a.md).', 'See it.', 'markup'],
    ['See [it](a.md).', 'See [it](b.md).', 'url'],
    ['See https://a.org/b now.', 'See https://a.org/c now.', 'url'],
    ['See http://a.org/b1 now.', 'See https://a.org/en/b1 now.', 'url'],
    ['See https://a.org/b1 now.', 'See https://a.org/b2 now.', 'text'],
    ['See [https://a.org/b1](https://a.org/b1).', 'See [https://a.org/b2](https://a.org/b1).', 'text'],
    ['See [https://a.org/b1](https://a.org/b1).', 'See [https://a.org/b1](https://a.org/b2).', 'url'],
    ['See [it](a1.md).', 'See [it](a2.md).', 'url'],
    ['Wait, then go.', 'Wait: then go', 'punctuation'],
    ['click Here', 'Click here', 'case'],
    ['Wait 1.5 seconds', 'Wait 15 seconds', 'text'],
    ['Wait 5 seconds', 'Wait -5 seconds', 'text'],
    ['Delete *.log', 'Delete .log', 'text'],
    ['Use `a` & b', 'Use <code>a</code> &amp; b', 'markup'],
    ['The <tenant> name', 'The <client> name', 'text'],
    ['Get-CsUser', 'Set-CsUser', 'text'],
    ['待ちます。', '待ちます', 'punctuation'],
    ['名前、値', '名前，値', 'punctuation'],
    ['（省略可能）', '(省略可能)', 'punctuation'],
    ['１００％', '100%', 'punctuation'],
    ['全体です。\\*\\*\\*\\*', '全体です。', 'punctuation'],
    ["Type d'appel", 'Type d’appel', 'punctuation'],
    ['real-time media', 'real time media', 'punctuation'],
    ['Front-End', 'FrontEnd', 'text'],
    ['5‑10 minutes', '5–10 minutes', 'punctuation'],
    ['5-10 minutes', '510 minutes', 'text'],
    ['انتظر، ثم', 'انتظر ثم', 'punctuation'],
    ['٥ دقائق', '٦ دقائق', 'text'],
    ['نص\u200F.', 'نص.', 'whitespace'],
    ['Do this', 'Do this&nbsp;&nbsp;', 'whitespace'],
    ['café', 'cafe\u0301', 'whitespace'],
    ['**名前** を', '名前を', 'markup'],
  ] as const)('of %j and %j is %s and %s', (before, after, change) => {
    expect(textChange(before, after)).toBe(change)
    expect(textChange(after, before)).toBe(change)
  })
})

describe('signs of risk', () => {
  const texts = (oldSource: string, newSource: string, oldTarget: string, newTarget = oldTarget) => ({
    oldSource,
    newSource,
    oldTarget,
    newTarget,
  })

  it.each([
    ['5 minutes', '6 minutes', '5分', ['numbers']],
    ['5 minutes', '6 minutes', '٥ دقائق', ['numbers']],
    ['5 minutes', 'five minutes', '5分', []],
    ['2 minutes', 'five minutes', '2分', ['numbers']],
    ['4 minutes', '5 minutes', '5分', []],
    ['Run Get-CsPool', 'Run Set-CsPool', 'Get-CsPool', ['literals']],
    ['Use `a`', 'Use `b`', '`a`', ['literals']],
    ['A High-Level view (e.g. this).', 'A view.This', 'x', []],
    ['On MacOS', 'On macOS', 'MacOS', []],
    ['Stop it', 'Never stop it', 'x', ['negation']],
  ])('of a source that was %j, is %j and was translated as %j are %j', (before, after, target, signs) => {
    expect(sourceSigns(texts(before, after, target), true)).toEqual(signs)
  })

  it('are in a translation only where it differs from its source', () => {
    expect(targetSigns(texts('5 a', '5 a', '5 b', '6 b'))).toEqual(['numbers'])
    expect(targetSigns(texts('5 a', '5 a', '6 b', '5 b'))).toEqual([])
    expect(targetSigns(texts('[a](b1)', '[a](b2)', '[c](b1)', '[d](b2)'))).toEqual([])
    expect(targetSigns(texts('a `x`', 'a `x`', 'b `x`', 'b `y`'))).toEqual(['literals'])
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
