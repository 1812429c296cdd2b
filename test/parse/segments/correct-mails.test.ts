import { toHtml } from 'hast-util-to-html'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../../src/render/fill-skeleton.ts'
import { inlineCodes } from '../../../src/validate/literals/inline-codes.ts'
import { pair } from '../../support/bilingual.ts'

function documentOf(target: string, source: string) {
  return parseDocument(new VFile(`${pair('a-1', target, source)}\n`), { path: 'a.md' })
}

function shown(target: string, source: string): string {
  const html = toHtml(fillSkeleton(documentOf(target, source), 'target'))
  return html.replace(/<\/?(?:p|span)[^>]*>/g, '').trim()
}

const link = (address: string, text = address) => `<a href="mailto:${address}">${text}</a>`

describe('a mail address in a target', () => {
  it.each([
    ['whose sign was parted', '(+ 142@x.com)', '(+142@x.com)', `(+ ${link('+142@x.com', '142@x.com')})`],
    ['in another case', 'Bob@x.com', 'bob@x.com', link('bob@x.com', 'Bob@x.com')],
    [
      'that has taken in what follows',
      'Set a@x.com-Name b',
      'Set a@x.com -Name b',
      `Set ${link('a@x.com', 'a@x.com-Name')} b`,
    ],
    [
      'of a link with a text',
      '[Écrire](mailto:A@x.com)',
      '[Write](mailto:a@x.com)',
      link('a@x.com', 'Écrire'),
    ],
    [
      'with a subject',
      '[Écrire](mailto:A@x.com?subject=A)',
      '[Write](mailto:a@x.com)',
      link('a@x.com?subject=A', 'Écrire'),
    ],
  ])('%s leads where the source’s does', (_, target, source, expected) => {
    expect(shown(target, source)).toBe(expected)
  })

  it.each([
    ['translated text', '[Écrire](mailto:a@x.com)', '[Write](mailto:a@x.com)', link('a@x.com', 'Écrire')],
    ['an address of its own', 'fr@x.com', 'us@x.com', link('fr@x.com')],
    ['one of several that it may be', 'a@x.com', 'aa@x.com, ba@x.com', link('a@x.com')],
    ['no address in the source', 'a@x.com', 'us', link('a@x.com')],
  ])('stays as it is: %s', (_, target, source, expected) => {
    expect(shown(target, source)).toBe(expected)
  })

  it('is an address to rules still, as it is written', () => {
    const unit = documentOf('+ 142@x.com', '+142@x.com').units['a-1']!
    expect(unit.target!.markup).toBe('+ 142@x.com')
    expect([inlineCodes(unit.target!).address, inlineCodes(unit.source!).address]).toEqual([
      ['142@x.com'],
      ['+142@x.com'],
    ])
  })
})
