import { describe, expect, it } from 'vitest'
import type { Segment } from '../../../src/model/unit.ts'
import { isBlank } from '../../../src/validate/text/blank.ts'

const segment = (markup: string, text = ''): Segment => ({
  markup,
  text,
  place: [0, 0],
})

describe('isBlank', () => {
  it.each([
    [''],
    [' \n'],
    ['\u00A0\u200B'],
    ['&nbsp;'],
    ['<span> </span>'],
    ['** **'],
    ['<!-- later -->'],
    ['<b></b>'],
  ])('%j is blank', (markup) => {
    expect(isBlank(segment(markup))).toBe(true)
  })

  it.each([
    ['![](media/a.png)'],
    ['<img src="a.png">'],
    ['<br>'],
    ['<a name="x"></a>'],
    ['</div>'],
    ['<!-- not closed'],
  ])('%j is not blank', (markup) => {
    expect(isBlank(segment(markup))).toBe(false)
  })

  it('takes text for not blank whatever the markup', () => {
    expect(isBlank(segment('<b>x</b>', 'x'))).toBe(false)
  })

  it('ends with markup so long that looking for each end from each start would not', () => {
    expect(isBlank(segment('<!--'.repeat(2_000_000)))).toBe(false)
    expect(isBlank(segment('<span '.repeat(2_000_000)))).toBe(false)
  })
})
