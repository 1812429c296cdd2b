import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { MarkdownParser } from '../../src/parse/markdown/parse-markdown.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../src/render/fill-skeleton.ts'
import { pair } from '../support/bilingual.ts'
import { comparable } from '../support/comparable.ts'

describe.each<MarkdownParser>(['native', 'remark'])('what structure segments hold (%s)', (parser) => {
  const read = (text: string) => parseDocument(new VFile(text), { path: 'a.md', parser })
  const both = (text: string) => {
    const document = read(text)
    return [
      comparable(fillSkeleton(document, 'source')),
      comparable(fillSkeleton(document, 'target')),
    ] as const
  }

  it('rows of a table that are whole segments are rows on both sides', () => {
    const [source, target] = both(
      `${pair('a-1', '|Une |Deux |', '| One | Two |')}\n|---|---|\n${pair('a-2', '| x | y|', '| 1 | 2 |')}\n`,
    )
    expect(source).toMatch(/<th>.*One.*<\/th>.*<th>.*Two.*<\/th>.*<td>.*1.*<\/td>.*<td>.*2.*<\/td>/s)
    expect(target).toMatch(/<th>.*Une.*<\/th>.*<th>.*Deux.*<\/th>.*<td>.*x.*<\/td>.*<td>.*y.*<\/td>/s)
    for (const html of [source, target]) {
      expect(html).not.toContain('|')
      expect(html.match(/<t[hd]>/g)).toHaveLength(4)
    }
  })

  it.each([
    ['<!--- ![](a.svg) --->', '<!--- ![](a.svg) --->'],
    ['<!-- one -->', '<!--un：-->'],
    ['<!-- one -->', '< ! -- un -- >'],
  ])('comments that are segments are not shown: %s', (source, target) => {
    for (const html of both(`a\n\n${pair('a-1', target, source)}\n${pair('a-2', 'deux', 'two')}\n`)) {
      expect(html).not.toMatch(/un|one|svg|--/)
      expect(html).toMatch(/two|deux/)
    }
  })

  it('comments in code are shown, each in its language', () => {
    const [source, target] = both(`\`\`\`xml\n${pair('a-1', '<!-- un -->', '<!-- one -->')}\n<a/>\n\`\`\`\n`)
    expect(source).toContain('one')
    expect(target).toContain('un')
  })
})
