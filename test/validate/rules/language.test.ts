import { describe, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const english =
  'Restart the server if the installation of the updates is complete and the application does not open.'
const french =
  'Redémarrez le serveur si l’installation des mises à jour est terminée et que l’application ne s’ouvre pas.'
const german =
  'Starten Sie den Server neu, wenn die Installation der Updates abgeschlossen ist und die Anwendung nicht geöffnet wird.'
const find = (target: string, source: string, expected: string[], locale = 'fr-FR') =>
  expectFindings('language', `${sxs(101, target, source)}\n`, expected, { locale })

describe('language', () => {
  it.each([
    ['German in French', german, 'fr-FR'],
    ['English in French', english.replace('Restart', 'Please restart'), 'fr-FR'],
    ['French in German', french, 'de-DE'],
    ['English in Russian', english.replace('Restart', 'Please restart'), 'ru-RU'],
    ['Russian in French', 'Перезапустите сервер после установки обновлений на компьютере.', 'fr-FR'],
    ['French in Japanese', french, 'ja-JP'],
    ['a short French text in Chinese', 'Modifier les utilisateurs', 'zh-CN'],
    ['a short Chinese text in French', '打开 SVG 文件。', 'fr-FR'],
    [
      'a short German text in French',
      'Konfigurieren der Clientanmeldung zur Verwendung des Directors',
      'fr-FR',
    ],
    ['a short French text in German', 'Importer des stratégies d’accès et paramètres', 'de-DE'],
    ['a short German text in Spanish', 'Der Benutzer kann Anrufe tätigen', 'es-ES'],
    ['Chinese in Japanese', '打开网络设置。', 'ja-JP'],
    ['traditional Chinese in Japanese', '您可以看到這樣的事實。', 'ja-JP'],
    ['a short Japanese text in Chinese', '設定を開きます。', 'zh-CN'],
    ['Latin words of an unknown language in Arabic', 'Promijenite postavke računala', 'ar-SA'],
    [
      'Japanese in Chinese',
      'インストールが完了したら、サーバーを再起動してください。次の手順に進み、アプリケーションを開きます。',
      'zh-CN',
    ],
    [
      'simplified in traditional Chinese',
      '服务器已经启动，应该设置选项，这个错误说明网络连接有问题。请检查证书并重新启动，然后打开应用程序继续操作。',
      'zh-TW',
    ],
  ])('finds %s', (_name, target, locale) => {
    find(target, english, ['1 warning'], locale)
  })

  it('finds a source text in the language of the target', () => {
    find(french, french.replace('Redémarrez', 'Relancez'), ['1 warning'])
  })

  it.each([
    ['the right language', french, 'fr-FR'],
    [
      'a quotation',
      `Le message « ${english.slice(0, 40)} » s’affiche si la mise à jour des serveurs est en cours dans le pool.`,
      'fr-FR',
    ],
    ['what was not translated', english, 'fr-FR'],
    ['words of two languages', 'Verwendung des Servers et des clients', 'fr-FR'],
    ['a short text in a similar language', 'Configuración del servidor con los usuarios', 'pt-BR'],
    ['a short Italian text', 'Configurazione del server con la console', 'it-IT'],
    ['a name with one word of another language', 'Planung eines Pools Lync', 'fr-FR'],
    [
      'names and code',
      'Microsoft Lync Server 2013 Enterprise Edition Front End Server Planning Guide `the of and is to`',
      'fr-FR',
    ],
    [
      'lists of assignments',
      'SN=a.contoso.com; SAN=a.contoso.com; SAN=b.contoso.com SAN=c.contoso.com SAN=d.contoso.com',
      'fr-FR',
    ],
    [
      'names of languages',
      'Langues : Русский, 日本語, العربية, English et Deutsch dans les paramètres de la page',
      'fr-FR',
    ],
    ['a label without kana', '管理者権限要求確認画面', 'ja-JP'],
    [
      'names in Japanese',
      'Lync Server Control Panel を実行しているサーバーで Get-CsPool を実行します。',
      'ja-JP',
    ],
    [
      'a near language',
      'Genstart serveren, når installationen af opdateringer er færdig, og programmet ikke kan åbnes.',
      'nb-NO',
    ],
    ['a language that is not known', english.replace('Restart', 'Ponovo'), 'hr-HR'],
  ])('finds nothing with %s', (_name, target, locale) => {
    find(target, english, [], locale)
  })

  it('leaves texts in a third language alone, on both sides', () => {
    find(french.replace('terminée', 'achevée'), french, [], 'ja-JP')
    const text = [1, 2, 3, 4, 5]
      .map((id) => sxs(100 + id, `${french} ${id}.`, `${french.replace('terminée', 'achevée')} ${id}.`))
      .join('\n\n')
    expectFindings('language', `${text}\n`, [], { locale: 'ja-JP' })
  })

  it('leaves formulas, placeholders and labels alone', () => {
    find('复杂度为 $ o ^ 2 a e o de que $ 。'.repeat(3), english, [], 'zh-CN')
    find(
      `[${english.slice(0, 60)}] の設定をオンにし、<name of the server> を入力します`,
      english,
      [],
      'ja-JP',
    )
  })

  it('says it once of a document', () => {
    const text = [1, 2, 3, 4, 5]
      .map((id) => sxs(100 + id, `${german} ${id}.`, `${english} ${id}.`))
      .join('\n\n')
    expectFindings('language', `${text}\n`, ['1 warning'])
  })
})
