import { describe, expect, it } from 'vitest'
import { literalCase } from '../../../src/validate/rules/literal-case.ts'
import { repair } from '../apply-fixes.ts'
import { expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[]) =>
  expectFindings('literal-case', `${sxs(101, target, source)}\n`, expected)

describe('literal-case', () => {
  it('finds a command and each place where it stands', () => {
    const [first, second] = find('Avec get-csuser ou Get-Csuser', 'Use Get-CsUser', [
      '1 warning',
      '1 warning',
    ])
    expect(first).toMatchObject({
      actual: 'get-csuser',
      expected: ['Get-CsUser'],
      place: { start: { column: 36 } },
    })
    expect(second).toMatchObject({ actual: 'Get-Csuser' })
  })

  it('finds parameters, paths and file names; host names and GUIDs are a hint', () => {
    find('Get-CsUser -identity x', 'Get-CsUser -Identity x', ['1 warning'])
    find('Sous C:\\logs\\x', 'In C:\\Logs\\x', ['1 warning'])
    find('Lire web.config', 'Read Web.config', ['1 warning'])
    find('Avec SIP.contoso.com', 'With sip.contoso.com', ['1 info'])
  })

  it.each([
    ['the right one is there as well', 'Get-CsUser et get-csuser', 'Get-CsUser'],
    ['it is in a link', '[Get-CsUser](get-csuser.md)', '[Get-CsUser](get-csuser.md)'],
    ['it is an e-mail address', 'À Bob@contoso.com', 'To bob@contoso.com'],
    ['a sentence begins', 'Contoso.com est là', 'There is contoso.com'],
    ['it is code', 'Avec `get-csuser`', 'Use `Get-CsUser`'],
  ])('finds nothing where %s', (_name, target, source) => {
    find(target, source, [])
  })

  it('finds nothing where the source text has several spellings and the translation keeps to one', () => {
    const source = 'Run **Get-CsExumContact**; see Get-CsExUmContact.'
    find('Exécutez **Get-CsExUmContact** ; voir Get-CsExUmContact.', source, [])
    find('Exécutez **Get-CsExumContact** ; voir Get-CsExumContact.', source, [])
  })

  it('offers no repair where the source text has several spellings', () => {
    const [message] = find('Voir get-csuser.', 'See Get-CsUser or Get-CSUser.', ['1 warning'])
    expect(message!.expected).toEqual(['Get-CsUser', 'Get-CSUser'])
    expect(message!.fix).toBeUndefined()
  })

  it('leaves alone what is a part of another literal that is right', () => {
    const text = (target: string) => sxs(101, target, 'On contoso.com and Web.Contoso.com.')
    expect(repair(literalCase, text('Sur Web.Contoso.com.'))).toBe(text('Sur Web.Contoso.com.'))
    expect(repair(literalCase, text('Sur CONTOSO.com et Web.Contoso.com.'))).toBe(
      text('Sur contoso.com et Web.Contoso.com.'),
    )
  })

  it('repairs it, and nothing else', () => {
    const text = (target: string) => sxs(101, target, 'Use [Get-CsUser](x/Get-CsUser).')
    expect(repair(literalCase, text('Avec [get-csuser](x/Get-CsUser).'))).toBe(
      text('Avec [Get-CsUser](x/Get-CsUser).'),
    )
  })

  it('replaces a translation of nothing but a literal as a whole', () => {
    const text = (target: string) => sxs(101, target, 'Get-CsUser')
    expect(repair(literalCase, text('Get-csuser nicht angeben '))).toBe(text('Get-CsUser '))
  })
})
