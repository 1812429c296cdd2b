import { describe, expect, it } from 'vitest'
import { formatDate, machineDate } from '../../../src/render/i18n/format-date.ts'
import { parseDate } from '../../../src/util/text/parse-date.ts'

describe('parseDate', () => {
  it.each([
    ['07/23/2014', '2014-07-23'],
    ['7/3/2014', '2014-07-03'],
    ['2014-07-23', '2014-07-23'],
    [' 2020-02-29T23:59:59Z ', '2020-02-29'],
  ])('reads %s as %s', (text, day) => {
    expect(parseDate(text)?.toISOString()).toBe(`${day}T00:00:00.000Z`)
  })

  it.each(['', '23/07/2014', '02/30/2020', '2014-13-01', 'July 2014', '<script>', '1/1/20', '20140723'])(
    'takes %j for no date',
    (text) => {
      expect(parseDate(text)).toBeNull()
    },
  )
})

describe('formatDate', () => {
  it.each([
    ['fr-FR', '23 juillet 2014'],
    ['en-US', 'July 23, 2014'],
    ['de-DE', '23. Juli 2014'],
    ['ja-JP', '2014年7月23日'],
    ['fr_FR', 'July 23, 2014'],
  ])('writes a date as %s does', (locale, text) => {
    expect(formatDate(locale, '07/23/2014')).toBe(text)
  })

  it('uses the Gregorian calendar, which the input uses, in every locale', () => {
    for (const locale of ['ar-SA', 'fa-IR', 'th-TH']) {
      const year = new Intl.NumberFormat(locale, { useGrouping: false }).format(2014)
      expect(formatDate(locale, '07/23/2014')).toContain(year)
    }
  })

  it('gives back what is no date as written', () => {
    expect(formatDate('fr-FR', '23/07/2014')).toBe('23/07/2014')
    expect(machineDate('23/07/2014')).toBeNull()
  })
})
