import { expect, it } from 'vitest'
import { fillLateParts } from '../../../src/render/site/late-parts.ts'

const page =
  '<nav><!--lockstep:branch--><!--/lockstep:branch--></nav><p>a</p><!--lockstep:sequence--><!--/lockstep:sequence-->'

it('fills each part, and fills it anew', () => {
  const once = fillLateParts(page, { branch: '<a>$1 $&</a>', sequence: 'next' })
  expect(once).toBe(
    '<nav><!--lockstep:branch--><a>$1 $&</a><!--/lockstep:branch--></nav><p>a</p><!--lockstep:sequence-->next<!--/lockstep:sequence-->',
  )
  expect(fillLateParts(once, {})).toBe(page)
})

it('leaves other comments and unclosed marks alone', () => {
  const text = '<!--a--><!--lockstep:branch--><p>b</p><!--/lockstep:other-->'
  expect(fillLateParts(text, { branch: 'x' })).toBe(text)
})
