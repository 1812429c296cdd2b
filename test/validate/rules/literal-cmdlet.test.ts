import { describe, expect, it } from 'vitest'
import { checkLocales } from '../check-locales.ts'
import { checkText, expectFindings, sxs } from '../check-text.ts'

const find = (target: string, source: string, expected: string[]) =>
  expectFindings('literal-cmdlet', `${sxs(101, target, source)}\n`, expected)

describe('literal-cmdlet', () => {
  it.each([
    ['translated', 'Utilisez Nouveau-CsUser.'],
    ['broken by spaces', 'Utilisez New - CsUser.'],
    ['without its verb', 'Utilisez CsUser.'],
    ['part of a longer one', 'Utilisez New-CsUserPolicy.'],
    ['only in a link', 'Utilisez [cela](x/New-CsUser.md).'],
  ])('finds a command that is %s', (_name, target) => {
    const [message] = find(target, 'Use New-CsUser.', ['1 error'])
    expect(message!.reason).toContain('without command `New-CsUser`')
  })

  it('tells all commands of a unit in one finding', () => {
    const [message] = find('Lancez-les.', 'Run Get-CsUser and Set-CsUser.', ['1 error'])
    expect(message!.expected).toEqual(['Get-CsUser', 'Set-CsUser'])
  })

  it.each([
    ['kept', 'Avec New-CsUser', 'Use New-CsUser'],
    ['after a letter of another script', '使用New-CsUserを', 'Use New-CsUser'],
    ['with an ending of the language', 'A New-CsUsert használja', 'Use New-CsUser'],
    ['in a compound', 'Das New-CsUser-Cmdlet', 'The New-CsUser cmdlet'],
    ['with escapes', 'Avec New\\-CsUser', 'Use New-CsUser'],
    ['told by `code-equal`', 'Avec `Nouveau-CsUser`', 'Use `New-CsUser`'],
    ['of other letter case', 'Avec new-csuser', 'Use New-CsUser'],
    ['English', 'Un complément en lecture seule', 'A Read-Only Add-In for Split-Brain DNS, Role-Based'],
    ['a term of a protocol', 'L’URI de demande', 'The Request-URI'],
    ['without a noun', 'New- et Set-CsUser', 'New- and Set-CsUser'],
  ])('finds nothing where it is %s', (_name, target, source) => {
    find(target, source, [])
  })

  it('says nothing twice', () => {
    const rules = (target: string, source: string) =>
      checkText(`${sxs(101, target, source)}\n`)
        .map(({ ruleId }) => ruleId)
        .filter((id) => /^(?:code|inline|literal|locale)-/.test(id ?? ''))
    expect(rules('Avec `Nouveau-CsUser`.', 'Use `New-CsUser`.')).toEqual(['code-equal'])
    expect(rules('Avec new-csuser.', 'Use New-CsUser.')).toEqual(['literal-case'])
    expect(rules('Avec Nouveau-CsUser.', 'Use New-CsUser.')).toEqual(['literal-cmdlet'])
  })

  it('takes other translations as witnesses', () => {
    const texts = (german: string, italian: string) => {
      const targets = { 'fr-FR': 'Lancez-le.', 'de-DE': german, 'it-IT': italian }
      return Object.fromEntries(
        Object.entries(targets).map(([locale, target]) => [
          locale,
          `${sxs(101, target, 'Run Get-CsUser.')}\n`,
        ]),
      )
    }
    const places = (...args: [string, string]) =>
      checkLocales('literal-cmdlet', texts(...args)).map(([place]) => place)
    expect(places('Get-CsUser starten', 'Avvia Get-CsUser')).toEqual(['fr-FR 1 error'])
    expect(places('Starten', 'Avvia')).toEqual(['fr-FR 1 info', 'de-DE 1 info', 'it-IT 1 info'])
  })
})
