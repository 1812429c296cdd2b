import { describe, expect, it } from 'vitest'
import { deriveRunbook } from '../../../src/runbook/derive-runbook.ts'
import { linesOf, readMarkdown, runbookText } from '../../model/runbook-text.ts'

const table = (head: string, rows: readonly string[]) =>
  `# T\n\n| ${head} |\n|${'-|'.repeat(head.split('|').length)}\n${rows.map((row) => `| ${row} |\n`).join('')}`

describe('phases that stand as rows', () => {
  it('are stages in their order, with an item per action and the other columns as fields', () => {
    const text = table('Phase | Steps | Roles', [
      'Before failback | <ul><li>Export it.</li><li>Copy it.</li></ul> | Admin',
      'During test | Call it. | Admin',
      'After failback | Check it. | Admin',
    ])
    expect(runbookText(text)).toEqual([
      'A stage: Before failback',
      '1  → Export it. (Roles: Admin)',
      '2  → Copy it.',
      'B stage: During test',
      '1  → Call it. (Roles: Admin)',
      'C stage: After failback',
      '1  → Check it. (Roles: Admin)',
    ])
  })

  it('have an item per column where no column has actions', () => {
    const text = table('When | Calls | Notes', [
      'During outage | Calls fail. | See the log.',
      'After outage | Calls work. | ',
    ])
    expect(runbookText(text)).toEqual([
      'A stage: During outage',
      '1 Calls → Calls fail. (Notes: See the log.)',
      'B stage: After outage',
      '1 Calls → Calls work.',
    ])
  })

  it.each([
    ['one kind of phase', 'Phase | Text', ['Before outage | A.', 'Before failback | B.']],
    ['rows without a phase', 'Phase | Text', ['Before outage | A.', 'Setup | B.', 'After outage | C.']],
    ['a header about other things', 'If you record | Text', ['Before outage | A.', 'After outage | B.']],
  ])('are not read from %s', (_, head, rows) => {
    expect(runbookText(table(head, rows))).toBeNull()
  })

  it('can be chosen by settings', () => {
    const text = table('If you record | Text', ['Before outage | A.', 'After outage | B.'])
    const document = readMarkdown(text)
    expect(linesOf(deriveRunbook(document, { tables: { '#t': 'stage' } })!, document)).toContain(
      'B stage: After outage',
    )
    expect(
      linesOf(deriveRunbook(document, { stages: ['After outage', 'Before outage'] })!, document),
    ).toContain('A stage: After outage')
  })
})
