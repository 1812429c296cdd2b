import { toHtml } from 'hast-util-to-html'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../../src/render/fill-skeleton.ts'
import { pair } from '../../support/bilingual.ts'

function shown(target: string, source: string): string {
  const document = parseDocument(new VFile(`${pair('a-1', target, source)}\n`), { path: 'a.md' })
  return toHtml(fillSkeleton(document, 'target'))
    .replace(/<\/?(?:p|span)[^>]*>/g, '')
    .trim()
}

const link = (address: string, href = address) => `<a href="${href}">${address}</a>`

describe('an address in a target', () => {
  it.each([
    [
      'Chinese',
      '修复https://x.com/387通过缓解。',
      'Fixed https://x.com/387 by it.',
      `修复${link('https://x.com/387')}通过缓解。`,
    ],
    [
      'Japanese, before a mark',
      'https://x.com/aを**見る**',
      'See https://x.com/a **now**',
      `${link('https://x.com/a')}を<strong>見る</strong>`,
    ],
    [
      'Korean, www',
      '**www.x.com를** 보세요',
      'See **www.x.com**',
      `<strong>${link('www.x.com', 'http://www.x.com')}를</strong> 보세요`,
    ],
    [
      'Korean, the longer of two',
      'https://x.com/a/b를',
      'https://x.com/a or https://x.com/a/b',
      `${link('https://x.com/a/b')}를`,
    ],
    [
      'French, before a no-break space',
      'Voir www.x.com\u00A0» ici',
      'See “www.x.com” here',
      `Voir ${link('www.x.com', 'http://www.x.com')}\u00A0» ici`,
    ],
  ])('ends where that of the source ends: %s', (_name, target, source, expected) => {
    expect(shown(target, source)).toBe(expected)
  })

  it.each([
    ['of which the source knows nothing', 'https://x.com/量子', 'https://y.com'],
    ['with a path of its own', 'https://x.com/wiki/量子', 'https://x.com/wiki'],
    ['with letters in the source too', 'https://x.com/量子', 'https://x.com/量子'],
    ['in a language with spaces', 'https://x.com/été', 'https://x.com/'],
  ])('stays as it is %s', (_name, target, source) => {
    expect(shown(target, source)).toBe(link(target, encodeURI(target)))
  })

  it('stays as it is as the text of another link', () => {
    expect(shown('[https://x.com/a上](b.md)', 'https://x.com/a')).toBe(link('https://x.com/a上', 'b.md'))
  })
})
