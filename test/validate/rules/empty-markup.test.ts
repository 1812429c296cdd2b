import { describe, expect, it } from 'vitest'
import { emptyMarkup } from '../../../src/validate/rules/empty-markup.ts'
import { sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const find = (target: string, source: string) => findingsOf(emptyMarkup, sxs(101, target, source))

describe('empty-markup', () => {
  it.each([
    ['a link without text', 'Voir [](a.md) l’aide', 'See [the help](a.md)', '[](a.md)'],
    ['a link with a space', 'Voir [ ](a.md) l’aide', 'See [the help](a.md)', '[ ](a.md)'],
    ['a link without an address', 'Voir [l’aide]( )', 'See [the help](a.md)', ']( )'],
    [
      'an HTML link without text',
      '<a href="a.md"></a>Aide',
      '<a href="a.md">Help</a>',
      '<a href="a.md"></a>',
    ],
    ['emphasis without text', 'Un <strong></strong>', '<strong>One</strong>', '<strong></strong>'],
    ['four asterisks', 'Le \\*\\*\\*\\* mot', 'The **word**', '\\*\\*\\*\\*'],
    ['escaped asterisks', 'Le \\*\\*mot\\*\\*', 'The **word**', '\\*\\*'],
    ['spaces inside', 'Le ** mot ** est', 'The **word** is', '**'],
    ['a lost partner', 'Le **mot est', 'The **word** is', '**'],
    ['single asterisks', 'Le * mot * est', 'The *word* is', '*'],
    ['underscores', 'Le _ mot_ est', 'The _word_ is', '_'],
  ])('finds %s', (_name, target, source, actual) => {
    expect(find(target, source)).toMatchObject([{ actual }])
  })

  it('points at the markup', () => {
    expect(find('Voir [](a.md)', 'See [x](a.md)')[0]!.place).toEqual([35, 43])
  })

  it.each([
    ['what the tool made of both sides', '\\**\\** _ Le', '\\**\\** _ The'],
    ['what the source text has too', '[](a.md) Un ** deux', '[](a.md) One ** two'],
    ['an image without alternative text', '![](a.png) Un', '![One](a.png) One'],
    ['an image in a link', '[![](a.png)](b.md)', '[![One](a.png)](b.md)'],
    ['wildcards and products', '\\*.txt, 2 * 3, **gras**', '\\*.txt, 2 * 3, **bold**'],
    ['asterisks in code', 'Tapez `** x **`', 'Type `** x **` **now**'],
    ['names with underscores', 'Le nom_de_domaine', 'The _domain_ name'],
    ['an anchor', '<a name="x"></a>Un', 'One'],
    ['emphasis on another word', '**Un** deux', 'One **two**'],
  ])('leaves %s alone', (_name, target, source) => {
    expect(find(target, source)).toEqual([])
  })
})
