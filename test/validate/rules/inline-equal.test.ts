import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[]) =>
  expectFindings('inline-equal', `${sxs(101, target, source)}\n`, expected)

describe('inline-equal', () => {
  it('finds a link that the translation lost', () => {
    const [message] = find('Voir l’aide.', 'See [the help](help.md).', ['1 warning'])
    expect(message!.reason).toContain('without link `help.md`')
    expect(message!.place).toMatchObject({ start: { column: 31 } })
  })

  it('finds a reference by uid that the translation lost or changed', () => {
    find('Voir l’aide.', 'See [the help](xref:A.B.Help).', ['1 warning'])
    find('Voir [l’aide](xref:A.B.Hlp).', 'See [the help](xref:A.B.Help).', ['1 warning'])
    find('Voir [l’aide](xref:A.B.Help).', 'See [the help](xref:A.B.Help).', [])
  })

  it('finds a link too many', () => {
    const [message] = find('Voir [l’aide](help.md) et [là](x.md).', 'See [the help](help.md).', ['1 warning'])
    expect(message!.reason).toContain('link `x.md`')
  })

  it('finds the same link fewer times', () => {
    find('[a](x.md)', '[a](x.md) [b](x.md)', ['1 warning'])
  })

  it('finds a lost image, a lost line break and a lost anchor', () => {
    find('Un', '![One](a.png) One', ['1 warning'])
    find('Un deux', 'One<br>two', ['1 warning'])
    find('Un', '<a name="one"></a>One', ['1 warning'])
  })

  it('has one finding for a unit, with all that differs', () => {
    const [both] = find('Un', '<a name="one"></a>One<br>two', ['1 warning'])
    expect(both!.reason).toContain('without anchor `one` and one line break')
    const [image] = find('![[Un ](a.png) b', '![One](a.png) b', ['1 warning'])
    expect(image!.reason).toMatch(/link `a\.png` .* expected image `a\.png`/)
  })

  it('points at the mark that breaks an image or a link', () => {
    const [image] = find('Voici ![Un](a.png "Un "deux"")', 'Here ![One](a.png "One")', ['1 warning'])
    expect(image!.note).toContain('quotation mark')
    expect(image!.place).toMatchObject({ start: { column: 37 } })
  })

  it('finds an e-mail address that is lost or damaged, but lets the names of example users be translated', () => {
    find('Écrivez à bob @contoso.com', 'Write to bob@contoso.com', ['1 warning'])
    find('Das bob@contoso.com-Konto', 'The bob@contoso.com account', ['1 warning'])
    find('Écrivez à nomutilisateur@contoso.com', 'Write to username@contoso.com', [])
  })

  it('finds a translated URL and shows it as people read it', () => {
    const [message] = find('[Aide](データの保存%2F場所)', 'Help', ['1 warning'])
    expect(message!.reason).toContain('`データの保存%2F場所`')
    expect(message!.actual).toBe('データの保存%2F場所')
  })

  it('finds a mail address whose link leads elsewhere', () => {
    find('[Contact](mailto:ventes@x.com)', '[bob@x.com](mailto:bob@x.com)', ['1 warning'])
  })

  it.each([
    ['a mail address behind a text', '[Contact](mailto:Bob@x.com)', '[bob@x.com](mailto:bob@x.com)'],
    ['a mail address in the text', 'Écrivez à bob@x.com', '[Write](mailto:bob@x.com?subject=A)'],
    ['a mail address with a full stop', '[bob@x.com。](mailto:bob@x.com)', '[bob@x.com](mailto:bob@x.com).'],
    ['a mail address that is repeated', 'al@x.com (al@x.com)', 'al@x.com'],
    ['text that only looks like one', 'Autre que @x.com', 'A non-@x.com domain'],
    [
      'a no-break space after a URL',
      'Voir «\u00A0www.x.com\u00A0» ou https://x.com\u00A0;',
      'See “www.x.com” or https://x.com;',
    ],
    ['a reference to one', '«&nbsp;www.x.com&nbsp;»', '“www.x.com”'],
    ['a URL without the space of the source text', 'Sur https://server/x.', 'On https:// server/x.'],
    ['spaces at the end of a line', '[a](x.md)  \n [b](y.md)', '[a](x.md) \n[b](y.md)'],
    ['a blank side, which is another fault', ' ', '[x](x.md)'],
    ['letters after a URL', 'https://x.com/1を参照。', 'See https://x.com/1.'],
    ['another order', '`b` et `a` [x](x.md)', '[x](x.md) `a` and `b`'],
    ['another locale in the URL', '[x](https://contoso.com/fr-fr/x)', '[x](https://contoso.com/en-us/x)'],
    ['translated link text and alt text', '[y](x.md) ![y](a.png)', '[x](x.md) ![x](a.png)'],
    ['markup of another kind for the same', '<code>a</code> <br/>', '`a` <br>'],
    ['other emphasis', '**a** b', 'a *b*'],
    ['plain text', 'a', 'b'],
  ])('finds nothing with %s', (_name, target, source) => {
    find(target, source, [])
  })

  it('leaves code to `code-equal`', () => {
    find('Exécutez `Obtenir`', 'Run `Get`', [])
  })

  it('leaves sides alone that do not belong together', () => {
    const text = sxs(101, 'Un', '[One](x.md)').replace('stu-id="1f2e3-101"', 'stu-id="1f2e3-102"')
    expectFindings('inline-equal', text, [])
  })
})
