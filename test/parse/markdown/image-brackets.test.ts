import { toHtml } from 'hast-util-to-html'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { positionOf } from '../../../src/model/place.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { pair } from '../../support/bilingual.ts'

function read(text: string) {
  return parseDocument(new VFile(`${text}\n`), { path: 'a.md' })
}

describe('an image whose alternative text has brackets without partners', () => {
  it.each([
    ['![管理の [ストア」が](media/a.png)', '管理の [ストア」が', 'media/a.png'],
    ['![Teams] タブ、[ケース] ボタン](media/b.png)', 'Teams] タブ、[ケース] ボタン', 'media/b.png'],
    ['![Onglet ] ouvert](c.png "Titre")', 'Onglet ] ouvert', 'c.png'],
    ['Avant ![a [b](c.png) après ![d](e.png)', 'a [b', 'c.png'],
  ])('is an image: %s', (markup, alt, src) => {
    const html = toHtml(read(markup).skeleton.tree as never)
    expect(html).toContain(`<img src="${src}" alt="${alt}"`)
    expect(html).not.toContain('![')
    expect(html).not.toContain('](')
  })

  it('leaves slots and places behind it where they are', () => {
    const unit = pair('aaaaa-101', '[Aide](b.md)', '[Help](b.md)')
    const document = read(`![a [b](c.png)\n\n| A |\n|---|\n| ${unit} |`)
    expect(document.units['aaaaa-101']!.target!.text).toBe('Aide')
    expect(positionOf(document, document.tables[0]!.place![0]).line).toBe(3)
  })

  it.each([
    ['`![a [b](c.png)`', '<code>![a [b](c.png)</code>'],
    ['![a [b] c](d.png)', '<img src="d.png" alt="a [b] c">'],
    ['!\\[a [b](c.png)', '![a <a href="c.png">b</a>'],
    ['![a [b](GET LINK)', '![a [b](GET LINK)'],
  ])('is not seen in %s', (markup, expected) => {
    expect(toHtml(read(markup).skeleton.tree as never)).toContain(expected)
  })
})
