import { describe, expect, it } from 'vitest'
import { documentIn } from '../../support/bilingual.ts'
import { checkLocales } from '../check-locales.ts'

/** Checks one unit in several locales. */
function check(source: string, targets: Record<string, string>) {
  const texts = Object.entries(targets).map(([locale, target]) => [
    locale,
    documentIn(locale, [['101', target, source]]),
  ])
  return checkLocales('locale-outlier', Object.fromEntries(texts)).map(
    ([place, reason]) => `${place}: ${reason}`,
  )
}

describe('what one locale loses and the others keep', () => {
  it.each([
    [
      'Wait for 45 minutes.',
      'Attendez 45 minutes.',
      'Warten Sie 45 Minuten.',
      'お待ちください。',
      'number `45`',
    ],
    [
      'Run Get-CsUser now.',
      'Exécutez Get-CsUser.',
      'Führen Sie Get-CsUser aus.',
      'ユーザーを取得します。',
      'command `Get-CsUser`',
    ],
    [
      'Open C:\\Temp\\x.log now.',
      'Ouvrez C:\\Temp\\x.log.',
      'Öffnen Sie C:\\Temp\\x.log.',
      'C:\\一時\\x を開く。',
      'path `C:\\Temp\\x.log`',
    ],
    [
      'Write to a.b@contoso.com.',
      'Écrivez à a.b@contoso.com.',
      'An a.b@contoso.com.',
      '書いてください。',
      'address `a.b@contoso.com`',
    ],
    [
      'See [help](https://a.b/en-us/c).',
      'Voir [aide](https://a.b/fr-fr/c).',
      '[Hilfe](https://a.b/de-de/c).',
      '[助け](https://a.b/ja-jp/d).',
      'link to `https://a.b/en-us/c`',
    ],
    ['Use `-Force` here.', 'Utilisez `-Force`.', 'Nutzen Sie `-Force`.', '`強制` を使う。', 'code `-Force`'],
  ])('%s', (source, french, german, japanese, what) => {
    const found = check(source, { 'fr-FR': french, 'de-DE': german, 'ja-JP': japanese })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^ja-JP 6 warning: /)
    expect(found[0]).toContain(
      `without ${what}, expected it as the source text and all other locales (fr-FR and de-DE) have it`,
    )
  })
})

it('takes numbers as their languages write them', () => {
  const source = 'At most 150,000 users, 2.5 GB and 7 servers.'
  expect(
    check(source, {
      'fr-FR': 'Au plus 150 000 utilisateurs, 2,5 Go et 7 serveurs.',
      'de-DE': 'Höchstens 150.000 Benutzer, 2,5 GB und 7 Server.',
      'ja-JP': '最大１５００００ユーザー、2.5 GB、７台。',
      'ar-SA': 'بحد أقصى ١٥٠٬٠٠٠ مستخدم و ٢٫٥ غيغابايت و ٧ خوادم.',
    }),
  ).toEqual([])
})

it('looks to the source where most locales lose it', () => {
  const found = check('Wait for 45 minutes.', {
    'fr-FR': 'Attendez.',
    'de-DE': 'Warten Sie.',
    'ja-JP': '45 分待ちます。',
  })
  expect(found).toEqual([
    expect.stringMatching(
      /^fr-FR 6 info: Unexpected number `45` in the source text of unit `101` that few translations/,
    ),
  ])
})

it('says nothing of a single locale, nor of a changed source text', () => {
  expect(check('Wait for 45 minutes.', { 'fr-FR': 'Attendez.' })).toEqual([])
  const texts = {
    'fr-FR': documentIn('fr-FR', [['101', 'Attendez 45 minutes.', 'Wait for 45 minutes, then go on.']], {
      'ms.lasthandoff': '12/01/2020',
    }),
    'de-DE': documentIn('de-DE', [['101', 'Warten Sie 30 Minuten.', 'Wait for 30 minutes, then go on.']]),
  }
  expect(checkLocales('locale-outlier', texts)).toEqual([])
})

it('is evidence for other rules: what most locales change is a hint only', () => {
  const at = (german: string, italian: string) => {
    const source = 'Use `-Force` here.'
    const texts = Object.fromEntries(
      Object.entries({ 'fr-FR': 'Utilisez `-Forcer`.', 'de-DE': german, 'it-IT': italian }).map(
        ([locale, target]) => [locale, documentIn(locale, [['101', target, source]])],
      ),
    )
    return checkLocales('code-equal', texts).map(([place]) => place)
  }
  expect(at('Nutzen Sie `-Force`.', 'Usa `-Force`.')).toEqual(['fr-FR 6 error'])
  expect(at('Nutzen Sie `-Gewalt`.', 'Usa `-Forza`.')).toEqual([
    'fr-FR 6 info',
    'de-DE 6 info',
    'it-IT 6 info',
  ])
})
