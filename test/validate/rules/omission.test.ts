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
})
