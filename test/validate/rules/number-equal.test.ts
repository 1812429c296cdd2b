import { describe, expect, it } from 'vitest'
import { numberEqual } from '../../../src/validate/rules/number-equal.ts'
import { sxs } from '../check-text.ts'
import { findingsOf } from '../findings-of.ts'

const find = (target: string, source: string, locale = 'fr-FR') =>
  findingsOf(numberEqual, sxs(101, target, source), locale)

describe('number-equal', () => {
  it.each([
    ['a digit that is lost', 'Lync Server 201', 'Lync Server 2013', '201', '2013'],
    ['another number', 'Le port 5060', 'Port 5061', '5060', '5061'],
    ['a lost number', 'Le port', 'Port 5061', '', '5061'],
    ['a number too many', 'Le port 80', 'The port', '80', ''],
    ['a lost decimal mark', 'Le délai est de 15 secondes', 'The delay is 1.5 seconds', '15', '1.5'],
    ['a lost group', 'Pour 150 utilisateurs', 'For 150,000 users', '150', '150,000'],
    ['another hour', 'À 17:00', 'At 5:00 AM', '17', '5'],
    ['another scale', 'Un million', '1.5 million', '', '1.5'],
  ])('finds %s', (_name, target, source, actual, expected) => {
    expect(find(target, source)).toMatchObject([{ actual, expected: [expected] }])
  })

  it('finds numbers too many in cells with numbers only, in languages that count otherwise', () => {
    const cell = (target: string, source: string) =>
      findingsOf(numberEqual, `|${sxs(100, 'A', 'A')}|\n|-|\n|${sxs(101, target, source)}|`, 'ja-JP')
    expect(cell('10 分、20 分', '10 minutes')).toHaveLength(1)
    expect(cell('24 時間 365 日体制', '24X7')).toEqual([])
    expect(cell('もう 1 つの例です', 'Another example')).toEqual([])
    expect(find('ポート 5060', 'Port 5061', 'ja-JP')).toHaveLength(1)
  })

  it('points at the number', () => {
    expect(find('Le port 5060', 'Port 5061')[0]!.place).toEqual([38, 42])
  })

  it.each([
    ['groups', '150 000, 150\u202F000 et 150.000', '150,000', 'fr-FR'],
    ['decimal marks', '1,5 et 1 234,56', '1.5 and 1,234.56', 'fr-FR'],
    ['groups of India', '150 000', '1,50,000', 'fr-FR'],
    ['groups of Switzerland', '1’234.56', '1,234.56', 'de-CH'],
    ['words', 'deux serveurs et un pool', '2 servers and 1 pool', 'fr-FR'],
    ['digits for words', '2 serveurs', 'two servers', 'fr-FR'],
    ['composed words', '25 et 500', 'twenty-five and five hundred', 'fr-FR'],
    ['an article', '1 serveur', 'a server', 'fr-FR'],
    ['ordinals', 'le 1er et la deuxième', 'the first and the 2nd', 'fr-FR'],
    ['months', '2013 年 7 月 5 日', 'July 5, 2013', 'zh-CN'],
    ['month names', 'le 5 juillet 2013', '7/5/2013', 'fr-FR'],
    ['another order', '05.07.2013', '7/5/2013', 'de-DE'],
    ['clocks', 'de 9 h à 17 h', 'from 9:00 A.M. to 5:00 PM', 'fr-FR'],
    ['an hour in words', 'de 9 heures à 17 heures', 'a 9-to-5 day', 'fr-FR'],
    ['percent', '100 %', '100%', 'fr-FR'],
    ['full-width digits', '５０ 個', '50 items', 'ja-JP'],
    ['Arabic digits', 'المنفذ ٥٠٦١ و ١٫٥', 'Port 5061 and 1.5', 'ar-SA'],
    ['ten thousands', '15 万', '150,000', 'zh-CN'],
    ['thousands', '1,5 million', '1,500,000', 'fr-FR'],
    ['telephone numbers', 'appelez le 425 555 0100', 'call (425) 555-0100', 'fr-FR'],
    ['international telephone numbers', 'le +1 425 555 1234', '+1 425-555-1234', 'fr-FR'],
    ['lists without spaces', '80, 443', '80,443', 'fr-FR'],
    ['a number before another', 'bis zu 5 640 x 360', 'up to five 640 x 360', 'de-DE'],
    ['complete', '100-prozentige Sicherheit', 'complete security', 'de-DE'],
    ['the dual', '13:00–15:00 (ساعتان)', '13:00–15:00 (2 hours)', 'ar-SA'],
    ['words after particles', 'لمدة خمس عشرة دقيقة وخلال يومين', 'for 15 minutes and in 2 days', 'ar-SA'],
    ['a price without zero', 'بين .01 دولار و100 دولار', 'between $.01 and $100', 'ar-SA'],
    [
      'another counting',
      'もう 1 つの例は、2 番目の言語です',
      'Another example is the secondary language',
      'ja-JP',
    ],
    ['zero in letters', '値はゼロです', 'The value is 0', 'ja-JP'],
    ['round-the-clock', '24 時間 365 日', 'a 24/7 schedule', 'ja-JP'],
    ['a name with a number', '新型コロナウイルスの発生', 'the COVID-19 outbreak', 'ja-JP'],
    ['decades', '自 70 年代以来', 'since the 1970s', 'zh-CN'],
    ['numbers in formulas', '状态 $a_1$ 和 $ 0.5 $', 'The states $a_2$ and $0.7$', 'zh-CN'],
    ['names', 'sessions P2P', 'peer-to-peer sessions', 'fr-FR'],
    ['third parties', 'applications tierces', '3rd-party applications', 'fr-FR'],
    ['emergency calls', 'Notrufe über E911', '9-1-1 emergency calls', 'de-DE'],
    ['measures', '86 x 112 cm', '34-by-44 inch', 'fr-FR'],
    ['a fraction without zero', '0,05', '.05', 'fr-FR'],
    ['numbers in URLs', '[aide](a.md?x=12)', '[help](a.md?x=13)', 'fr-FR'],
    ['versions, which are another rule’s', 'La version', 'Version 5.0.8308.0', 'fr-FR'],
    ['numbers in code, which are another rule’s', 'Tapez `2`', 'Type `3`', 'fr-FR'],
  ])('lets %s be', (_name, target, source, locale) => {
    expect(find(target, source, locale)).toEqual([])
  })
})

it.each([
  ['digits', '7'.repeat(1_000_000)],
  ['zeros within a fraction', `1.${'0'.repeat(1_000_000)}1`],
])('looks through a long run of digits once: %s', (_, number) => {
  expect(find(number, number)).toEqual([])
})

it('finds a number of any length', () => {
  expect(find('7'.repeat(3_000_000), 'a')).toHaveLength(1)
})
