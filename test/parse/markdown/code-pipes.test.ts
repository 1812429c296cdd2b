import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { pipesInCode } from '../../../src/parse/markdown/code-pipes.ts'
import type { MarkdownParser } from '../../../src/parse/markdown/parse-markdown.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../../src/render/fill-skeleton.ts'
import { pair } from '../../support/bilingual.ts'
import { comparable } from '../../support/comparable.ts'

describe('pipes in code', () => {
  it.each([
    ['`a | b` | c', [3]],
    ['``a ` | b`` | `c', [6]],
    ['\\`a | b`', []],
    ['`a \\| b`', []],
    ['`a | b', []],
    ['a | b', []],
  ])('are found in %s', (line, expected) => {
    expect(pipesInCode(line)).toEqual(expected)
  })

  it('are found in linear time', () => {
    const line = Array.from({ length: 3000 }, (_, index) => `|${'`'.repeat(index % 600)}`).join('')
    expect(pipesInCode(`${line}${'|`'.repeat(200_000)}`).length).toBeGreaterThan(1000)
  })
})

describe.each<MarkdownParser>(['native', 'remark'])('a pipe in the code of a table (%s)', (parser) => {
  const cells = (text: string) => {
    const document = parseDocument(new VFile(text), { path: 'a.md', parser })
    const html = comparable(fillSkeleton(document, 'target'))
    return { document, html, columns: document.tables[0]?.columns }
  }

  it('ends no cell, as Microsoft’s parser has it', () => {
    const { html, columns } = cells('| A `b | c` | D |\n|---|---|\n| `Get-X | Set-Y` | 2 |\n')
    expect(columns).toBe(2)
    expect(html).toContain('<code>Get-X | Set-Y</code>')
    expect(html).toContain('<code>b | c</code>')
  })

  it('ends none where it stands in a segment, which is filled in', () => {
    const { document, html, columns } = cells(
      `| A |\n|---|\n| ${pair('a-1', 'x `a | b` z', 'w `a | b` z')} |\n`,
    )
    expect(columns).toBe(1)
    expect(document.skeleton.full).toBeUndefined()
    expect(html).toContain('<code>a | b</code>')
  })

  it('ends one outside of code, and is left alone outside of tables', () => {
    expect(cells('| A | B |\n|---|---|\n| `a` | b `c |\n').columns).toBe(2)
    expect(cells('`a | b`\n\n```\n| `x | y` |\n|---|\n| `x | y` |\n```\n').html).toContain('| `x | y` |')
  })
})
