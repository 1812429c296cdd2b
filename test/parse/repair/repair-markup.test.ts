import fc from 'fast-check'
import { toHtml } from 'hast-util-to-html'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { pair } from '../../support/bilingual.ts'

function unitOf(target: string, source: string) {
  const document = parseDocument(new VFile(`Text\n\n${pair('aaaaa-101', target, source)}\n`), {
    path: 'a.md',
  })
  return document.units['aaaaa-101']!
}

function shown(target: string, source: string): string {
  const { content, text } = unitOf(target, source).target!
  return content ? toHtml(content) : text
}

const LINK = 'See [the help](help.md "Help") now.'
const IMAGE = 'Here: ![The dialog](images/a(OCS.15).jpg "The dialog box")'

describe('a target whose marks are broken', () => {
  it.each([
    ['［aide］（help.md "Aide"）を', '<a href="help.md" title="Aide">aide</a>を'],
    ['[ aide ] (help.md "Aide")', '<a href="help.md" title="Aide">aide</a>'],
    ['Voir \\[l’aide\\](help.md).', 'Voir <a href="help.md" title="Help">l’aide</a>.'],
    ['Voir [l’aide] (help. md « Aide »).', 'Voir <a href="help.md" title="Aide">l’aide</a>.'],
    ['Voir [l’aide](help.md &quot;Aide").', 'Voir <a href="help.md" title="Aide">l’aide</a>.'],
    ['Voir [l’aide](help.md “Aide”).', 'Voir <a href="help.md" title="Aide">l’aide</a>.'],
    ['Voir [l’aide] (aide.md).', 'Voir <a href="help.md" title="Help">l’aide</a>.'],
  ])('has the link of its source side: %s', (target, expected) => {
    expect(shown(target, LINK)).toBe(expected)
  })

  it.each([
    '! [Das Dialogfeld](images/a(OCS.15).jpg "Das Feld")',
    '！［Das Dialogfeld］（images/a(OCS.15).jpg "Das Feld"）',
    '![Das Dialogfeld] (images/a(OCS.15).jpg "Das Feld")',
    '![Das Dialogfeld](images/a(OCS.15).jpg &quot;Das Feld&quot;)',
    '![Das Dialogfeld](images/ a (OCS.15).jpg "Das Feld")',
  ])('has the image of its source side: %s', (target) => {
    const unit = unitOf(target, IMAGE)
    expect(unit.target!.content?.filter((node) => node.type === 'element')).toMatchObject([
      {
        tagName: 'img',
        properties: { src: 'images/a(OCS.15).jpg', alt: 'Das Dialogfeld', title: 'Das Feld' },
      },
    ])
    expect(unit.target!.text).toBe('Das Dialogfeld')
  })

  it('keeps the marks of quotation within the title of an image', () => {
    expect(shown('![Feld "A"](images/a(OCS.15).jpg "Feld "A", Seite")', IMAGE)).toContain(
      'title="Feld &#x22;A&#x22;, Seite"',
    )
  })

  it.each([
    ['Cliquez sur ** OK **.', 'Cliquez sur <strong> OK </strong>.'],
    ['[\\*\\*確認\\*\\*] をクリック', '[<strong>確認</strong>] をクリック'],
    ['点击＊＊确定＊＊。', '点击<strong>确定</strong>。'],
    ['[**確認]**を', '[<strong>確認]</strong>を'],
    ['Cliquez sur **OK.', 'Cliquez sur OK.'],
    ['Cliquez sur OK**.', 'Cliquez sur OK.'],
  ])('has the emphasis of its source side, or none: %s', (target, expected) => {
    expect(shown(target, 'Click **OK**.')).toBe(expected)
  })

  it('keeps an escaped asterisk that is text beside a mark, but not one that begins a word', () => {
    expect(shown('Tapez **/\\*** puis ** OK **', 'Type **/\\*** then **OK**')).toContain(
      '<strong>/*</strong>',
    )
    expect(shown('\\***un** deux\\*\\*', '**one** \\*two')).not.toMatch(/^\*/)
  })

  it('tells two emphases apart that were joined', () => {
    expect(shown('**A\\*\\*\\*\\*B** de', 'The **A** **B** of')).toBe(
      '<strong>A</strong><strong> B</strong> de',
    )
  })

  it.each([
    ['Exécutez ´Get-User`.', 'Exécutez <code>Get-User</code>.'],
    ["Exécutez 'Get-User'.", 'Exécutez <code>Get-User</code>.'],
    ['Exécutez Get-User`.', 'Exécutez <code>Get-User</code>.'],
    ['Exécutez `obtenir l’utilisateur´.', 'Exécutez <code>obtenir l’utilisateur</code>.'],
    ['Exécutez`.', 'Exécutez.'],
  ])('has the code of its source side: %s', (target, expected) => {
    expect(shown(target, 'Run `Get-User`.')).toBe(expected)
  })

  it.each([
    ':: :no-loc text="Azure":::',
    '：：：no-loc text="Azure"：：：',
    ':::no-loc text=« Azure »:::',
    ':::no-loc text=&quot;Azure&quot;:::',
    '::: no-loc 文本="Azure" :::',
  ])('has the text that is not to be translated: %s', (target) => {
    expect(shown(`使用 ${target} 吧`, 'Use :::no-loc text="Azure"::: now')).toBe(
      '使用 <span translate="no">Azure</span> 吧',
    )
  })

  it.each(['[!注释] ', '［！注意］', '[! NOTE] '])('does not show an alert’s mark in its box: %s', (mark) => {
    expect(shown(`${mark}请重新启动。`, 'Restart.')).toBe('请重新启动。')
  })

  it('keeps what is written, and what the rules find in it', () => {
    const { target } = unitOf('Voir [l’aide] (help.md).', LINK)
    expect(target).toMatchObject({
      markup: 'Voir [l’aide] (help.md).',
      text: 'Voir l’aide.',
      written: { text: 'Voir [l’aide] (help.md).' },
      structure: [{ type: 'unclosed', actual: '[' }, { type: 'unclosed' }],
    })
  })
})

describe('a text that is not to be translated', () => {
  it.each([
    ['**:::no-loc text="Azure":::** を', '<strong><span translate="no">Azure</span></strong> を'],
    ['[:::no-loc text="Azure":::](a.md)', '<a href="a.md"><span translate="no">Azure</span></a>'],
    [
      '![Bild :::no-loc text="A":::](a.png "Zu :::no-loc text=“B”:::")',
      '<img src="a.png" alt="Bild A" title="Zu B">',
    ],
  ])('is read wherever it stands: %s', (markup, expected) => {
    expect(shown(markup, markup)).toBe(expected)
    const outside = parseDocument(new VFile(`${markup}\n`), { path: 'a.md' })
    expect(toHtml(outside.skeleton.tree as never)).toContain(expected)
  })
})

describe('what is not to be translated in a text that is an address, or in raw HTML', () => {
  it.each([
    [':::no-loc text="www.contoso.com"::: a', '<span translate="no">www.contoso.com</span> a'],
    ['x :::no-loc text="https://a.b/c":::', '<span translate="no">https://a.b/c</span>'],
    ['x :::no-loc text="a http://a.b c":::', '<span translate="no">a http://a.b c</span>'],
  ])('is read without a link: %s', (markup, expected) => {
    expect(shown(markup, `${markup} `)).toContain(expected)
    const outside = parseDocument(new VFile(`${markup}\n`), { path: 'a.md' })
    expect(toHtml(outside.skeleton.tree as never)).toContain(expected)
  })

  it('is read in HTML, but for code', () => {
    const markup = 'Zu :::no-loc text="Azure":::'
    const document = parseDocument(
      new VFile(
        `<p>${pair('aaaaa-101', markup, markup)}</p>\n\n<p>${markup} <code>:::no-loc text="x":::</code></p>\n`,
      ),
      { path: 'a.md' },
    )
    expect(toHtml(document.units['aaaaa-101']!.target!.content!)).toBe('Zu <span translate="no">Azure</span>')
    expect(toHtml(document.skeleton.tree.children.at(-1) as never)).toContain(
      'Zu <span translate="no">Azure</span> <code>:::no-loc text="x":::</code>',
    )
  })
})

describe('the mark of an alert', () => {
  it.each(['［！注意］', '[! 注意]', '【!注意】', '\\[!注意\\]'])(
    'is that of the source side, however the target writes it: %s',
    (mark) => {
      const document = parseDocument(
        new VFile(`> ${pair('aaaaa-101', `${mark} 请重新启动。`, '[!NOTE] Restart.')}\n`),
        { path: 'a.md' },
      )
      expect(document.skeleton.tree.children[0]).toMatchObject({ properties: { dataAlert: 'note' } })
      expect(document.units['aaaaa-101']!.target!.text).toBe('请重新启动。')
    },
  )
})

describe('a sound target', () => {
  it.each([
    ['`**` rend le texte gras.', '`**` makes text bold.'],
    ['Tapez \\*\\*texte\\*\\*.', 'Type \\*\\*text\\*\\*.'],
    ['Tapez `a` ou [b] (c).', 'Type `a` or [b] (c).'],
    ['*.contoso.com et **gras**', '*.contoso.com and **bold**'],
    ['[**OK**] (既定) を [help](help.md) で', '[**OK**] (default) in [help](help.md)'],
    ['snake_case_name et _accent_', 'snake_case_name and _stress_'],
    ['2 * 3 = 6', '2 * 3 = 6'],
  ])('is left as it is: %s', (target, source) => {
    expect(unitOf(target, source).target).not.toHaveProperty('written')
  })
})

describe('any damage of the marks', () => {
  const word = fc.constantFrom('Azure', '確認', 'l’aide', 'Größe', 'نص', '选项')
  const part = fc.oneof(
    word,
    fc
      .tuple(word, fc.constantFrom('help.md', '../a/b.md#c', 'https://contoso.com/a_b'))
      .map(([label, url]) => `[${label}](${url})`),
    fc
      .tuple(word, fc.constantFrom('media/a.png', 'images/x(OCS.15).jpg'))
      .map(([alt, url]) => `![${alt}](${url} "${alt}")`),
    word.map((text) => `**${text}**`),
    fc.constantFrom('Get-User', '-Force').map((text) => `\`${text}\``),
    word.map((text) => `:::no-loc text="${text}":::`),
  )
  const damage: readonly ((markup: string) => string)[] = [
    (markup) => markup.replace(/\]\(/g, '] ('),
    (markup) => markup.replace(/!\[/g, '! ['),
    (markup) => markup.replace(/\[([^\]]*)\]\(/g, '［$1］（'),
    (markup) => markup.replace(/\[([^\]]*)\]\(/g, '\\[$1\\]('),
    (markup) => markup.replace(/\*\*([^*]+)\*\*/g, '** $1 **'),
    (markup) => markup.replace(/\*\*/g, '\\*\\*'),
    (markup) => markup.replace(/\*\*/g, '＊＊'),
    (markup) => markup.replace(/:::no-loc/g, ':: :no-loc'),
    (markup) => markup.replace(/text="([^"]*)"/g, 'text=“$1”'),
    (markup) => markup.replace(/(\(\S+) "([^"]*)"\)/g, '$1 &quot;$2")'),
    (markup) => markup.replace(/(\(\S+) "([^"]*)"\)/g, '$1 « $2 »)'),
    (markup) => markup.replace(/`([^`]*)`/g, '´$1`'),
    (markup) => markup.replace(/\]\(([^)\s]*)\//g, ']($1/ '),
  ]

  it('leaves no mark on the page, and the words of the sound text', () => {
    const runs = Number(process.env.REPAIR_RUNS ?? 1500)
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat({ max: damage.length - 1 }), { minLength: 1, maxLength: 2 }),
        (parts, kinds) => {
          const sound = `Voir ${parts.join(' et ')}.`
          const damaged = kinds.reduce((markup, kind) => damage[kind]!(markup), sound)
          const { target } = unitOf(damaged, sound)
          const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)
          expect(words(target!.text)).toEqual(words(unitOf(sound, sound).target!.text))
          expect(target!.text).not.toMatch(/[*`´＊［］]|\]\(|!\[|:::/)
        },
      ),
      { numRuns: runs, seed: Number(process.env.REPAIR_SEED ?? 7) },
    )
  })
})

describe('a long target whose marks are broken', () => {
  const links = (count: number) => Array.from({ length: count }, (_, at) => `[a](x${at}.md) `).join('')

  it.each([
    ['spaces before many parentheses', `](${' '.repeat(1900)}${')'.repeat(1900)} `.repeat(20), links(500)],
    ['links without a beginning', '] (x1.md) '.repeat(3000), links(3000)],
    ['links that lead elsewhere', `${links(3000).replaceAll('x', 'y')}[b] (c.md)`, links(3001)],
    ['spaces behind marks of text that stays', `::: no-loc${' '.repeat(50_000)}x`, ':::no-loc text="a":::'],
    [
      'marks of quotation in text that stays',
      `::: no-loc ${'"a'.repeat(50_000)}x :::`,
      ':::no-loc text="a":::',
    ],
    ['backticks', '\\`'.repeat(20_000), Array.from({ length: 3000 }, (_, at) => `\`a${at}\``).join(' ')],
  ])('is mended in the time of its length: %s', (_, target, source) => {
    expect(unitOf(`text ${target}`, source).target!.text).toMatch(/^text/)
  })
})
