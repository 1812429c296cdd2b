import { describe, expect, it } from 'vitest'
import { runbookText } from '../model/runbook-text.ts'

const WORK = '## Option 1: Create a mailbox\n\n1. Open the shell.\n2. Close the shell.\n'
const LINES = ['A procedure: Option 1: Create a mailbox', '1 Open the shell.', '2 Close the shell.']

describe('sections of a sentence and a command', () => {
  const part = (heading: string, text: string) =>
    `## ${heading}\n\n- ${text}\n\n  \`\`\`\n  Get-Log -All\n  \`\`\`\n\n`
  const to = (name: string) => part(`To view ${name}`, 'This command returns it:')
  const other = part('Viewing all logs', 'In this example, all logs are returned:')

  it('are steps where two others are', () => {
    const heads = runbookText(`# T\n\n${to('one')}${to('two')}${other}`)?.filter((line) =>
      /^[A-Z=] /.test(line),
    )
    expect(heads).toEqual([
      'A procedure: To view one',
      'B procedure: To view two',
      'C procedure: Viewing all logs',
    ])
  })

  it('stay text beside a single one', () => {
    expect(runbookText(`# T\n\n${to('one')}${other}`)?.join('\n')).not.toContain('B procedure')
  })
})

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

describe('code after a paragraph with a condition', () => {
  const linesOf = (paragraph: string) =>
    runbookText(
      `# T\n\n${WORK}\n## Remove a mailbox\n\n${paragraph}\n\n\`\`\`powershell\nRemove-Mailbox A\n\`\`\`\n\nClose the shell.\n`,
    )?.slice(4)

  it.each(['If it is unknown, find it. Then remove it.', 'If it is unknown, use Get-Mailbox. Then note it.'])(
    'is a step of its own if the paragraph does not announce it: %s',
    (paragraph) => {
      expect(linesOf(paragraph)).toEqual([`1! ${paragraph}`, '2 Remove-Mailbox A', '3 Close the shell.'])
    },
  )

  it.each([
    'If it is old, remove it:',
    'If it is old, use the Remove-Mailbox cmdlet. Allow an hour.',
    'If it is old, run the following command. Allow an hour.',
  ])('depends on the condition if the paragraph announces it: %s', (paragraph) => {
    expect(linesOf(paragraph)?.[0]).toBe(`1! ${paragraph} Remove-Mailbox A`)
  })
})

describe('sections that ask to run commands under a heading that names no work', () => {
  const page = (...paragraphs: string[]) =>
    runbookText(`# T\n\n${WORK}\n## The module\n\n${paragraphs.map((text) => `${text}\n\n`).join('')}`)
  const code = (command: string) => `\`\`\`powershell\n${command}\n\`\`\``

  it('are steps', () => {
    const lines = page(
      'Run the following to install the module.',
      code('Install-Module A'),
      'If it fails, run these commands:',
      code('Update-Module A'),
    )
    expect(lines?.slice(3)).toEqual([
      'B procedure: The module',
      '1 Run the following to install the module. Install-Module A',
      '2! If it fails, run these commands: Update-Module A',
    ])
  })

  it.each([
    ['somebody else runs them', 'The service runs the following:', 'The module'],
    ['the heading is about a failure', 'Run the following:', 'Possible causes'],
    ['the heading gives advice', 'Run the following:', 'Best practices'],
  ])('stay in sight where %s', (_, text, heading) => {
    const lines = runbookText(`# T\n\n${WORK}\n## ${heading}\n\n${text}\n\n${code('Install-Module A')}\n`)
    expect(lines?.[3]).toMatch(new RegExp(`^= ${heading}: `))
  })

  it('are no work on their own', () => {
    expect(runbookText(`# Modules\n\nRun the following:\n\n${code('Get-Module A')}\n`)).toBeNull()
  })

  it('are steps with an example under a heading that names work', () => {
    const text = 'Use the Set-Site cmdlet to assign a policy.'
    const example = 'This example shows how to assign policy 1.'
    const lines = runbookText(
      `# T\n\n${WORK}\n## Assign a policy\n\n${text}\n\n${example}\n\n${code('Set-Site 1')}\n`,
    )
    expect(lines?.slice(3)).toEqual(['B procedure: Assign a policy', `1 ${text} ${example} Set-Site 1`])
  })
})
