import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('unit-empty', text, expected)

describe('unit-empty', () => {
  it.each([
    ['an empty translation', sxs(101, '', 'One'), '“One”'],
    ['an invisible translation', sxs(101, '\u00A0\u200B', 'One'), '“One”'],
    ['a translation of empty formatting', sxs(101, '<b> </b>', 'One'), '“One”'],
    ['a blank source text', sxs(101, 'Un', ' '), '“Un”'],
    ['a blank side where the other holds an image', sxs(101, ' ', '![](a.png)'), '`![](a.png)`'],
  ])('finds %s', (_name, text, quoted) => {
    const [message] = find(`${text}\n`, ['1 error'])
    expect(message!.reason).toContain(quoted)
  })

  it.each([
    ['both sides blank', sxs(101, ' ', '')],
    ['both sides with text', sxs(101, 'Un', 'One')],
    ['images only', sxs(101, '![](a.png)', '![](a.png)')],
    ['an image for text', sxs(101, '![](a.png)', 'One')],
    [
      'line breaks and anchors only',
      `${sxs(101, '<br>', '<br>')} ${sxs(102, '<a name="x"></a>', '<a name="x"></a>')}`,
    ],
    ['a missing side, which is another rule’s', '<span data-ttu-id="1f2e3-101">Un</span>'],
  ])('finds nothing with %s', (_name, text) => {
    find(`${text}\n`, [])
  })
})
