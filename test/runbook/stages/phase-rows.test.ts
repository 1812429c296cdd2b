import { describe, expect, it } from 'vitest'
import { itemsToRows } from '../../../src/render/runbook/rows.ts'
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
      '2  → Copy it. (Roles: Admin)',
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

  it('have a box for each command of an action, and room for what it should show', () => {
    const list = '<ul><li><strong>Get-A</strong></li><li><strong>Get-B -All</strong></li></ul>'
    const text = table('Phase | Steps | Roles', [
      `Before failback | <p>Run the cmdlets to verify that all is there.</p><p>Run the following cmdlets:</p>${list} | Admin`,
      'After failback | <ul><li>Place a call and verify that it works.</li><li>Close the log.</li></ul> | Admin',
    ])
    const items = deriveRunbook(readMarkdown(text))!.sections.flatMap((section) =>
      section.type === 'stage' ? section.groups.flatMap((group) => group.items) : [],
    )
    expect(items.map(({ observed }) => observed)).toEqual([true, true, undefined])
    expect(
      items[0]?.parts?.map((part) => part.type === 'steps' && part.steps.map(({ number }) => number)),
    ).toEqual([['1.1', '1.2']])
    const rows = itemsToRows(items.slice(0, 2), 'A', 3, {
      content: () => 'x',
      title: () => 'x',
      otherTitle: () => '',
    })
    expect(rows.map(({ ref, number, depth, box, observed }) => [ref, number, depth, box, observed])).toEqual([
      ['A-3', '3', 0, true, true],
      ['A-3.1', '3a', 1, true, false],
      ['A-3.2', '3b', 1, true, false],
      ['A-4', '4', 0, true, true],
    ])
  })

  it('repeat a note with the text that it refers to', () => {
    const rows = ['Before failback | Export it.', 'After failback | Check it.']
    const text = table('Phase | Steps', rows)
    const noted = (note: string) =>
      runbookText(text.replace('# T\n', `# T\n\nNames must be unique.\n\n> [!NOTE]\n> ${note}\n`))?.filter(
        (line) => line.startsWith('before'),
      )
    expect(noted('This constraint applies to queues.')?.[1]).toBe(
      'before: Names must be unique. This constraint applies to queues.',
    )
    expect(noted('Queues are never exported.')?.[1]).toBe('before: Queues are never exported.')
    expect(noted('This table is for pools.')?.[1]).toBe('before: This table is for pools.')
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
