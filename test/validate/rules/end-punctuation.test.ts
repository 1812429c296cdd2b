import { describe, expect, it } from 'vitest'
import { endPunctuation } from '../../../src/validate/rules/end-punctuation.ts'
import { sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const find = (target: string, source: string, locale = 'fr-FR', before = '') =>
  findingsOf(endPunctuation, `${before}${sxs(101, target, source)}`, locale)

describe('end-punctuation', () => {
  it.each([
    ['a question without its mark', 'Combien en avez-vous.', 'How many do you have?'],
    ['a colon that is missing', 'Valeurs suivantes', 'Use these values:'],
    ['a full stop for a colon', 'Utilisez ces valeurs.', 'Use these values:'],
    ['a sentence that stops', 'Le serveur de médiation est', 'The server is the pool that you use.'],
    ['a comma', 'Pour ce faire,', 'Do this'],
    ['a question too many', 'Les valeurs sont prêtes ?', 'The values are ready.'],
  ])('finds %s', (_name, target, source) => {
    const [finding, ...others] = find(target, source)
    expect(finding).toMatchObject({ reason: expect.stringContaining('as in the source text') })
    expect(others).toEqual([])
  })

  it.each([
    ['marks in emphasis', '**Suivant.**', '**Next**.'],
    ['marks in quotation marks', 'Dites « oui ».', 'Say "yes."'],
    ['a full stop for an exclamation mark', 'C’est fait.', 'You did it!'],
    ['an abbreviation', 'Au Royaume-Uni et ailleurs', 'In the United Kingdom (U.K.)'],
    ['etc.', 'Les serveurs, les pools, etc.', 'Servers, pools and so on'],
    ['a name with a mark', 'La fédération avec Yahoo! est possible.', 'You can federate with Yahoo!'],
    ['code at the end', 'Lancez cette commande : `Get-User`', 'Run `Get-User`:'],
    ['the title of a page', 'Voir [Présentation](a.md).', 'See [What is it?](a.md)'],
    ['two marks', 'Voir comment faire ?', 'See How do I do it?.'],
    ['text that is not translated', 'Note', 'Note'],
    ['a question that the source text does not mark', 'Qu’est-ce que c’est ?', 'What is it'],
    ['a mark that the source text doubles', 'Utilisez ces valeurs.', 'Use these values::'],
    [
      'a footnote',
      'Les appels sont bloqués sur ce client.<sup>1</sup>',
      'Calls are blocked on this client<sup>1</sup>',
    ],
    ['an inch', 'Laissez 15 cm de bordure à gauche', 'Leave a border of at least a 6 in.'],
    ['a colon before a list', 'Le tableau présente les options :', 'The table shows the options.'],
  ])('leaves %s alone', (_name, target, source) => {
    expect(find(target, source)).toEqual([])
  })

  it('finds a colon for a full stop where it leads to nothing', () => {
    const [target, source] = ['Vous pouvez utiliser ces valeurs :', 'You can use the values of the pool.']
    const followedBy = (next: string) =>
      findingsOf(endPunctuation, `${sxs(101, target, source)}\n\n${next}`, 'fr-FR')
    expect(followedBy('')).toHaveLength(1)
    expect(followedBy(`## ${sxs(102, 'Titre', 'Title')}`)).toHaveLength(1)
    expect(followedBy(`- ${sxs(102, 'une', 'one')}`)).toEqual([])
    expect(followedBy('```\ncode\n```')).toEqual([])
    expect(followedBy('![](a.png)')).toEqual([])
    expect(find('La figure montre les icônes :', 'The following figure shows the icons.')).toEqual([])
  })

  it('finds a lost full stop within a paragraph, an item or a cell', () => {
    const [first, second] = [
      sxs(101, 'Cliquez sur le bouton du menu', 'Click the button of the menu.'),
      sxs(102, 'Ensuite, cliquez sur le nom.', 'Then, click the name of it.'),
    ]
    expect(findingsOf(endPunctuation, `- ${first} ${second}`, 'fr-FR')).toHaveLength(1)
    expect(findingsOf(endPunctuation, `- ${first}\n- ${second}`, 'fr-FR')).toEqual([])
  })

  it('finds a lost full stop where the list, or else the document, has it', () => {
    const item = (at: number, target: string) => `- ${sxs(at, target, 'Click the button of the menu.')}\n`
    const kept = [102, 103].map((at) => item(at, 'Cliquez sur le bouton du menu.')).join('')
    const lost = [101, 104].map((at) => item(at, 'Cliquez sur le bouton du menu')) as [string, string]
    expect(findingsOf(endPunctuation, lost[0] + kept, 'fr-FR')).toHaveLength(1)
    expect(findingsOf(endPunctuation, lost.join('') + kept, 'fr-FR')).toEqual([])
    const japanese = (at: number, end: string) =>
      `${sxs(at, `メニューのボタンをクリックします${end}`, 'Click the button of the menu.')}\n\n`
    const others = [102, 103, 104, 105, 106].map((at) => japanese(at, '。')).join('')
    expect(findingsOf(endPunctuation, japanese(101, '') + others, 'ja-JP')).toHaveLength(1)
    expect(findingsOf(endPunctuation, japanese(101, ''), 'ja-JP')).toEqual([])
  })

  it('finds a question for a full stop in a list', () => {
    expect(
      find('Cliquez sur le bouton du menu ?', 'Click the button of the menu.', 'fr-FR', '- '),
    ).toHaveLength(1)
  })

  it('leaves the style of list items alone, but not a colon', () => {
    expect(find('les pools de serveurs ;', 'The pools of servers.', 'fr-FR', '- ')).toEqual([])
    expect(find('Les pools de serveurs sont là.', 'The pools of servers', 'fr-FR', '- ')).toEqual([])
    expect(find('Les pools', 'The pools:', 'fr-FR', '- ')).toHaveLength(1)
  })

  it('leaves the ends of list items alone', () => {
    expect(find('les pools de serveurs.', 'The pools of servers;', 'fr-FR', '- ')).toEqual([])
    expect(find('les pools de serveurs', 'The pools of servers,', 'fr-FR', '- ')).toEqual([])
  })

  it('knows what languages have instead of a mark', () => {
    expect(find('準備はできましたか。', 'Are you ready?', 'ja-JP')).toEqual([])
    expect(find('必要な言語', 'What languages do you need?', 'ja-JP')).toEqual([])
    expect(find('このトピックの内容', 'In this topic:', 'ja-JP')).toEqual([])
    expect(find('例を含みます', 'It has examples; see the topic about this server.', 'ja-JP')).toEqual([])
  })

  it('looks through invisible characters at the end', () => {
    expect(find('هذا هو الخادم الذي تستخدمه.\u202C', 'This is the server that you use.', 'ar-SA')).toEqual([])
  })

  it('leaves a heading alone that is no question any more', () => {
    expect(find('Présentation', 'What is it?', 'fr-FR', '# ')).toEqual([])
  })

  it('knows the marks of other scripts', () => {
    expect(find('准备好了吗？', 'Are you ready?', 'zh-CN')).toEqual([])
    expect(find('请使用这些值。', 'Use these values:', 'zh-CN')).toEqual([])
    expect(find('هل أنت جاهز؟', 'Are you ready?', 'ar-SA')).toEqual([])
    expect(find('Είστε έτοιμοι;', 'Are you ready?', 'el-GR')).toEqual([])
    expect(find('พร้อมหรือยัง', 'Are you ready?', 'th-TH')).toEqual([])
    expect(find('准备好了。', 'Are you ready?', 'zh-CN')).toHaveLength(1)
  })
})

it('looks through a long run of marks once', () => {
  const marks = `a ${'_'.repeat(1_000_000)} b.`
  expect(find(marks, marks)).toEqual([])
})
