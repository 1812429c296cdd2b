import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../../src/render/fill-skeleton.ts'
import { pair } from '../../support/bilingual.ts'
import { comparable } from '../../support/comparable.ts'

const html = (text: string) =>
  comparable(fillSkeleton(parseDocument(new VFile(text), { path: 'a.md' }), 'target'))

describe('alerts', () => {
  it.each([
    `> [!NOTE]\n> ${pair('a-1', 'un', 'one')}\n>\n> [!TIP]\n> ${pair('a-2', 'deux', 'two')}\n`,
    `> [!NOTE]\n> ${pair('a-1', 'un', 'one')}\n\n[!TIP]\n${pair('a-2', 'deux', 'two')}\n`,
  ])('behind others in one quote, or in none, are boxes of their own: %j', (text) => {
    const found = html(text)
    expect(found).toMatch(/alert-note[\s\S]*un[\s\S]*alert-tip[\s\S]*deux/)
    expect(found).not.toContain('[!')
    expect(found.match(/class="alert /g)).toHaveLength(2)
  })

  it.each(['a [!NOTE] b\n', '[!NOTE] b\n', '[!OTHER]\nb\n', '> a [!NOTE]\n> b\n'])(
    'are none where text stands beside the mark, or another word in it: %j',
    (text) => {
      expect(html(text)).toContain('[!')
    },
  )
})
