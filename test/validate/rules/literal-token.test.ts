import { describe, expect, it } from 'vitest'
import { checkText, expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[]) =>
  expectFindings('literal-token', `${sxs(101, target, source)}\n`, expected)

describe('literal-token', () => {
  it.each([
    ['path', 'Dans C : \\ journaux', 'In C:\\Logs'],
    ['path', 'Dans \\\\\\\\serveur\\partage', 'In \\\\\\\\server\\share'],
    ['path', 'Clé HKLM\\Logiciel\\X', 'Key HKLM\\Software\\X'],
    ['path', 'Sous % windir% \\ inf', 'Under %windir%\\inf'],
    ['registry name', 'Ouvrez **\\_ ordinateur local HKEY**', 'Open **HKEY\\_LOCAL\\_MACHINE**'],
    ['registry name', 'De type REG _ SZ', 'Of type REG_SZ'],
    ['identifier', 'Adresse 10.0.0.2', 'Address 10.0.0.1'],
    ['identifier', 'Sans', 'With 6f9619ff-8b86-d011-b42d-00cf4fc964ff'],
    ['version', 'Version 4.0.7577.1', 'Version 4.0.7577.0'],
    ['file name', 'Le fichier trace. log', 'The file trace.log'],
    ['host name', 'Tapez sip.contoso. com', 'Type sip.contoso.com'],
    ['host name', 'Tapez _ sip. _ tcp.contoso.com', 'Type _sip._tcp.contoso.com'],
  ])('finds a changed %s: %s', (kind, target, source) => {
    const [message] = find(target, source, ['1 error'])
    expect(message!.reason).toContain(`without ${kind} `)
  })

  it.each([
    ['a sentence’s dot', 'Allez à contoso.com', 'Go to contoso.com.'],
    ['another locale', 'Sous C:\\x\\fr-FR\\a.dll', 'In C:\\x\\en-US\\a.dll'],
    ['another locale in a file name', 'Lire aide_fr-fr.pdf, lire help_fr-fr.pdf', 'Read help_en-us.pdf'],
    ['escapes', 'Le fichier a\\_b.txt', 'The file a_b.txt'],
    ['other escapes of backslashes', 'Dans C:\\\\Logs\\\\x', 'In C:\\Logs\\x'],
    ['a backslash at the end', 'Sous %appdata%\\Teams\\.', 'Under %appdata%\\Teams\\.'],
    ['a no-break space', 'Le\u00A0fichier\u00A0a.txt', 'The file a.txt'],
    ['the name of an example user', 'Avec sip:utilisateur@contoso.com;x', 'With sip:username@contoso.com;x'],
    ['a capital that begins a sentence', 'Contoso.com est là', 'There is contoso.com'],
    ['a sentence that runs into a name', 'La ligne de commande.analyze.exe', 'The command line.analyze.exe'],
    ['an untranslated text', 'Open a.txt', 'Open a.txt'],
    ['product names', 'Avec .NET', 'With ASP.NET and System.Net'],
  ])('finds nothing with %s', (_name, target, source) => {
    find(target, source, [])
  })

  it('leaves links that show their address to `inline-equal`', () => {
    const text = `${sxs(101, 'Voir https://a.b/d', 'See https://a.b/c')}\n`
    expect(checkText(text).map(({ ruleId }) => ruleId)).toEqual(['inline-equal'])
    find('Voir [https://a.b/fr-fr/c](x.md)', 'See [https://a.b/en-us/c](x.md)', [])
    find('Voir [https://a.b/d](x.md)', 'See [https://a.b/c](x.md)', ['1 error'])
  })
})
