import { describe, expect, it } from 'vitest'
import { omission } from '../../../src/validate/rules/omission.ts'
import { sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const source = 'Restart the server after the updates are installed. Then run all of the tests again.'
const find = (target: string, text: string, locale: string) =>
  findingsOf(omission, sxs(101, target, text), locale)
const findIn = (units: readonly (readonly [target: string, source: string])[], locale = 'fr-FR') =>
  findingsOf(omission, units.map(([target, text], at) => sxs(101 + at, target, text)).join('\n\n'), locale)

describe('omission', () => {
  it.each([
    ['Redémarrez le serveur une fois les mises à jour installées.', 'fr-FR'],
    ['Starten Sie den Server neu, wenn die Updates installiert sind.', 'de-DE'],
    ['安装更新后重新启动服务器。', 'zh-CN'],
    ['更新のインストール後にサーバーを再起動。', 'ja-JP'],
    ['أعد تشغيل الخادم بعد تثبيت التحديثات.', 'ar-SA'],
    ['Reinicie el servidor después de instalar.', 'es-ES'],
  ])('finds a sentence that is missing: %s', (target, locale) => {
    expect(find(target, source, locale)).toMatchObject([{ actual: target, expected: [source] }])
  })

  it.each([
    ['all sentences', 'Redémarrez le serveur. Exécutez ensuite de nouveau tous les tests.', source, 'fr-FR'],
    [
      'sentences that were joined',
      'Redémarrez le serveur une fois les mises à jour installées, puis exécutez à nouveau tous les tests.',
      source,
      'fr-FR',
    ],
    [
      'a sentence in brackets',
      'Point de terminaison connu (par exemple une passerelle).',
      'This is a well-known end point. (An example is a gateway.)',
      'fr-FR',
    ],
    [
      'abbreviations',
      'Il est situé aux États-Unis.',
      'It is located in the U.S. Virgin Islands or nearby.',
      'fr-FR',
    ],
    ['Chinese without spaces', '安装更新后重新启动服务器。然后再次运行所有测试。', source, 'zh-CN'],
  ])('lets %s be', (_name, target, text, locale) => {
    expect(find(target, text, locale)).toEqual([])
  })

  it('finds the translation of the next text, and points at the one that it fits worse', () => {
    const [first, ...others] = findIn([
      ['Supprimez le compte de Contoso.', 'Open the network settings on your computer.'],
      ['Supprimez le compte de Contoso.', 'Delete the account of Contoso.'],
    ])
    expect(others).toEqual([])
    expect(first).toMatchObject({ reason: expect.stringContaining('1f2e3-101'), related: expect.anything() })
  })

  it('finds the translation of another cell of the row', () => {
    const row = [
      sxs(101, 'Supprime le compte', 'Opens the network settings'),
      sxs(102, 'Oui', 'Yes'),
      sxs(103, 'Supprime le compte', 'Deletes the account'),
    ]
    const text = `| A | B | C |\n|---|---|---|\n| ${row.join(' | ')} |`
    expect(findingsOf(omission, text)).toHaveLength(1)
  })

  it.each([
    [
      'different translations',
      ['Ouvrez-les.', 'Open the network settings.'],
      ['Fermez-le.', 'Delete the account.'],
    ],
    ['the same source text', ['Ouvrez-le.', 'Open the account.'], ['Ouvrez-le.', 'Open the account.']],
    [
      'similar source texts',
      ['Ouvrez-le.', 'Open the network settings.'],
      ['Ouvrez-le.', 'Open network settings now.'],
    ],
    ['labels', ['Rubriques connexes', 'See also'], ['Rubriques connexes', 'Related topics']],
  ] as const)('lets %s be', (_name, one, other) => {
    expect(findIn([one, other])).toEqual([])
  })

  it('leaves lists and columns to `same-target`', () => {
    const items = [
      sxs(101, 'Supprime le compte', 'Opens the network settings'),
      sxs(102, 'Supprime le compte', 'Deletes the account'),
    ]
    expect(findingsOf(omission, items.map((item) => `- ${item}`).join('\n'))).toEqual([])
  })

  it.each([
    [
      'by length and final mark',
      'fr-FR',
      'Si vous ne l’avez pas encore fait, demandez à votre administrateur de vous ajouter au groupe, puis reconnectez-vous.',
      'Network interface requirements',
      'length and final mark',
    ],
    [
      'by markup and final mark',
      'ar-SA',
      'في حقل **تاريخ البدء**، أدخل تاريخًا.',
      'Values of the identifier of this level and of the next',
      'markup and final mark',
    ],
    [
      'by markup and names',
      'ja-JP',
      '**PowerPoint 共有を許可する** と PowerPoint のアップロードができます。',
      'The default setting controls whether people can request control of it.',
      'markup and names',
    ],
    ['by length and names', 'zh-CN', '在 Windows 上使用 Python 安装', 'Chemistry', 'length and names'],
  ])('finds the translation of another text: %s', (_name, locale, target, text, misfits) => {
    expect(find(target, text, locale)).toMatchObject([
      { reason: expect.stringMatching(`its source text by ${misfits}$`) },
    ])
  })

  it.each([
    [
      'a sentence for a colon',
      'ja-JP',
      '次の構成をお勧めします。',
      'The following configurations are recommended:',
    ],
    [
      'brackets for bold text',
      'ja-JP',
      '[監視] を PSTN で選択します。',
      'Select **Monitoring** in the list of the page.',
    ],
    ['a name that is written in full', 'ja-JP', 'Microsoft Teams を導入する', 'Adopt Teams'],
    [
      'a title in both languages',
      'ja-JP',
      'Enable Direct Access (DirectAccess を有効にする)',
      'Enable Direct Access',
    ],
    [
      'a sentence in both languages',
      'ja-JP',
      'Internal server error creating media for user. (ユーザーのメディアの作成中に内部サーバー エラーが発生しました。)',
      'Internal server error creating media for user.',
    ],
    ['a full stop after a label', 'ja-JP', '改訂番号', 'Revision number for the table.'],
    [
      'a note at the end',
      'ar-SA',
      'شارك في استطلاع قصير. (يرجى ملاحظة أن هذا الاستطلاع باللغة الإنجليزية)',
      'Take a short survey.',
    ],
    ['formulas', 'zh-CN', '$ a _1 $ 和 $ b _2 $ 和 $ c _3 $ 的结果。', 'for $a_1$'],
  ])('lets %s be', (_name, locale, target, text) => {
    expect(find(target, text, locale)).toEqual([])
  })
})
