import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { withoutAddedEscapes } from '../../src/bitext/added-escapes.ts'
import type { Segment, TranslationUnit } from '../../src/model/unit.ts'
import { monolingualText } from '../../src/parse/monolingual-text.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { fillSkeleton } from '../../src/render/fill-skeleton.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { pair } from '../support/bilingual.ts'
import { comparable } from '../support/comparable.ts'

function documentOf(text: string, path = 'a.md') {
  return parseDocument(new VFile({ path, value: text }), { path, targetLocale: 'fr-FR' })
}

function only(text: string, path?: string): TranslationUnit {
  return Object.values(documentOf(text, path).units)[0]!
}

/** Target and source as published. */
function published({ target, source }: TranslationUnit): string[] {
  return [target, source].map((segment: Segment | null) => segment?.published ?? segment!.markup)
}

const cell = (target: string, source: string) =>
  `<table>\n<tr><td>${pair('a-1', target, source)}</td></tr>\n</table>\n`

describe('escapes that the localization tool has added, in HTML', () => {
  it.each([
    ['SAN=\\*.contoso.com', 'SAN=*.contoso.com'],
    ['^011(\\d\\*)$', '^011(\\d*)$'],
    ['Oui\\*', 'Oui*'],
    ['a \\` b', 'a ` b'],
    ['ASF\\*\\*', 'ASF**'],
  ])('are no text: %s', (written, shown) => {
    const unit = only(cell(written, written))
    expect([unit.target!.text, unit.source!.text]).toEqual([shown, shown])
    expect([unit.target!.markup, unit.source!.markup]).toEqual([written, written])
    expect(published(unit)).toEqual([shown, shown])
  })

  it('are no content', () => {
    const { target } = only(cell('x <strong>\\*.contoso.com</strong>', 'y <strong>\\*.contoso.com</strong>'))
    expect(target!.content).toEqual([
      { type: 'text', value: 'x ' },
      {
        type: 'element',
        tagName: 'strong',
        properties: {},
        children: [{ type: 'text', value: '*.contoso.com' }],
      },
    ])
  })

  it('do not move the places of tags', () => {
    const text = cell('\\* \\* un <b>deux', '\\* \\* one')
    const [hazard] = only(text).target!.structure!
    expect(text.slice(...hazard!.place)).toBe('<b>')
  })

  it.each([
    'C:\\Windows\\*',
    '%windir%\\*',
    'HKLM\\Software\\*',
    '\\\\server\\share\\*',
    '<code>a\\*</code>',
    '[\\*|#]?[1-9]\\d',
    'App\\*.exe',
    'a\\\\*',
  ])('are not taken for what an author means: %s', (written) => {
    const unit = only(cell(written, written))
    expect(published(unit)).toEqual([written, written])
    expect(unit.target!.text).toBe(written.replace(/<\/?code>/g, ''))
  })

  it('are an author’s where HTML without units has them too', () => {
    const text = `<p>\\*</p>\n\n${cell('un\\*', 'one\\*')}`
    expect(only(text).target!.text).toBe('un\\*')
  })

  it('are left alone in pages of HTML, which the tool does not read as Markdown', () => {
    expect(only(`<p>${pair('a-1', 'un\\*', 'one\\*')}</p>`, 'a.html').target!.text).toBe('un\\*')
  })

  it('are no text either where a side is parsed in full', () => {
    const text = `${cell('un\\*', 'one\\*')}\n**${pair('a-2', 'deux** trois', 'two** three')}\n`
    const document = documentOf(text)
    expect(document.skeleton.full?.target).toBeDefined()
    expect(comparable(fillSkeleton(document, 'target'))).toContain('un*')
    expect(comparable(fillSkeleton(document, 'target'))).not.toContain('un\\*')
  })
})

describe('escapes that the localization tool has added, in Markdown', () => {
  it.each([
    [
      'that the source does not have',
      'la \\*\\*\\*\\* vue',
      'the **_view_** of',
      'la **** vue',
      'the **_view_** of',
    ],
    [
      'in CJK, where emphasis finds no partner',
      '\\*\\*概要: \\*\\*この',
      '**Summary:** this',
      '**概要: **この',
      '**Summary:** this',
    ],
    [
      'in runs longer than any of the source',
      'un \\* **a\\*\\*\\*\\*b**',
      'one \\* **a** **b**',
      'un \\* **a****b**',
      'one \\* **a** **b**',
    ],
    ['of strong emphasis that was split', '_ *Oui*\\* si', '_ *Yes*\\* if', '_ *Oui** si', '_ *Yes** if'],
    ['but not those within it', '\\**\\** _ Le', '\\**\\** _ The', '**\\** _ Le', '**\\** _ The'],
    [
      'in elements that a program has written',
      'a <STRONG>\\*.x</STRONG> b',
      'a <STRONG>\\*.x</STRONG> c',
      'a <STRONG>*.x</STRONG> b',
      'a <STRONG>*.x</STRONG> c',
    ],
  ])('are not published: %s', (_, target, source, ...expected) => {
    const unit = only(pair('a-1', target, source))
    expect(published(unit)).toEqual(expected)
    expect(unit.target!.markup).toBe(target)
  })

  it.each([
    ['Nom\\*', 'Name\\*'],
    ['\\* Pour la plupart', '\\* For most'],
    ['sauf \\* .onmicrosoft.com', 'except \\*.onmicrosoft.com'],
    ['\\*.lync.com', '\\*.lync.com'],
    ['<strong>\\*</strong> x', '<strong>\\*</strong> y'],
    ['*\\* (.mez* ou', '*\\*.mez* or'],
    ['`C:\\a\\` puis', '`C:\\a\\` then'],
    ['\\*\\*\\* fin \\*\\*\\*', '\\*\\*\\* end \\*\\*\\*'],
    ['^ \\\\ +911 ou .\\*.', '^\\\\+911 or .\\*.'],
    ['# & \\* + / \\ : <', '# & \\* + / \\ : <'],
    ['**a \\* b**', '**a * b**'.replace('*', '*')],
  ])('may be an author’s, as both show the same: %s', (target, source) => {
    const unit = only(pair('a-1', target, source))
    if (source.includes('\\*') || source.includes('\\`')) expect(published(unit)).toEqual([target, source])
    expect(unit.target!.markup).toBe(target)
  })

  it('are kept where the text would say something else without', () => {
    expect(published(only(pair('a-1', 'un \\*deux\\* trois', 'one two three')))[0]).toBe(
      'un \\*deux\\* trois',
    )
  })

  it('are as written in code', () => {
    expect(published(only(`\`\`\`\n${pair('a-1', 'x \\* y', 'x y')}\n\`\`\`\n`))[0]).toBe('x \\* y')
  })
})

describe('the space that the localization tool puts before an address', () => {
  it('is not published, and neither text nor content', () => {
    const unit = only(`- ${pair('a-1', ' https://x.com/a et plus', 'https://x.com/a and more')}\n`)
    expect(published(unit)[0]).toBe('https://x.com/a et plus')
    expect(unit.target!.markup).toBe(' https://x.com/a et plus')
    expect(unit.target!.content![0]).toMatchObject({ tagName: 'a' })
  })

  it.each([' Tests', '  https://x.com', '\thttps://x.com', 'a https://x.com'])(
    'is one before an address only: %j',
    (target) => {
      expect(published(only(pair('a-1', target, 'x')))[0]).toBe(target)
    },
  )
})

describe('the monolingual text', () => {
  const text = `# ${pair('a-1', ' https://x.com/a oui', 'https://x.com/a yes')}\n\n${cell('un\\*', 'one\\*').replace('a-1', 'a-2').replace('a-1', 'a-2')}`

  it('is what is published, as rendered', () => {
    expect(monolingualText(text, 'target').text).toBe(
      '# https://x.com/a oui\n\n<table>\n<tr><td>un*</td></tr>\n</table>\n',
    )
    expect(renderMarkdown(documentOf(text), 'target').content).toBe(monolingualText(text, 'target').text)
    expect(renderMarkdown(documentOf(text), 'source').content).toBe(monolingualText(text, 'source').text)
  })

  it('tells where each character comes from', () => {
    const { text: made, map } = monolingualText(text, 'target')
    for (const part of ['https', 'oui', 'un', '*'])
      expect(text.slice(map.toInput(made.indexOf(part))).startsWith(part)).toBe(true)
  })

  it.each([
    ['escapes in HTML', 'html', '\\* a ', '\\* a '],
    ['paths in HTML', 'html', 'a\\a', '\\* a\\a'],
    ['runs in Markdown', 'markdown', '\\* a*b ', '_ *b*\\* '],
    ['tags in Markdown', 'markdown', '<A>\\* ', '<A>\\* '],
  ] as const)(
    'ends with texts so long that going through them for each escape would not: %s',
    (_, syntax, target, source) => {
      const cores = { source: source.repeat(200_000), target: target.repeat(200_000) }
      const { target: bare } = withoutAddedEscapes(cores, syntax, () => false)
      expect(bare!.length).toBeLessThanOrEqual(cores.target.length)
    },
  )
})
