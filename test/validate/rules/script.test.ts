import { describe, expect, it } from 'vitest'
import { script } from '../../../src/validate/rules/script.ts'
import { checkText, sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const find = (target: string, source: string, locale: string) =>
  findingsOf(script, sxs(101, target, source), locale)

describe('script', () => {
  it.each([
    ['traditional in simplified Chinese', '打开設置，然后选择网络选项。', 'zh-CN', '設'],
    ['simplified in traditional Chinese', '開啟设定，然後選取網路選項。', 'zh-TW', '设'],
    ['simplified Chinese in Japanese', '设定を開き、ネットワークを選択します。', 'ja-JP', '设'],
    ['kana in Chinese', '打开网络の设置，然后选择选项。', 'zh-CN', 'の'],
    ['hangul in Japanese', '설定を開き、ネットワークを選択します。', 'ja-JP', '설'],
    ['half-width katakana', '設定を開き、ﾈｯﾄﾜｰｸを選択します。', 'ja-JP', 'ﾈｯﾄﾜｰｸ'],
    ['full-width letters', 'Ｗｉｎｄｏｗｓ の設定を開きます。', 'ja-JP', 'Ｗｉｎｄｏｗｓ'],
    ['a Cyrillic letter in a Latin word', 'Ouvrez les paramètres de Windоws.', 'fr-FR', 'Windоws'],
    ['a Greek letter in a Latin word', 'Öffnen Sie die Εinstellungen.', 'de-DE', 'Εinstellungen'],
    ['a Cyrillic letter in a Latin word in Russian', 'Откройте параметры Windоws.', 'ru-RU', 'Windоws'],
  ])('finds %s', (_name, target, locale, actual) => {
    const findings = find(target, 'Open the Windows settings, then select the network option.', locale)
    expect(findings.map((finding) => finding.actual)).toEqual([actual])
  })

  it('points at the character, and repairs look-alikes and widths', () => {
    const text = sxs(101, 'Ouvrez Windоws.', 'Open Windows.')
    const [finding] = findingsOf(script, text)
    expect(text.slice(...finding!.place!)).toBe('Windоws')
    expect(finding!.fix!.text).toBe('Windows')
    expect(find('ﾈｯﾄﾜｰｸ', 'Network', 'ja-JP')[0]!.fix!.text).toBe('ネットワーク')
  })

  it('reports a character once', () => {
    expect(find('打开設置和設备，然后选择选项。', 'Open the settings and devices.', 'zh-CN')).toMatchObject([
      { actual: '設' },
    ])
  })

  it('leaves whole texts to `language`', () => {
    const target = '開啟設定，然後選取網路選項。'
    const messages = checkText(`${sxs(101, target, 'Open the settings, then select the option.')}\n`, {
      locale: 'zh-CN',
    }).filter(({ ruleId }) => ruleId === 'language' || ruleId === 'script')
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['language'])
  })

  it.each([
    ['simplified Chinese', '打开设置，然后选择网络选项。', 'Open the settings.', 'zh-CN'],
    ['traditional Chinese', '開啟設定，然後選取網路選項。', 'Open the settings.', 'zh-TW'],
    ['Japanese', '設定を開き、ネットワーク オプションを選択します。', 'Open the settings.', 'ja-JP'],
    ['what both sides have', '选择“設定”或“ネットワーク”。', 'Select “設定” or “ネットワーク”.', 'zh-CN'],
    ['a katakana middle dot', '约翰・史密斯', 'John Smith', 'zh-CN'],
    ['full-width digits', '手順１に戻ります。', 'Go back to step 1.', 'ja-JP'],
    ['units of measure', '5 μs und 3 kΩ', '5 µs and 3 kΩ', 'de-DE'],
    ['words with a hyphen', 'Откройте Web-сервер.', 'Open the web server.', 'ru-RU'],
    ['joined words', 'Откройте Skypeчат.', 'Open the Skype chat.', 'ru-RU'],
    ['code', 'コード `ﾈｯﾄ` を入力します。', 'Type the code `x`.', 'ja-JP'],
  ])('lets %s be', (_name, target, source, locale) => {
    expect(find(target, source, locale)).toEqual([])
  })
})
