import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { ResolveXref } from '../../src/model/xref.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../src/render/fill-skeleton.ts'
import { toHtml } from '../../src/render/to-html.ts'
import { pair } from '../support/bilingual.ts'

const names = { name: 'Known', nameWithType: 'A.Known', fullName: 'N.A.Known*' }
const xrefs: ResolveXref = (_, uid) => {
  if (uid === 'N.A.Known*')
    return { href: 'https://example.org/known', names: { source: names, target: names } }
  if (uid === 'docs/b')
    return { href: 'b.md', names: { source: { name: 'The B' }, target: { name: 'Le B' } } }
  return undefined
}
const read = (value: string, parser: 'native' | 'remark', side: 'source' | 'target' = 'target') =>
  toHtml(
    fillSkeleton(parseDocument(new VFile({ path: 'a.md', value }), { path: 'a.md', parser, xrefs }), side),
  )
    .replace(/<span data-ttu-id[^>]*>([^<]*)<\/span>/g, '$1')
    .trim()

describe.each(['native', 'remark'] as const)('references to uids, with %s', (parser) => {
  it.each([
    ['<xref:System.String.Format%2A>', 'System.String.Format*', 'Format'],
    ['<xref:System.String.Format%2A?displayProperty=nameWithType>', 'System.String.Format*', 'String.Format'],
    ['<xref:System.String?displayProperty=fullName>', 'System.String', 'System.String'],
    ['<xref:System.String?text=a%20text>', 'System.String', 'a text'],
    ['[a **text**](xref:System.String)', 'System.String', 'a <strong>text</strong>'],
    ['[](xref:System.String)', 'System.String', 'String'],
    ['<xref href="System.String" data-throw-if-not-resolved="false"></xref>', 'System.String', 'String'],
    ['@"microsoft.quantum.intrinsic"', 'microsoft.quantum.intrinsic', 'intrinsic'],
  ])('show what the uid tells where it is not known: %s', (markup, uid, text) => {
    const expected = `<p><span class="xref" data-xref="${uid}">${text}</span></p>`
    expect(read(`${markup}\n`, parser)).toBe(expected)
    expect(
      read(`${pair('aaaaa-101', markup, markup)}\n`, parser).replace(
        /<span data-ttu-id[^>]*>(.*)<\/span>/,
        '$1',
      ),
    ).toBe(expected)
  })

  it.each([
    ['<xref:N.A.Known%2A>', 'Known'],
    ['<xref:N.A.Known%2A?displayProperty=nameWithType>', 'A.Known'],
    ['<xref:N.A.Known%2A?displayProperty=fullName>', 'N.A.Known'],
    ['[own](xref:N.A.Known*)', 'own'],
  ])('lead where the uid is known: %s', (markup, text) => {
    const link = `<a href="https://example.org/known" class="xref" data-xref="N.A.Known*">${text}</a>`
    expect(read(`${markup}\n`, parser)).toBe(`<p>${link}</p>`)
    expect(read(`${pair('aaaaa-101', markup, markup)}\n`, parser)).toContain(link)
    expect(read(`| a |\n|---|\n| ${pair('aaaaa-101', markup, markup)} |\n`, parser)).toContain(link)
  })

  it.each([
    '<p>See <xref:System.Int32>.</p>',
    '<table><tr><td>See <xref:System.Int32>.</td></tr></table>',
    `<p>${pair('aaaaa-101', 'See <xref:System.Int32>.', 'See <xref:System.Int32>.')}</p>`,
  ])('are read in raw HTML: %s', (html) => {
    expect(read(`${html}\n`, parser)).toContain(
      'See <span class="xref" data-xref="System.Int32">Int32</span>.',
    )
  })

  it('show the title of a document in the language of the side', () => {
    for (const markup of ['<xref:docs/b>', '@docs/b', pair('aaaaa-101', '@docs/b.', '@docs/b.')]) {
      expect(read(`${markup}\n`, parser)).toContain('data-xref="docs/b">Le B</a>')
      expect(read(`${markup}\n`, parser, 'source')).toContain('data-xref="docs/b">The B</a>')
    }
  })

  it('are found in prose only', () => {
    expect(read('a @unknown, `@docs/b` x@docs/b @"a b"\n', parser)).not.toContain('xref')
  })
})

it('reads long runs of punctuation behind an at sign once', () => {
  const dots = '.'.repeat(300_000)
  expect(read(`@a${dots}b`, 'remark')).toBe(`<p>@a${dots}b</p>`)
})
