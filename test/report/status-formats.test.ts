import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statusFormats } from '../../src/report/status/formats.ts'
import { percent } from '../../src/report/status/percent.ts'
import { bareReport, emptyReport, exampleReport, hostileReport, wideReport } from './status-reports.ts'

describe('percent', () => {
  it('rounds down', () => {
    expect([0, 0.0004, 0.57, 0.9799, 0.9999, 0.99999999999, 1].map((share) => percent(share))).toEqual([
      '0.0%',
      '0.0%',
      '57.0%',
      '97.9%',
      '99.9%',
      '99.9%',
      '100%',
    ])
    expect([0, 0.57, 0.9999, 1].map((share) => percent(share, 0))).toEqual(['0%', '57%', '99%', '100%'])
  })

  it('shows each share of four digits as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (number) => {
        const digits = String(number).padStart(4, '0')
        expect(percent(number / 10_000)).toBe(`${Number(digits.slice(0, 2))}.${digits[2]}%`)
        expect(percent(number / 10_000, 0)).toBe(`${Number(digits.slice(0, 2))}%`)
      }),
    )
  })

  it('shows a dash for what is no number', () => {
    expect(percent(0 / 0)).toBe('–')
  })
})

describe('statusFormats', () => {
  it('has these formats', () => {
    expect(Object.keys(statusFormats)).toEqual(['text', 'json', 'markdown', 'html', 'svg'])
  })

  it.each(Object.entries(statusFormats))('%s ends with one line break and knows no NaN', (_, format) => {
    for (const report of [exampleReport(), emptyReport(), bareReport(), wideReport(40), hostileReport()]) {
      const output = format(report, {})
      expect(output).toMatch(/[^\n]\n$/)
      expect(output).not.toMatch(/NaN|undefined/)
      expect(format(report)).toBe(output)
    }
  })

  it('hands the options on', () => {
    expect(statusFormats.text(exampleReport(), { color: true })).toContain('\u001B[')
    expect(statusFormats.svg(exampleReport(), { locale: 'de-DE' })).toContain('de-DE')
  })

  it('gives JSON that is the report', () => {
    expect(JSON.parse(statusFormats.json(exampleReport()))).toEqual(exampleReport())
    expect(statusFormats.json(exampleReport())).toContain('\n  "type": "status"')
  })
})
