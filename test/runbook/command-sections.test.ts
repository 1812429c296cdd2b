import { describe, expect, it } from 'vitest'
import { runbookText } from '../model/runbook-text.ts'

const WORK = '## Option 1: Create a mailbox\n\n1. Open the shell.\n2. Close the shell.\n'
const LINES = ['A procedure: Option 1: Create a mailbox', '1 Open the shell.', '2 Close the shell.']

describe('sections that consist of commands', () => {
  it.each(['Option 2: Change a mailbox', 'Method B – Change a mailbox', 'Change a mailbox'])(
    'are a step where their heading names work: %s',
    (heading) => {
      expect(
        runbookText(`# T\n\n${WORK}\n## ${heading}\n\n\`\`\`powershell\nSet-Mailbox -Alias room\n\`\`\`\n`),
      ).toEqual([...LINES, `B procedure: ${heading}`, '1 Set-Mailbox -Alias room'])
    },
  )

  it('keep their notes before the step', () => {
    const text = `# T\n\n${WORK}\n## Change a mailbox\n\n> [!NOTE]\n> Once only.\n\n\`\`\`\nnet stop mail\n\`\`\`\n`
    expect(runbookText(text)).toEqual([
      ...LINES,
      'B procedure: Change a mailbox',
      'note: Once only.',
      '1 net stop mail',
    ])
  })

  it.each([
    ['a language of commands', '```powershell\n$a = 1\n```'],
    ['a cmdlet', '```\nGet-Mailbox -Alias room\n```'],
    ['a tool', '    C:\\> netsh winsock reset'],
  ])('stay in sight under other headings with %s', (_, code) => {
    const lines = runbookText(`# T\n\n${WORK}\n## Mailboxes\n\n${code}\n`)
    expect(lines?.[3]).toMatch(/^= Mailboxes: /)
  })

  it.each([
    ['data', '```xml\n<a>Get-Mailbox</a>\n```'],
    ['code without commands', '```\nName: room\n```'],
  ])('are not those with %s', (_, code) => {
    expect(runbookText(`# T\n\n${WORK}\n## Mailboxes\n\n${code}\n`)?.[3]).toBe(
      'not included: Mailboxes (background)',
    )
    expect(runbookText(`# T\n\n${WORK}\n## Change a mailbox\n\n${code}\n`)?.[3]).toMatch(
      /^= Change a mailbox: /,
    )
  })
})
