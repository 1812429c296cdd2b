import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { statusToBadge } from '../../src/report/status/badge.ts'
import {
  bareReport,
  emptyReport,
  exampleReport,
  hostileReport,
  localeStatus,
  wideReport,
} from './status-reports.ts'

const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined

describe('statusToBadge', () => {
  it('shows a locale, with the same in words', () => {
    const badge = statusToBadge(exampleReport(), 'de-DE')
    expect(badge).toMatch(/^<svg .* role="img" aria-label="de-DE: 50%">\n<title>de-DE: 50%<\/title>/)
    expect(badge).toMatch(/>de-DE<\/text>\n<text [^>]*>50%<\/text>/)
  })

  it('adds up the units of all locales without a locale', () => {
    expect(statusToBadge(exampleReport())).toContain('aria-label="translated: 75%"')
  })

  it('never rounds up to 100%', () => {
    const locales = { 'de-DE': localeStatus(1_000_000, 0, 0), 'fr-FR': localeStatus(999_999, 0, 1) }
    expect(statusToBadge({ ...exampleReport(), locales })).toContain('aria-label="translated: 99%"')
    expect(statusToBadge({ ...exampleReport(), locales }, 'de-DE')).toContain('aria-label="de-DE: 100%"')
  })

  it('is wider for a longer text', () => {
    const widthOf = (badge: string) => Number(/ width="(\d+)"/.exec(badge)?.[1])
    const report = wideReport(1)
    expect(widthOf(statusToBadge(report, 'zh-Hans-CN'))).toBeGreaterThan(
      widthOf(statusToBadge(report, 'de-DE')),
    )
  })

  it('shows a dash where there is nothing', () => {
    for (const report of [emptyReport(), bareReport()]) {
      expect(statusToBadge(report)).toContain('aria-label="translated: –"')
      expect(statusToBadge(report)).not.toContain('NaN')
    }
    expect(statusToBadge(emptyReport(), 'fr-FR')).toContain('aria-label="fr-FR: –"')
  })

  it('throws for a locale that the report does not have', () => {
    expect(() => statusToBadge(exampleReport(), 'toString')).toThrow(
      'Unexpected locale toString, expected one of: de-DE, fr-FR',
    )
  })

  it.skipIf(!hasXmllint)('is well-formed XML (needs xmllint)', () => {
    const hostile = hostileReport()
    const badges = [exampleReport(), emptyReport(), bareReport(), wideReport(1)].map((report) =>
      statusToBadge(report),
    )
    badges.push(statusToBadge(hostile, Object.keys(hostile.locales)[0]))
    for (const svg of badges) {
      expect(() => execFileSync('xmllint', ['--noout', '-'], { input: svg, stdio: 'pipe' })).not.toThrow()
    }
    expect(() => execFileSync('xmllint', ['--noout', '-'], { input: '<svg>', stdio: 'pipe' })).toThrow()
  })
})
