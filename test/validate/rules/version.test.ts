import { describe, expect, it } from 'vitest'
import { version } from '../../../src/validate/rules/version.ts'
import { repair } from '../apply-fixes.ts'
import { sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const find = (target: string, source: string, locale = 'fr-FR') =>
  findingsOf(version, sxs(101, target, source), locale).map(({ actual }) => actual)

const fixed = (target: string, source: string) => repair(version, sxs(101, target, source))

describe('version', () => {
  it.each([
    ['fr-FR', 'Activez TLS 1,2 ici', 'Enable TLS 1.2 here', ['1,2']],
    ['de-DE', 'Installieren Sie .NET Framework 4,5.', 'Install .NET Framework 4.5.', ['4,5']],
    ['de-DE', 'Die Version 2,0 der API', 'Version 2.0 of the API', ['2,0']],
    ['es-ES', 'Requiere la versión 3,0', 'Requires version 3.0', ['3,0']],
    ['it-IT', 'Con Windows 8,1 funziona', 'It works on Windows 8.1', ['8,1']],
    ['pt-BR', 'Os serviços (AD FS) 2,0 estão', 'The services (AD FS) 2.0 are', ['2,0']],
    ['ru-RU', 'Установите PowerShell 3,0', 'Install Windows PowerShell 3.0', ['3,0']],
    ['fr-FR', 'IIS 7,0, 7,5 ou 8,0 avec', 'IIS 7.0, 7.5 or 8.0 with', ['7,0', '7,5', '8,0']],
    ['fr-FR', 'Téléchargement v2,5', 'Download v2.5', ['2,5']],
  ])('finds a comma (%s: %s)', (locale, target, source, expected) => {
    expect(find(target, source, locale)).toEqual(expected)
  })

  it('repairs the comma of the version, not that of a measure', () => {
    expect(fixed('Windows 8,1 avec 8,1 GHz', 'Windows 8.1 with 8.1 GHz')).toContain(
      '>Windows 8.1 avec 8,1 GHz<',
    )
    expect(fixed('**TLS 1,1** et **TLS 1,2**', '**TLS 1.1** and **TLS 1.2**')).toContain(
      '>**TLS 1.1** et **TLS 1.2**<',
    )
  })

  it.each([
    ['points', 'fr-FR', 'TLS 1.2', 'TLS 1.2 x'],
    [
      'measures',
      'fr-FR',
      'Processeur Intel, 2,33 GHz, 1,5 Mbits/s',
      'An Intel processor, Intel 2.33 GHz, WAN 1.5 Mbps',
    ],
    ['percentages', 'de-DE', 'Im Pool 0,5 %', 'In the Pool 0.5%'],
    ['scores', 'fr-FR', 'Un MOS 3,6 est bon', 'A MOS 3.6 is good'],
    ['values', 'de-DE', 'Der Standardwert ist 5,0.', 'The default value is 5.0.'],
    ['begins of sentences', 'fr-FR', 'Environ 1,5 à 2', 'Approximately 1.5 to 2'],
    ['capitals at the begin', 'fr-FR', 'Au moins 1,6', 'Minimum 1.6'],
    ['numbers with three parts', 'fr-FR', 'Windows 6,3,9600', 'Windows 6.3.9600'],
    ['the version beside a measure', 'fr-FR', 'Windows 8.1, 8,1 fois', 'Windows 8.1, on average 8.1 times'],
    ['paths', 'fr-FR', 'Office\\15,0\\Lync', 'Office\\15.0\\Lync'],
    ['lists of numbers', 'fr-FR', 'Ports 1,2', 'Ports 1,2 x'],
  ])('leaves %s alone', (_name, locale, target, source) => {
    expect(find(target, source, locale)).toEqual([])
  })
})
