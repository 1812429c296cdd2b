import { describe, expect, it } from 'vitest'
import { hasLiteral, literalsOf } from '../../../src/validate/literals/literals.ts'

describe('literalsOf', () => {
  it.each([
    ['See https://a.b/c?d=1, then go.', ['URL https://a.b/c?d=1']],
    ['Run Set-CsUser -Identity x.', ['command Set-CsUser']],
    ['A role-based and a Role-Based one.', []],
    ['Read-Only, Add-In, Split-Brain, Step-By-Step, New- and Set-CsUser', ['command Set-CsUser']],
    ['The Set-CsUsercmdlet', ['command Set-CsUser']],
    ['Where-Object, Get-Help, Get-Cs*', ['command Where-Object', 'command Get-Help']],
    ['Copy Install-MMAgent.ps1.', ['file name Install-MMAgent.ps1']],
    ['On sip.contoso.com. ASP.NET is none.', ['host name sip.contoso.com']],
    ['Under %windir%\\inf\\, as bob@contoso.com', ['address bob@contoso.com', 'path %windir%\\inf']],
    ['At https://a.b/?id=2.To go on', ['URL https://a.b/?id=2']],
    [
      '\\\\server\\share\\a.txt and HKLM:\\Software\\X',
      ['path \\\\server\\share\\a.txt', 'path HKLM:\\Software\\X'],
    ],
    ['192.168.0.1 and 4.0.7577.0', ['identifier 192.168.0.1', 'version 4.0.7577.0']],
    ['x.config, not a.b', ['file name x.config']],
    ['6f9619ff-8b86-d011-b42d-00cf4fc964ff', ['identifier 6f9619ff-8b86-d011-b42d-00cf4fc964ff']],
    ['At 7:30 PM or 9 a.m. on the 3rd, Win32 has 16 bits.', ['number 16']],
  ])('%s', (text, expected) => {
    expect(literalsOf(text).map((literal) => `${literal.kind} ${literal.text}`)).toEqual(expected)
  })
})

describe('hasLiteral', () => {
  it('does not take a number for another that holds its digits', () => {
    const [number] = literalsOf('Wait 5 minutes.')
    expect(hasLiteral('Attendez 15 minutes.', number!)).toBe(false)
    expect(hasLiteral('Attendez 5 minutes.', number!)).toBe(true)
  })
})
