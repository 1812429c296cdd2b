import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[], before = '') =>
  expectFindings('literal-parameter', `${before}${sxs(101, target, source)}\n`, expected)

describe('literal-parameter', () => {
  it.each([
    ['bold', '**-Empreinte** : ici', '**-Thumbprint**: here', ''],
    ['a heading', '-Identité', '-Identity', '### '],
    ['a command', 'Get-CsUser -Identité x', 'Get-CsUser -Identity x', ''],
    ['a command whose space was lost', 'Get-CsUser-Identity x', 'Get-CsUser -Identity x', ''],
    [
      'a text, with a capital inside',
      '-PersistentCatPoolFqdn n’est pas requis',
      '-PersistentChatPoolFqdn is not',
      '',
    ],
    ['Japanese', '-Numberattern を使用', 'use -NumberPattern', ''],
    ['parentheses', 'le site (-Identité site:Redmond).', 'the site (-Identity site:Redmond).', ''],
    ['a text after an article', '-Leel は収集します', 'The -Level collects', ''],
    ['the word “option”', 'Die Option -Komplett', 'The -Full option', ''],
    ['the word “parameter”', 'Le paramètre -Complet', 'The -Full parameter', ''],
  ])('finds a parameter lost in %s', (_name, target, source, before) => {
    const [message] = find(target, source, ['1 warning'], before)
    expect(message!.reason).toContain('without parameter `-')
  })

  it.each([
    ['compounds', '**Basé sur les rôles**', '**Role-Based and role-Based**'],
    ['a dash in a sentence', 'Ici - là', 'Here -There'],
    ['a list item without a space', '- Vérifiez que Get-CsUser réussit', '-Ensure that Get-CsUser succeeds'],
    ['a list item with a name', '- PowerShell 5 est installé', '-PowerShell 5 is installed'],
    ['a command with a space inside', 'Exécutez Update-CsUserDatabase', 'Run Update -CsUserDatabase'],
    ['a kept parameter', 'Avec **-Identity**', 'With **-Identity**'],
    ['an escaped hyphen', 'Avec **\\-Identity**', 'With **-Identity**'],
    ['code, which `code-equal` compares', 'Le paramètre `-Identité`', 'The `-Identity` parameter'],
    ['other letter case', '**-identity**', '**-Identity**'],
  ])('finds nothing with %s', (_name, target, source) => {
    find(target, source, [])
  })
})
