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

  it('finds a link too many', () => {
    const [message] = find('Voir [l’aide](help.md) et [là](x.md).', 'See [the help](help.md).', ['1 warning'])
    expect(message!.reason).toContain('link `x.md`')
  })

  it('finds the same link fewer times', () => {
    find('[a](x.md)', '[a](x.md) [b](x.md)', ['1 warning'])
  })

  it('finds a lost image, a lost line break and a lost anchor, each by itself', () => {
    find('Un', '![One](a.png) One', ['1 warning'])
    find('Un deux', 'One<br>two', ['1 warning'])
    find('Un', '<a name="one"></a>One', ['1 warning'])
    find('Un', '<a name="one"></a>One<br>two', ['1 warning', '1 warning'])
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

  it.each([
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
