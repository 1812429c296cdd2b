import { describe, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[], locale = 'fr-FR') =>
  expectFindings('double-word', `${sxs(101, target, source)}\n`, expected, { locale })

describe('double-word', () => {
  it('leaves a label in bold that ends with the verb of its sentence alone', () => {
    expectFindings(
      'double-word',
      sxs(1, 'Müssen Sie **Setup ausführen** ausführen.', 'Run **Run Setup**.'),
      [],
    )
    expectFindings('double-word', sxs(1, 'Müssen Sie Setup ausführen ausführen.', 'Run Setup.'), [
      '1 warning',
    ])
  })

  it.each([
    ['a word', 'le le serveur', 'the server'],
    ['at the start of the sentence', 'Clients clients pris en charge', 'Supported clients'],
    ['within emphasis', 'le **pool pool** frontal', 'the **pool** at the front'],
    ['several times, once', 'pour pour un et pour pour deux', 'for one and for two'],
  ])('finds %s', (_name, target, source) => {
    find(target, source, ['1 warning'])
  })

  it.each([
    ['what the source text outputConflicts', 'le serveur serveur', 'the server server'],
    ['a label before its sentence', 'Fichiers Fichiers requis', 'Files Files are required'],
    ['“port is port”', 'Le premier port port 80', 'The first port is port 80'],
    ['what French outputConflicts', 'Si vous vous connectez, nous nous arrêtons', 'If you sign in, we stop'],
    ['another word with the same beginning', 'le lequel, la lame, module modules', 'x'],
    ['a name after a word', 'adresse SIP sip:a@contoso.com', 'the SIP address sip:a@contoso.com'],
    ['letter case that differs inside', 'le paramètre Identity identity', 'x'],
    ['code', 'exécutez `Get Get` puis `a` a', 'run `Get Get`, then `a` a'],
    ['a label before its word', 'le champ **Nom** Nom', 'the **Name** field'],
    ['a label after its word', 'à partir de **de date**', 'as of the **From date**'],
    ['a label in HTML', 'le champ <strong>Nom</strong> Nom', 'the <strong>Name</strong> field'],
    ['words around punctuation', 'oui, oui - oui', 'yes'],
  ])('finds nothing with %s', (_name, target, source) => {
    find(target, source, [])
  })

  it('knows what languages double', () => {
    find('die, die die Daten sehen', 'those who see the data', [], 'de-DE')
    find('تشبه هذه الطرق الطرق المستخدمة', 'these methods are like the methods used', [], 'ar-SA')
    find('مكونات التقرير التقرير المالي', 'Financial report components', ['1 warning'], 'ar-SA')
    find('تصفية الأبعاد في في تعريف العمود', 'filters in the definition', ['1 warning'], 'ar-SA')
    find('yavaş yavaş', 'slowly', [], 'tr-TR')
    find('ausführen ausführen', 'run', ['1 warning'], 'de-DE')
  })

  it.each([
    ['サーバーをを再起動します。', 'ja-JP'],
    ['会議はは終了しました。', 'ja-JP'],
    ['用户的的设置', 'zh-CN'],
    ['您可以可以添加用户。', 'zh-CN'],
    ['由环境分子科学实验室实验室开发', 'zh-CN'],
    ['使用使用资源估计器', 'zh-CN'],
  ])('finds a particle that stands twice: %s', (target, locale) => {
    find(target, 'Restart the server.', ['1 warning'], locale)
  })

  it.each([
    ['購入したものの、展開ははるかに簡単です。企業がますます増えています。', 'ja-JP'],
    ['目的的确如此，总和和差，等等；存在在其中，在在线模式下运行。', 'zh-CN'],
    ['实现此目的的方法；温和和友好。', 'zh-CN'],
    ['用户的**的**设置', 'zh-CN'],
    ['将输出输出到控制台；使用使用者的配置文件文件夹', 'zh-CN'],
  ])('finds no particle in %s', (target, locale) => {
    find(target, 'It is much easier.', [], locale)
  })
})
