import { describe, expect, it } from 'vitest'
import { unbalancedTags } from '../../../src/bitext/unbalanced-tags.ts'
import { htmlParts } from '../../../src/parse/codes/html-parts.ts'
import { withoutOpenComments } from '../../../src/util/text/without-open-comments.ts'

describe('withoutOpenComments', () => {
  it('changes the starts of comments after the last end, and no offset', () => {
    expect(withoutOpenComments('<!-- a --> <!-- b <!-- c')).toBe('<!-- a --> <\uFFFC-- b <\uFFFC-- c')
    for (const text of ['<!-- a <!-- b -->', '<!-->', '<!--->', '<b>-->', ''])
      expect(withoutOpenComments(text)).toBe(text)
  })
})

describe('comments that do not end', () => {
  const MANY = '<!-- '.repeat(400_000)

  it('are text, and do not hinder what reads tags, however many there are', () => {
    expect(htmlParts(`<b>${MANY}</b>`).map(({ type, markup }) => [type, markup.length])).toEqual([
      ['open', 3],
      ['text', MANY.length],
      ['close', 4],
    ])
    expect(unbalancedTags(`${MANY}<b>`)).toEqual([
      { name: 'b', closing: false, actual: '<b>', offset: MANY.length },
    ])
    expect(unbalancedTags('<a title="<!--">')).toMatchObject([{ actual: '<a title="<!--">' }])
  })
})
