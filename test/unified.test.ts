import { readFileSync } from 'node:fs'
import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import remarkSxs from '../src/unified.ts'
import { pair, smallDocument } from './support/bilingual.ts'
import { SEED } from './support/corpus.ts'

async function html(text: string, locale: string): Promise<{ html: string; file: VFile }> {
  const file = new VFile(text)
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkSxs, { locale })
    .use(remarkRehype)
  const tree = (await processor.run(processor.parse(file), file)) as Root
  return { html: toHtml(tree), file }
}

describe('remarkSxs', () => {
  it('reads the target side', async () => {
    const result = await html(smallDocument(), 'fr-FR')
    expect(result.html).toContain('<h1>Bonjour à tous</h1>')
    expect(result.html).not.toContain('Hello')
    expect(result.file.messages).toEqual([])
  })

  it('reads the source side, also by its language alone', async () => {
    for (const locale of ['en-US', 'en-us', 'en'])
      expect((await html(smallDocument(), locale)).html).toContain('<h1>Hello all</h1>')
  })

  it('says which locales there are where the document has not the one asked for', async () => {
    const { file } = await html(smallDocument(), 'ja-JP')
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['locale-missing'])
  })

  it('leaves a document without units as it is', async () => {
    expect((await html('# A *b*\n', 'fr-FR')).html).toBe('<h1>A <em>b</em></h1>')
  })

  it('gives positions in the bilingual input', () => {
    const text = readFileSync(SEED, 'utf8')
    const tree = unified().use(remarkParse).use(remarkSxs, { locale: 'fr-FR' }).parse(text)
    let checked = 0
    visit(tree, 'text', (node) => {
      const { start, end } = node.position!
      if (/[\s&]/.test(node.value)) return
      expect(text.slice(start.offset, end.offset)).toContain(node.value)
      checked++
    })
    expect(checked).toBeGreaterThan(0)
  })

  it('refuses to be used before a parser', () => {
    expect(() => unified().use(remarkSxs, { locale: 'fr-FR' }).freeze()).toThrow(/after remark-parse/)
  })

  it('reads Markdown within units', async () => {
    const { html: result } = await html(`${pair('a-1', '**Un** `x`', '**One** `x`')}\n`, 'en-US')
    expect(result).toBe('<p><strong>One</strong> <code>x</code></p>')
  })
})
