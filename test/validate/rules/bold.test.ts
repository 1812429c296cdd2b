import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[], locale = 'fr-FR') =>
  expectFindings('bold', `${sxs(101, target, source)}\n`, expected, { locale })

describe('bold', () => {
  it('finds a translation that has lost its bold text', () => {
    const [message] = find('Cliquez sur Enregistrer.', 'Click **Save**.', ['1 info'])
    expect(message!.reason).toContain('“Save”')
    find('Cliquez sur OK, puis sur **Fermer**.', 'Click **OK**, and then click **Close**.', ['1 info'])
    find('使用量子操作来完成转换。', 'Transform it using **quantum operations**.', ['1 info'], 'zh-CN')
    find('必要なすべてがない複数の証明書。', '**Multiple certificates** lack it.', ['1 info'], 'ja-JP')
    find('Klicken Sie auf Speichern.', 'Click <strong>Save</strong>.', ['1 info'], 'de-DE')
    find('حدد حفظ في الشريط.', 'Select **Save** in the bar.', ['1 info'], 'ar-SA')
  })

  it('finds brackets without bold text in a document whose other brackets have it', () => {
    const others = ['次へ', '戻る', '完了'].map((name, at) => sxs(102 + at, `[**${name}**]`, '**Name**'))
    const text = [sxs(101, '[保存] をクリックします。', 'Click **Save**.'), ...others].join('\n\n')
    expectFindings('bold', `${text}\n`, ['1 info'], { locale: 'ja-JP' })
  })

  it('counts the names of a list, and those before and in brackets', () => {
    find('Listes A, **B** et **C**.', 'Lists **A**, **B** and **C**.', ['1 info'])
    find('Le mode (**Menu > Mode**)', 'The **Mode** (**Menu** > **Mode**)', ['1 info'])
  })

  it.each([
    ['the same bold text', 'Cliquez sur **Enregistrer**.', 'Click **Save**.', 'fr-FR'],
    ['one for two neighbours', 'Sélectionnez **Fichier > Ouvrir**.', 'Select **File** > **Open**.', 'fr-FR'],
    ['two side by side', '**機能:** **通話プラン** を選択', '**Feature:** Select **Calling Plan**', 'ja-JP'],
    ['a repeated one', 'Sous **Trace**, lisez-les.', '**Trace** messages are on the **Trace** tab.', 'fr-FR'],
    ['quotation marks instead', '这称为“叠加”。', 'This is **superposition**.', 'zh-CN'],
    ['brackets instead', '[保存] をクリックします。', 'Click **Save**.', 'ja-JP'],
    ['a symbol', '**○**', '**Yes**', 'ja-JP'],
    ['more', 'Cliquez **sur** **OK**.', 'Click **OK**.', 'fr-FR'],
    ['italics', 'Lisez le guide.', 'Read *the guide*.', 'fr-FR'],
  ])('finds nothing with %s', (_name, target, source, locale) => {
    find(target, source, [], locale)
  })

  it('leaves documents alone whose translations have no bold text', () => {
    const texts = [1, 2, 3].map((n) => sxs(100 + n, `Cliquez sur Suite ${n}.`, `Click **Next ${n}**.`))
    expectFindings('bold', `${texts.join('\n\n')}\n`, [], { locale: 'fr-FR' })
  })
})
