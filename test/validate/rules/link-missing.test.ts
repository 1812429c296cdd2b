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
    const [path] = find('[x](other.md)', ['1 info'], { files })
    find(sxs(101, '[x](other.md)', '[y](Other.md)'), ['1 warning'], { files })
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
    expect(message!.expected).toEqual(['Other.md'])
  })

  describe('in a part of a docset', () => {
    const pair = (url: string) => sxs(101, `[x](${url})`, `[y](${url})`)
    const lines = (urls: readonly string[]) => urls.map(pair).join('\n')
    const missing = ['m1.md', 'm2.md', 'm3.md', 'm4.md']

    it('counts the links that both sides have, once', () => {
      const [message] = find(`text\n\n${lines([...missing, 'm1.md'])}`, ['3 info'])
      expect(message!.reason).toBe(
        'Unexpected 5 links to `.md` files that are not here, expected `m1.md`, `m2.md`, `m3.md` and 1 more',
      )
      expect(message!.note).toContain('1 document has such links')
    })

    it('counts files of a folder that is not there', () => {
      const [message] = find(lines(['a/1.png', 'a/b/2.md', 'a/3.psd', 'other.png']), ['1 info', '4 warning'])
      expect(message!.reason).toContain('3 links to files in `a`')
    })

    it('still finds what only the translation gets wrong', () => {
      const [, message] = find(`${lines(missing)}\n${sxs(102, '[x](データ.md)', '[y](m1.md)')}`, [
        '1 info',
        '5 warning',
      ])
      expect(message!.reason).toContain('`データ.md`')
      expect(message!.expected).toEqual(['m1.md'])
    })

    it('counts only files of one kind: where most are there, finds each', () => {
      const there = Object.fromEntries(Array.from({ length: 16 }, (_, at) => [`t${at}.md`, 'text\n']))
      const links = lines([...Object.keys(there), ...missing])
      const [message] = find(links, ['17 warning', '18 warning', '19 warning', '20 warning'], {
        files: there,
      })
      expect(message!.note).toContain('The source text has the same link.')
      const images = lines(['1.png', '2.png', '3.png', '4.png'])
      find(`${links}\n${images}`, ['17 warning', '18 warning', '19 warning', '20 warning', '21 info'], {
        files: there,
      })
    })
  })

  it('finds a path with units in it, on the side that gets it wrong', () => {
    const [message] = find(`[x](sub/${sxs(101, 'profond', 'deep')}.md)`, ['1 warning'], { files })
    expect(message!.actual).toBe('sub/profond.md')
    find(`![x](sub/${sxs(101, 'image', 'image')}.png)`, [], { files })
    find(`[x](${sxs(101, 'javascript:alert(1)', 'Other.md')})`, [], { files })
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

  const image = ':::image type="content" source="missing.png" alt-text="x":::'
  it.each([
    ['an image of Microsoft’s syntax', `text\n\n${image}`, '3:1'],
    ['one in a list', `1. text\n\n   ${image}`, '3:4'],
    ['one with a translated text', `text\n\n${image.replace('"x"', `"${sxs(101, 'x', 'y')}"`)}`, '3:1'],
    [
      'one with a description',
      `:::image type="complex" source="missing.png" alt-text="x":::\n${sxs(101, 'x', 'y')}\n:::image-end:::`,
      '1:1',
    ],
    ['one that is a whole unit', sxs(101, image, image), '1:1'],
    ['one within a unit', `text\n\n${sxs(101, `x ${image} y`, `x ${image} y`)}`, '3:31'],
    ['one between units', `${sxs(101, 'x', 'y')} ${image} ${sxs(102, 'x', 'y')}`, '1:1'],
    ['one in a cell', `| a | b |\n|---|---|\n| c | ${image} |`, '3:7'],
    [
      'the larger image behind one',
      `${image.replace('missing.png"', 'sub/image.png" lightbox="large.png"')}`,
      '1:1',
    ],
    ['a video', '> [!VIDEO missing.mp4]', '1:3'],
    ['a video of Microsoft’s syntax', 'text\n\n:::video source="missing.mp4":::', '3:1'],
    ['a reference', 'text\n\n[x][1]\n\n[1]: missing.md', '3:1'],
    ['a reference in a unit', `${sxs(101, 'a [b][1]', 'a [b][1]')}\n\n[1]: missing.md`, '1:31'],
    ['an image of HTML', 'text <img src="missing.png" alt="x">', '1:6'],
    ['one in a table of HTML', '<table><tr><td><img src="missing.png" alt="x"></td></tr></table>', '1:16'],
    ['a link in a table', '| a |\n|---|\n| [x](missing.md) |', '3:3'],
  ])('finds %s', (_name, text, place) => {
    const [message] = find(text, [`${place.split(':')[0]} warning`], { files })
    expect(`${message!.line}:${message!.column}`).toBe(place)
  })

  it('finds a link that reaches over two units, in the one with its address', () => {
    const text = `${sxs(101, 'a [b', 'a [b')}\n${sxs(102, 'c](missing.md)', 'c](missing.md)')}`
    const [message] = find(text, ['2 warning'])
    expect(message!.actual).toBe('missing.md')
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
