import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../../src/render/fill-skeleton.ts'
import { toHtml } from '../../../src/render/to-html.ts'
import { pair } from '../../support/bilingual.ts'

const read = (value: string, parser: 'native' | 'remark') =>
  toHtml(fillSkeleton(parseDocument(new VFile({ path: 'a.md', value }), { path: 'a.md', parser }), 'target'))
    .replace(/<\/?span[^>]*>/g, '')
    .trim()

describe.each(['native', 'remark'] as const)('addresses in links of raw HTML, with %s', (parser) => {
  it.each([
    ['<a href="http://foo.com/">www.foo.com</a>'],
    ['<a href="x.md">see http://foo.com/a_b</a> y'],
    ['<a href="x.md"><b>http://a.com/b</b></a>'],
    ['<a href="x.md">a@b.com</a>'],
    ['x <a href="x.md">**a** http://a.com/b_c</a>'],
  ])('stay text: %s', (markup) => {
    const expected = `<p>${markup.replace('**a**', '<strong>a</strong>')}</p>`
    expect(read(`${markup}\n`, parser)).toBe(expected)
    expect(read(`${pair('aaaaa-101', markup, markup)}\n`, parser)).toBe(expected)
  })

  it('stay text in a unit that the link is around', () => {
    const text = pair('aaaaa-101', 'voir www.foo.com', 'see www.foo.com')
    expect(read(`<a href="x.md">${text}</a>\n`, parser)).toBe('<p><a href="x.md">voir www.foo.com</a></p>')
  })

  it('are links beside them, and where no link ends', () => {
    expect(read('<a href="x.md">y</a> www.foo.com\n', parser)).toContain('<a href="http://www.foo.com">')
    expect(read('<a href="x.md">y www.foo.com\n', parser)).toContain('<a href="http://www.foo.com">')
    expect(read('<a name="x">www.foo.com</a>\n', parser)).toContain('<a href="http://www.foo.com">')
  })
})
