import { describe, expect, it } from 'vitest'
import { type CheckOptions, expectFindings, sxs } from '../check-text.ts'

const find = (text: string, expected: string[], options: CheckOptions = {}) =>
  expectFindings('link-missing', `${text}\n`, expected, options)

const files = {
  'Other.md': '## <a name="part-two"></a>Part two\n\n## Näxt\n',
  'sub/deep.md': 'deep\n',
  'sub/image.png': '',
  'a b.md': 'text\n',
}

describe('link-missing', () => {
  it('finds a link to a file that does not exist', () => {
    const [message] = find('text\n\n[x](missing.md)', ['3 warning'], { files })
    expect(message!.actual).toBe('missing.md')
  })

  it('finds an image that does not exist', () => {
    find('![x](sub/missing.png)', ['1 warning'], { files })
  })

  it('finds an anchor that the other document does not have', () => {
    const [message] = find('[x](Other.md#part-three)', ['1 warning'], { files })
    expect(message!.reason).toContain('`Other.md`')
  })

  it('finds an anchor that the page does not have', () => {
    find('# One\n\n[x](#two)', ['3 warning'])
  })

  it('finds another letter case and tells the right spelling', () => {
    const [path] = find('[x](other.md)', ['1 warning'], { files })
    expect(path!.expected).toEqual(['Other.md'])
    const [anchor] = find('[x](Other.md#Part-Two)', ['1 warning'], { files })
    expect(anchor!.expected).toEqual(['Other.md#part-two'])
  })

  it('finds a link that both sides have once, in the translation', () => {
    const [message] = find(sxs(101, '[x](missing.md)', '[y](missing.md)'), ['1 warning'])
    expect(message!.column).toBeLessThan(60)
  })

  it('finds a path that only the translation gets wrong', () => {
    const [message] = find(sxs(101, '[x](Autre.md)', '[y](Other.md)'), ['1 warning'], { files })
    expect(message!.actual).toBe('Autre.md')
  })

  it('finds a link without a URL', () => {
    find('[x]()', ['1 warning'])
  })

  it('resolves links from the folder of the document and of the docset', () => {
    const all = { ...files, 'docfx.json': '{}' }
    find('[a](../Other.md) [b](~/Other.md) ![c](image.png) [d](deep.md) [e](./) [f](..)', [], {
      path: 'sub/doc.md',
      files: all,
    })
    find('[a](Other.md)', ['1 warning'], { path: 'sub/doc.md', files: all })
  })

  it.each([
    ['a document', '[x](Other.md) [y](./Other.md?view=a#part-two) [z](sub/deep.md)'],
    ['an encoded path or anchor', '[x](a%20b.md) [y](Other.md#n%C3%A4xt)'],
    ['a page made from a document', '[x](Other) [y](Other.html#part-two)'],
    ['a folder', '[x](sub) [y](sub/)'],
    ['a heading of the page', '# One two\n\n[x](#one-two) [y](?a=b#one-two) [z](#) [t](#top)'],
    [
      'other places',
      '[a](https://x.org/y) [b](mailto:a@x.org) [c](/x) [d](../../Skype/x.md) [e](xref:a.b) [f](//x.org)',
    ],
    ['a file', '[x](sub/image.png) ![x](sub/image.png)'],
  ])('finds nothing in links to %s', (_name, text) => {
    find(text, [], { files })
  })

  it('checks links of an included file from its folder, and reports them there', () => {
    const include = { 'sub/inc.md': '[x](deep.md) [y](missing.md) [z](#here)\n', 'sub/deep.md': 'x\n' }
    find('# Here\n\n[!INCLUDE [x](sub/inc.md)]', [], { files: include })
    find(include['sub/inc.md'].trim(), ['1 warning'], {
      path: 'sub/inc.md',
      files: { ...include, 'doc.md': '# Here\n\n[!INCLUDE [x](sub/inc.md)]\n' },
    })
  })
})
