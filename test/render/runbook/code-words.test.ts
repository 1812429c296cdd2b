import type { Root } from 'hast'
import { describe, expect, it } from 'vitest'
import { element } from '../../../src/render/page/element.ts'
import { keepCodeWords } from '../../../src/render/runbook/code-words.ts'
import { toHtml } from '../../../src/render/to-html.ts'

function keep(...children: Parameters<typeof element>[2]): string {
  const tree: Root = { type: 'root', children: [element('pre', {}, [element('code', {}, children)])] }
  keepCodeWords(tree)
  return toHtml(tree)
    .replaceAll('<span class="code-word">', '[')
    .replaceAll('</span>', ']')
    .replace(/<\/?(?:pre|code)>/g, '')
}

describe('keepCodeWords', () => {
  it('keeps words whole in which a line could break', () => {
    expect(keep('Get-CsPool -Identity pool /force x')).toBe('[Get-CsPool] [-Identity] pool [/force] x')
  })

  it('leaves text as it is: other words, single signs, words longer than a line', () => {
    const text = `dotnet run - | x\n${'a-'.repeat(21)}`
    expect(keep(text)).toBe(text)
  })

  it('keeps words inside of elements', () => {
    expect(keep('Get-X ', element('b', {}, ['-File c:\\a-b']))).toBe('[Get-X] <b>[-File] [c:\\a-b]</b>')
  })

  it('leaves other text alone', () => {
    const tree: Root = { type: 'root', children: [element('p', {}, ['Get-X'])] }
    keepCodeWords(tree)
    expect(toHtml(tree)).toBe('<p>Get-X</p>')
  })
})
