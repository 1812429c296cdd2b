import fc from 'fast-check'
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { isSafeUrl } from '../../../src/model/safe-url.ts'
import { rebaseUrl } from '../../../src/parse/microsoft/include-content.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../../src/render/fill-skeleton.ts'
import { toHtml } from '../../../src/render/to-html.ts'

/** The page of a document that includes one in a folder below. */
function including(text: string): string {
  const files: Record<string, string> = { 'inc/i.md': text }
  const document = parseDocument(new VFile({ path: 'a.md', value: '[!INCLUDE [x](inc/i.md)]\n' }), {
    path: 'a.md',
    targetLocale: 'fr-FR',
    resolve: (_, url) => ({ status: 'found', path: url, text: files[url] ?? '' }),
  })
  return toHtml(fillSkeleton(document, 'target'))
}

it.each([
  ['[x](../javascript:alert(1))', 'href="./javascript:alert(1)"'],
  ['[x](../JavaScript:alert(1))', 'href="./JavaScript:alert(1)"'],
  ['<a href="../&#9;java&#10;script&colon;alert(1)">x</a>', 'href="./\tjava\nscript:alert(1)"'],
  ['![x](../data:image/svg+xml,x)', 'src="./data:image/svg+xml,x"'],
  ['[x](..//evil.example/x)', 'href=".//evil.example/x"'],
  ['[x](../b/../javascript:alert(1))', 'href="./javascript:alert(1)"'],
  ['[x](../~/c.md)', 'href="./~/c.md"'],
  ['[x](../b.md?a:b)', 'href="b.md?a:b"'],
])('keeps relative the URL of an included %s', (text, attribute) => {
  expect(including(`${text}\n`)).toContain(attribute)
})

it('never makes a URL with a protocol or a host of a relative one', () => {
  const piece = fc.constantFrom(
    ...[
      '..',
      '.',
      '',
      '/',
      '//',
      'a',
      'javascript:',
      'data:',
      'x',
      '\t',
      '\n',
      '\\',
      '~',
      ':',
      '?',
      '#',
      '%3A',
      '\u0001',
    ],
  )
  const folder = fc.constantFrom('', 'inc', 'a/b', 'javascript:')
  const base = 'https://docs.example/deep/deep/deep/page.html'
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), folder, folder, (pieces, from, to) => {
      const url = pieces.join('')
      if (!URL.canParse(url, base) || URL.canParse(url) || new URL(url, base).host !== 'docs.example') return
      const rebased = rebaseUrl(url, from, to)
      expect(URL.canParse(rebased)).toBe(false)
      expect(new URL(rebased, base).origin).toBe('https://docs.example')
      if (rebased !== url) expect(isSafeUrl('href', rebased)).toBe(true)
    }),
    { numRuns: 20_000, seed: 1 },
  )
})

/** A document that includes files, the first of which is `0.md`. */
const read = (fileAt: (number: number) => string) =>
  parseDocument(new VFile({ path: 'a.md', value: '[!INCLUDE [x](0.md)]\n' }), {
    path: 'a.md',
    includes: new Map(),
    resolve: (_, url) => ({ status: 'found', path: url, text: fileAt(Number.parseInt(url, 10)) }),
  })

it('does not include what outputConflicts with each file without end', () => {
  const { includes } = read((at) => (at < 20 ? `[!INCLUDE [x](${at + 1}.md)]\n\n`.repeat(2) : 'text\n'))
  expect(includes.length).toBeLessThan(10_000)
  expect(includes.some(({ status }) => status === 'excess')).toBe(true)
})

it('includes no files whose levels add up to more than can be read', () => {
  const quotes = '> '.repeat(50)
  const { includes, skeleton } = read((at) =>
    `${quotes}[!INCLUDE [x](${at + 1}.md)]\n`.repeat(at < 50 ? 1 : 0),
  )
  expect(includes.some(({ problem }) => problem?.includes('too deeply'))).toBe(true)
  expect(() => JSON.stringify(skeleton)).not.toThrow()
})
