import { describe, expect, it } from 'vitest'
import { negation } from '../../../src/validate/rules/negation.ts'
import { sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const find = (target: string, source: string, locale = 'fr-FR') =>
  findingsOf(negation, sxs(101, target, source), locale)

describe('negation', () => {
  it.each([
    ['Cette option doit être activée.', 'This option must not be enabled.', 'fr-FR', 'not'],
    ['Les invités peuvent être bloqués.', 'Guests can’t be blocked.', 'fr-FR', 'n’t'],
    ['Wählen Sie diese Option aus.', 'Do not select this option.', 'de-DE', 'not'],
    ['Der Dienst wird unterstützt.', 'The service is no longer supported.', 'de-DE', 'no'],
    ['名前を正規化する必要があります。', 'Names must not be normalized.', 'ja-JP', 'not'],
    ['必ず再起動してください。', 'You cannot restart it.', 'ja-JP', 'cannot'],
    ['此功能在 Teams 中可用。', 'This feature isn’t available in Teams.', 'zh-CN', 'n’t'],
    ['非常重要的是，您可以更改它。', 'It is very important that you never change it.', 'zh-CN', 'never'],
    ['يمكن تغيير الاسم.', 'The name cannot be changed.', 'ar-SA', 'cannot'],
    ['Debe habilitar esta opción.', 'You must not enable this option.', 'es-ES', 'not'],
    ['Il nome può essere modificato.', 'The name cannot be changed.', 'it-IT', 'cannot'],
    ['O nome pode ser alterado.', 'The name cannot be changed.', 'pt-BR', 'cannot'],
    ['Clique no botão.', 'Do not click the button.', 'pt-BR', 'not'],
    ['이 옵션을 사용해야 합니다.', 'You must not use this option.', 'ko-KR', 'not'],
    ['Необходимо изменить имя.', 'You must not change the name.', 'ru-RU', 'not'],
  ])('finds “%s” for “%s”', (target, source, locale, denial) => {
    expect(find(target, source, locale)).toMatchObject([{ actual: target, expected: [denial] }])
  })

  it.each([
    ['a denial', 'Cette option ne doit pas être activée.', 'This option must not be enabled.', 'fr-FR'],
    ['a word with a denial', 'Cette option est indisponible.', 'This option is not available.', 'fr-FR'],
    [
      'an apostrophe of another kind',
      'À cause de lʼinsuffisance de l’espace.',
      'There is not enough space.',
      'fr-FR',
    ],
    [
      'a verb that denies',
      'Nous vous déconseillons de l’utiliser.',
      'We do not recommend using it.',
      'fr-FR',
    ],
    ['a denied article', 'Es gibt kein Zertifikat.', 'There is not a certificate.', 'de-DE'],
    ['a prefix', 'Der Benutzer ist unbekannt.', 'The user is not known.', 'de-DE'],
    [
      '“erst”',
      'Das Zertifikat wird erst nach dem Neustart verwendet.',
      'It is not used until you restart.',
      'de-DE',
    ],
    ['endings', 'この機能は使用できません。', 'You cannot use this feature.', 'ja-JP'],
    ['old endings', '変更せずに閉じます。', 'Close it and do not save changes.', 'ja-JP'],
    ['Chinese words', '请勿更改名称。', 'Do not change the name.', 'zh-CN'],
    ['a joined conjunction', 'ولا يمكن تغيير الاسم.', 'And the name cannot be changed.', 'ar-SA'],
    ['Spanish', 'No habilite esta opción.', 'Do not enable this option.', 'es-ES'],
    ['Italian', 'Impossibile modificare il nome.', 'The name cannot be changed.', 'it-IT'],
    ['Portuguese', 'Não é possível alterar o nome.', 'The name cannot be changed.', 'pt-BR'],
    ['Korean', '이름을 변경할 수 없습니다.', 'The name cannot be changed.', 'ko-KR'],
    ['Russian', 'Имя недоступно.', 'The name is not available.', 'ru-RU'],
    ['names that stay English', 'Wählen Sie **Do not use NLA** aus.', 'Select **Do not use NLA**.', 'de-DE'],
    [
      '“not only”',
      'Il crée et supprime les fichiers.',
      'It not only creates but also deletes files.',
      'fr-FR',
    ],
    ['“not until”', 'Fermez-la quand elle a fini.', 'Do not close it until it has finished.', 'fr-FR'],
    [
      '“cannot … unless”',
      'Seul un administrateur peut le voir.',
      'You cannot see it unless you are an administrator.',
      'fr-FR',
    ],
    ['“no later than”', 'Répondez avant le 5 mai.', 'Answer no later than May 5.', 'fr-FR'],
    ['“not exceed”', 'Le nom a 64 caractères au maximum.', 'The name cannot exceed 64 characters.', 'fr-FR'],
    ['“do not hesitate”', 'Contactez-nous.', 'Do not hesitate to contact us.', 'fr-FR'],
    ['“may or may not”', 'Le nom peut être affiché.', 'The name may or may not be shown.', 'fr-FR'],
    ['“if not”', 'Dans l’autre cas, redémarrez.', 'If not, restart.', 'fr-FR'],
    ['a question tag', 'C’est simple.', 'That is easy, isn’t it?', 'fr-FR'],
    ['numbers (No.)', 'Le numéro 5', 'No. 5', 'fr-FR'],
    ['code', 'Tapez `not`.', 'Type `not`.', 'fr-FR'],
    ['a language without data', 'Ez elérhető.', 'It is not available.', 'hu-HU'],
  ])('lets %s be', (_name, target, source, locale) => {
    expect(find(target, source, locale)).toEqual([])
  })

  it('lowers the severity if most other locales affirm it too', () => {
    const other = (locale: string, text: string) => ({
      locale,
      target: { markup: text, text, place: [0, 0] as const },
    })
    const findings = findingsOf(
      negation,
      sxs(101, 'Cette option est disponible.', 'This option is not available.'),
      'fr-FR',
      {
        otherTranslations: () => [
          other('de-DE', 'Diese Option ist verfügbar.'),
          other('es-ES', 'Esta opción está disponible.'),
        ],
      },
    )
    expect(findings).toMatchObject([{ severity: 'info' }])
  })
})
