import { describe, expect, it } from 'vitest'
import { linkText } from '../../../src/validate/rules/link-text.ts'
import { repair } from '../apply-fixes.ts'
import { sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const find = (target: string, source: string, locale = 'fr-FR') =>
  findingsOf(linkText, sxs(101, target, source), locale).map(({ actual }) => actual)

const fixed = (target: string, source: string) => repair(linkText, sxs(101, target, source))

const MAIL = 'Write to [help@contoso.com](mailto:help@contoso.com) now'
const PAGE = 'See [https://contoso.com/help](https://contoso.com/help)'

describe('link-text', () => {
  it.each([
    ['fr-FR', 'Écrivez à [aide@contoso.com](mailto:help@contoso.com)', MAIL, 'aide@contoso.com'],
    ['de-DE', 'An [help@contoso.com](mailto:hilfe@contoso.com)', MAIL, 'help@contoso.com'],
    ['fr-FR', 'Voir [https://contoso.com/aide](https://contoso.com/help)', PAGE, 'https://contoso.com/aide'],
    [
      'ja-JP',
      '[https://contoso.com/ヘルプ](https://contoso.com/help)を参照',
      PAGE,
      'https://contoso.com/ヘルプ',
    ],
    [
      'zh-CN',
      '请参阅 <a href="https://contoso.com/a">www.contoso.cn/a</a>。',
      'See <a href="https://contoso.com/a">www.contoso.com/a</a>.',
      'www.contoso.cn/a',
    ],
    [
      'fr-FR',
      'Voir [portail.contoso.com](https://portal.contoso.com/a)',
      'See [portal.contoso.com](https://portal.contoso.com/a)',
      'portail.contoso.com',
    ],
    [
      'es-ES',
      'Abra [configuración.json](docs/settings.json)',
      'Open [settings.json](docs/settings.json)',
      'configuración.json',
    ],
    [
      'es-ES',
      'Abra [ajustes.json](docs/settings.json)',
      'Open [settings.json](docs/settings.json)',
      'ajustes.json',
    ],
  ])('finds another address (%s: %s)', (locale, target, source, expected) => {
    expect(find(target, source, locale)).toEqual([expected])
  })

  it('copies the text of the source text', () => {
    expect(fixed('À [aide@contoso.com](mailto:help@contoso.com)', MAIL)).toContain(
      '>À [help@contoso.com](mailto:help@contoso.com)<',
    )
    expect(fixed('À [help@contoso.com](mailto:aide@contoso.com)', MAIL)).toContain(
      '>À [help@contoso.com](mailto:aide@contoso.com)<',
    )
  })

  it.each([
    ['the same address', 'fr-FR', 'À [help@contoso.com](mailto:help@contoso.com)', MAIL],
    ['words', 'fr-FR', 'Voir [l’aide](https://contoso.com/help)', PAGE],
    [
      'words with an address in them',
      'fr-FR',
      'Voir [l’aide de contoso.com](https://contoso.com/help)',
      PAGE,
    ],
    ['both changed', 'fr-FR', '[https://contoso.com/aide](https://contoso.com/aide)', PAGE],
    [
      'the locale',
      'fr-FR',
      '[https://contoso.com/fr-fr/a](https://contoso.com/en-us/a)',
      '[https://contoso.com/en-us/a](https://contoso.com/en-us/a)',
    ],
    [
      'scheme, `www.` and slash',
      'fr-FR',
      '[contoso.com](https://www.contoso.com/)',
      '[www.contoso.com](https://www.contoso.com/)',
    ],
    [
      'letter case',
      'fr-FR',
      '[https://contoso.com/?LinkId=1](https://contoso.com/?linkid=1)',
      '[https://contoso.com/?LinkId=1](https://contoso.com/?linkid=1) x',
    ],
    [
      'the last part',
      'fr-FR',
      'Ouvrez [settings.json](docs/settings.json)',
      'Open [settings.json](docs/settings.json)',
    ],
    ['a mark after the address', 'zh-CN', '[https://contoso.com/help。](https://contoso.com/help)', PAGE],
    [
      'percent-encoding',
      'fr-FR',
      '[https://contoso.com/é](https://contoso.com/%C3%A9)',
      '[https://contoso.com/é](https://contoso.com/%C3%A9) x',
    ],
    [
      'what differs in the source text',
      'fr-FR',
      '[https://aka.ms/x](https://contoso.com/help)',
      '[https://aka.ms/x](https://contoso.com/help) x',
    ],
    [
      'names with a dot',
      'fr-FR',
      '[ASP.NET](a.md) et [Node.js 2](b.md)',
      '[ASP.NET](a.md) and [Node.js 2](b.md)',
    ],
  ])('leaves %s alone', (_name, locale, target, source) => {
    expect(find(target, source, locale)).toEqual([])
  })
})
