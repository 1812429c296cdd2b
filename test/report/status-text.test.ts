import { describe, expect, it } from 'vitest'
import { statusToText } from '../../src/report/status/text.ts'
import { bareReport, emptyReport, exampleReport, hostileReport, wideReport } from './status-reports.ts'

describe('statusToText', () => {
  it('shows a line for each locale, then the folders', () => {
    expect(
      statusToText(exampleReport(), { width: 120 }),
    ).toBe(`2 documents, 1,250 units, 12,500 words in English (United States) (en-US)

locale                   translated                                   units              words  documents  translated by
de-DE  German (Germany)       50.0%  ████████████▒▒▒░░░░░░░░░░  625/125/500  6,250/1,250/5,000    0/0/1/0     83%/16%/0%
fr-FR  French (France)         100%  █████████████████████████    1,250/0/0         12,500/0/0    1/0/0/0     100%/0%/0%

█ translated  ▒ stale: an earlier source text is translated  ░ missing
units, words: translated/stale/missing  documents: complete/partial/stale/missing
translated by: machine/human/unknown

de-DE  fr-FR  folder
50.0%   100%  (root)
50.0%   100%  部署/本地
`)
  })

  it('puts columns that do not fit into further tables, each with the locales', () => {
    const output = statusToText(exampleReport(), { width: 70 })
    expect(output.match(/German \(Germany\)/g)).toHaveLength(2)
    for (const line of output.split('\n').slice(2, 9)) expect(line.length).toBeLessThanOrEqual(70)
  })

  it('stays in the width with many locales', () => {
    const lines = statusToText(wideReport(3), { width: 60 }).split('\n')
    const rows = lines.filter((line) => line.includes('folder-1'))
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.join(' ').match(/100%/g)).toHaveLength(12)
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(60)
  })

  it('counts complete folders where there are many', () => {
    const output = statusToText(wideReport(40), { width: 300 })
    expect(output.match(/folder-\d+/g)).toEqual(['folder-0', 'folder-10', 'folder-20', 'folder-30'])
    expect(output).toContain('36 folders complete in all locales not listed')
    expect(statusToText(wideReport(30), { width: 300 }).match(/folder-\d+/g)).toHaveLength(30)
  })

  it('shows that something is missing, however little it is', () => {
    const report = exampleReport()
    const french = report.locales['fr-FR']!
    const units = { translated: 99_999, stale: 0, missing: 1 }
    const locales = { 'fr-FR': { ...french, coverage: 0.9999, units } }
    expect(statusToText({ ...report, locales })).toMatch(/99\.9% {2}█+░ /)
  })

  it('colours only when told, without moving anything', () => {
    const colored = statusToText(exampleReport(), { color: true })
    expect(colored).toContain('\u001B[32m')
    expect(colored.replace(/\u001B\[\d+m/g, '')).toBe(statusToText(exampleReport()))
  })

  it('says so when there is nothing', () => {
    expect(statusToText(bareReport())).toBe(
      '0 documents, 0 units, 0 words in English (United States) (en-US)\n\nNo translations\n',
    )
    expect(statusToText(emptyReport())).toMatch(/French \(France\) +– .* 0\/0\/0 .* –\/–\/–\n/)
  })

  it('lets no control character of a path reach the terminal', () => {
    expect(statusToText(hostileReport())).toContain('two⏎lines⟨U+001B⟩[31m⟨U+202E⟩')
  })
})
