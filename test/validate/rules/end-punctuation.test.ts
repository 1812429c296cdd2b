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
