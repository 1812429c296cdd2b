import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[], locale = 'fr-FR') =>
  expectFindings('brackets', `${sxs(101, target, source)}\n`, expected, { locale })

describe('brackets', () => {
  it('finds a bracket that is not closed, and one that is not opened', () => {
    const [message] = find('le serveur (pool', 'the server (pool)', ['1 info'])
    expect(message!.reason).toContain('`(`')
    find('le serveur pool)', 'the server (pool)', ['1 info'])
    find('nvarchar[128', 'nvarchar[128]', ['1 info'])
  })

  it('folds full-width brackets', () => {
    find('服务器（池)', 'the server (pool)', [], 'zh-CN')
    find('服务器（池', 'the server (pool)', ['1 info'], 'zh-CN')
  })

  it.each([
    ['another number of pairs', 'le serveur', 'the server (FQDN)'],
    ['marks of lists', '1) un, a) deux', 'one, two'],
    ['smileys', 'Bonjour :-) et :(', 'Hello'],
    ['an unbalanced source text', 'le serveur (pool', 'the server (pool'],
    ['code', 'tapez `(` puis', 'type `(` then'],
    ['crossing brackets', 'dans [0, 1)', 'in [0, 1)'],
  ])('finds nothing with %s', (_name, target, source) => {
    find(target, source, [])
  })

  it.each([
    [
      'not closed',
      'Le message « Serveur arrêté s’affiche.',
      'The message “Server stopped” appears.',
      'fr-FR',
    ],
    [
      'of another kind',
      'Le message « Serveur arrêté ” s’affiche.',
      'The message "Server stopped" appears.',
      'fr-FR',
    ],
    ['that replaces an apostrophe', 'l’ajout d»une personne', 'adding a person', 'fr-FR'],
    ['not opened', 'Der Benutzer "litwareinc', 'The user litwareinc', 'de-DE'],
    ['low', 'Die Meldung „Beendet erscheint.', 'The message “Stopped” appears.', 'de-DE'],
    ['in Chinese', '选择“生成，然后继续', 'Select “Build”, then continue', 'zh-CN'],
    ['in Japanese', '「概要を参照してください。', 'See the overview.', 'ja-JP'],
    ['in Arabic', 'انقر فوق "موافق لإنشاء المدفوعات', 'Click OK to generate', 'ar-SA'],
  ])('finds a quotation mark %s', (_name, target, source, locale) => {
    find(target, source, ['1 info'], locale)
  })

  it.each([
    ['pairs of several languages', '„eins“, „zwei”, »drei«, ”vier”, "fünf"', 'one', 'de-DE'],
    ['a quotation that ends in the next unit', '詳細については、「', 'For more, see', 'ja-JP'],
    ['a source text with one', 'Un écran de 24"', 'A 24" screen', 'fr-FR'],
    ['a Hebrew abbreviation', 'דו"ח שנתי', 'annual report', 'he-IL'],
    ['marks next to letters', 'البعدين "من" و"إلى" لكل بند', 'From and To', 'ar-SA'],
  ])('finds no quotation mark in %s', (_name, target, source, locale) => {
    find(target, source, [], locale)
  })

  it('checks brackets beside a quotation mark without partner in the source text', () => {
    find('オプション ("売上', 'Options, such as "Sales', ['1 info'], 'ja-JP')
  })

  it('checks Japanese', () => {
    find('サーバー（プール', 'the server (pool)', ['1 info'], 'ja-JP')
    find('「サーバー」 (プール）', 'the server (pool)', [], 'ja-JP')
    find('手順は、1) 開く。2) 閉じる。', 'Do this: 1) open, 2) close.', [], 'ja-JP')
  })
})
