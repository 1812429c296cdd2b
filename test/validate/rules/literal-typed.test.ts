import { describe, expect, it } from 'vitest'
import { checkLocales } from '../check-locales.ts'
import { expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[]) =>
  expectFindings('literal-typed', `${sxs(101, target, source)}\n`, expected)

describe('literal-typed', () => {
  it.each([
    ['a name', 'Tapez **ne pas utiliser NLA**.', 'Then type **Do not use NLA** and press ENTER.'],
    ['spaces inside', 'Cliquez, puis tapez **_ tcp**.', 'Click it, and type **_tcp**.'],
    ['options after “enter”', 'Entrez **netstat-a-f**.', 'Enter **netstat -a -f**.'],
    ['a prompt', 'À l’invite, tapez **définir x**.', 'At the prompt, by typing **set x**, begin.'],
  ])('finds a text to type that was changed: %s', (_name, target, source) => {
    const [message] = find(target, source, ['1 warning'])
    expect(message!.expected).toHaveLength(1)
  })

  it.each([
    ['a kept text', 'Tapez **Do not use NLA**.', 'Type **Do not use NLA**.'],
    ['other letter case', 'Tapez **_TCP**.', 'Type **_tcp**.'],
    ['a type', 'Il est de type **nom DNS**.', 'It is of type **DNS Name**.'],
    ['a field', 'Entrez **Nom**.', 'Enter **Name**.'],
    ['a name', 'Tapez **service réseau**.', 'Type **Network Service**.'],
    ['a name of a field', 'Tapez le **département**.', 'Type **State/Province**.'],
    ['a placeholder', 'Tapez **\\<nom\\>**.', 'Type **\\<name\\>**.'],
    ['a number', 'Tapez **1 000**.', 'Type **1,000**.'],
    ['other bold text', 'Cliquez sur **Type**, puis **Oui**.', 'Click **Type**, then **Yes**.'],
    ['what `literal-token` reports', 'Tapez **contoso. com**.', 'Type **contoso.com**.'],
  ])('finds nothing with %s', (_name, target, source) => {
    find(target, source, [])
  })

  it.each([
    ['JSON', 'Corps : {"names »: ["Team"]}', 'Body: {"names": ["Team"]}', '"names"'],
    ['a value in JSON', 'Corps : {"name": « Team »}', 'Body: {"name": "Team"}', '"Team"'],
    ['the second of a list', 'Corps : ["a", « b »]', 'Body: ["a", "b"]', '"b"'],
    ['a comparison', 'Source == « SRS-App » et x', 'Source == "SRS-App" and x', '"SRS-App"'],
    ['an attribute', 'Commence par Ajouter Key = « Level »', 'Begins with Add Key="Level"', '"Level"'],
    ['a parameter', 'Get-CsUser –Identity „Ken Myer“', 'Get-CsUser –Identity "Ken Myer"', '"Ken Myer"'],
    ['a translated value', 'Get-CsUser –Name « Ventes »', 'Get-CsUser –Name "Sales"', '"Sales"'],
    ['a parameter with a slash', 'setup /report:« x »', 'setup /report:"x"', '"x"'],
    ['a command', 'Get-CsUser « sip :ken »', 'Get-CsUser "sip:ken"', '"sip:ken"'],
    ['a call', 'Les agents (@(« a »))', 'The agents (@("a"))', '"a"'],
    ['single quotation marks', 'Avec -Filter ‘x -eq 1’.', "With -Filter 'x -eq 1'.", "'x -eq 1'"],
    ['one beside prose', 'Le « site », -Id “x”', 'The "site", -Id "x"', '"x"'],
  ])('finds straight quotation marks of code that became others: %s', (_name, target, source, text) => {
    const [message] = find(target, source, ['1 warning'])
    expect(message!.expected).toEqual([text])
  })

  it.each([
    ['a quotation', 'Le service (le « Service »)', 'The service (the "Service")'],
    ['a quotation after a colon', 'Question : « Bonjour ! »', 'Question: "Hello!"'],
    ['a quotation with code', 'Par exemple, « sip:x@y.z ».', 'For example, "sip:x@y.z".'],
    ['a list of quotations', '« a », « b »', '"a", "b"'],
    ['a hyphenated word', 'Le Add-In « Maps »', 'The Add-In "Maps"'],
    ['a dash', 'Réglage - « Maps »', 'Setting - "Maps"'],
    ['kept quotation marks', 'Le site « x », -Id "x"', 'The site "x", -Id "x"'],
    ['lost quotation marks', 'Avec -Id x, c’est d’x', 'With -Id "x", it is of x'],
    ['apostrophes', 'Ce n’est pas -Id l’x', 'It isn\'t -Id "x"'],
    ['what `literal-parameter` reports', 'Get-CsUser -Nom « Ken »', 'Get-CsUser -Name "Ken"'],
    ['what `code-equal` reports', 'Tapez `-Id « x »`.', 'Type `-Id "x"`.'],
    ['blank text', 'Écrivez « x »', 'Write f(" ")'],
  ])('finds no quotation marks with %s', (_name, target, source) => {
    find(target, source, [])
  })

  it('finds quotation marks in blocks of code', () => {
    const code = (text: string) => `<pre><code>${text}</code></pre>\n`
    expectFindings('literal-typed', code(sxs(101, 'echo « x »', 'echo "x"')), ['1 warning'])
    expectFindings('literal-typed', code(sxs(101, 'echo "x" # le « y »', 'echo "x" # the y')), [])
  })

  it('is a hint where most other locales have changed it too', () => {
    const severities = (source: string, ...targets: readonly string[]) =>
      checkLocales(
        'literal-typed',
        Object.fromEntries(
          targets.map((target, at) => [['fr-FR', 'de-DE', 'it-IT'][at]!, `${sxs(101, target, source)}\n`]),
        ),
      ).map(([place]) => place)
    const typed = 'Type **Do not use NLA**.'
    expect(
      severities(typed, 'Tapez **pas de NLA**.', 'Tippen Sie **kein NLA**.', 'Digita **niente**.'),
    ).toEqual(['fr-FR 1 info', 'de-DE 1 info', 'it-IT 1 info'])
    expect(severities(typed, 'Tapez **pas de NLA**.', typed, 'Digita **Do not use NLA**.')).toEqual([
      'fr-FR 1 warning',
    ])
    const quoted = 'Where Source == "App"'
    expect(severities(quoted, 'Source == « App »', 'Wo Source == „App“', 'Source == «App»')).toEqual([
      'fr-FR 1 info',
      'de-DE 1 info',
      'it-IT 1 info',
    ])
  })
})
