import { describe, expect, it } from 'vitest'
import { explainRunbook } from '../../src/runbook/explain-runbook.ts'
import { readMarkdown, runbookText } from '../model/runbook-text.ts'

/** A procedure, so that the document has a runbook. */
const WORK = '## To restart\n\n1. Stop the service.\n2. Start the service.\n'
const LINES = ['A procedure: To restart', '1 Stop the service.', '2 Start the service.']
const code = (line: string) => `\`\`\`powershell\n${line}\n\`\`\`\n`

/** The lines of a section after {@link WORK}. */
const linesOf = (heading: string, ...blocks: string[]) =>
  runbookText(`# T\n\n${WORK}\n## ${heading}\n\n${blocks.join('\n\n')}\n`)?.slice(LINES.length)

describe('a paragraph that asks to run the code after it', () => {
  it.each([
    'To install it, insert the disk. Then type the following:',
    'Disable the policy, run:',
    'To remove it, run the following command. You must be an administrator.',
    'To add the role, use the Add-Role cmdlet. Each role has one name.',
  ])('is a step under a heading that names no work: %s', (text) => {
    expect(linesOf('Software for servers', 'Servers need .NET.', text, code('Add-Role A'))).toEqual([
      'B procedure: Software for servers',
      'before: Servers need .NET.',
      `1 ${text} Add-Role A`,
    ])
  })

  it.each([
    ['an example', 'Software', 'For example, this command adds a role:'],
    ['what is shown', 'Software', 'When you run this you see the following:'],
    ['an offer alone', 'Software', 'You can add a role by running this command:'],
    ['under examples', 'Example 2', 'To add the role, run the following command:'],
    ['under parameters of a command', 'Parameters', 'To add the role, run the following command:'],
    ['among reasons for a failure', 'Possible causes', 'To add the role, run the following command:'],
    ['among results', 'Expected results', 'To see the role, run the following command:'],
  ])('is none where it is %s', (_, heading, text) => {
    expect(linesOf(heading, text, code('Add-Role A'))?.[0]).toMatch(/^=/)
  })

  it('is a step under a heading of work below examples', () => {
    const lines = linesOf('Examples', `### Add a role\n\nRun this command:\n\n${code('Add-Role A')}`)
    expect(lines?.at(-1)).toBe('1 Run this command: Add-Role A')
  })

  it('is none where it is for more information', () => {
    expect(linesOf('Software', 'For more information, type:', code('Get-Help Add-Role'))?.[0]).toMatch(/^=/)
  })

  it('makes steps of the commands beside it that are only offered, but of no examples and outputs', () => {
    const lines = linesOf(
      'Roles',
      'To add a role, run this command:',
      code('Add-Role A'),
      'The output looks like this:',
      '```\nName : A\n```',
      'You can then assign it:',
      code('Set-Role A'),
      'For example:',
      code('Set-Role B'),
      'Alternatively, use this command:',
      code('Set-Role C'),
    )
    expect(lines).toEqual([
      'B procedure: Roles',
      '1 To add a role, run this command: Add-Role A The output looks like this: Name : A',
      '2 You can then assign it: Set-Role A For example: Set-Role B',
      '3! Alternatively, use this command: Set-Role C',
    ])
  })

  it('makes steps of the other instructions where most paragraphs are instructions', () => {
    const lines = linesOf(
      'Roles',
      'To have a role, run these commands.',
      'i. Open the console.',
      'ii. To add a role, run this command:',
      code('Add-Role A'),
      'iii. Close the console.',
    )
    expect(lines).toEqual([
      'B procedure: Roles',
      'before: To have a role, run these commands.',
      '1 i. Open the console.',
      '2 ii. To add a role, run this command: Add-Role A',
      '3 iii. Close the console.',
    ])
  })

  it('is an example where other commands stand before it', () => {
    const text = [
      'This adds a role:',
      code('Add-Role A'),
      'To remove it, run this command:',
      code('Remove-Role A'),
    ]
    expect(linesOf('Roles', ...text)?.[0]).toMatch(/^= Roles/)
  })

  it('is a procedure of its own before a list', () => {
    const list = 'To use the console, do the following:\n\n1. Open the console.\n2. Click **Add**.'
    expect(linesOf('Roles', 'To add a role, run this command:', code('Add-Role A'), list)).toEqual([
      'B procedure: Roles',
      '1 To add a role, run this command: Add-Role A',
      'C procedure: Roles › To use the console, do the following:',
      '1 Open the console.',
      '2 Click Add.',
    ])
  })
})

describe('text that shows the command after it, under a heading of work', () => {
  const lines = (...blocks: string[]) => linesOf('Running the test', ...blocks)

  it('is a step with its command and what else is said of it, each test apart', () => {
    const texts = [
      'The command shown in Example 1 verifies A.',
      'If A is missing, you must run the command with another parameter.',
      'Example 2 tests B.',
      'The commands shown in the next example test C.',
      'To do this, the first command signs in.',
    ] as const
    const blocks = [
      texts[0],
      texts[1],
      code('Test-A'),
      texts[2],
      code('Test-B'),
      texts[3],
      texts[4],
      code('Test-C'),
    ]
    expect(lines(...blocks)).toEqual([
      'B procedure: Running the test',
      `1 ${texts[0]} ${texts[1]} Test-A`,
      `2 ${texts[2]} Test-B`,
      `3 ${texts[3]} ${texts[4]} Test-C`,
    ])
  })

  it('is none where it speaks of a command before it', () => {
    expect(lines('The first command in the preceding example verifies A.', code('Test-A'))?.[0]).toMatch(/^=/)
  })
})

describe('bullets that ask to run the code in them', () => {
  const bullet = (text: string, line: string) => `- ${text}\n\n  \`\`\`powershell\n  ${line}\n  \`\`\`\n`

  it('are steps, those with a purpose for those who have it', () => {
    const list = [
      bullet('To add a role, run:', 'Add-Role A'),
      bullet('Type the following cmdlet:', 'Get-Role'),
    ]
    expect(linesOf('Roles', 'Roles have names.', list.join('\n'))).toEqual([
      'B procedure: Roles',
      'before: Roles have names.',
      '1! To add a role, run: Add-Role A',
      '2 Type the following cmdlet: Get-Role',
    ])
  })

  it('may not apply where any of them is offered', () => {
    const list = [bullet('Run this cmdlet:', 'Get-Role'), bullet('Run this cmdlet:', 'Test-Role')]
    expect(
      linesOf('Roles', 'You can use either of the following methods:', list.join('\n'))?.slice(2),
    ).toEqual(['1! Run this cmdlet: Get-Role', '2! Run this cmdlet: Test-Role'])
  })

  it.each([
    [
      'describe errors and their resolutions',
      'Roles',
      ['Error: None is there.', 'Resolution: Run this cmdlet:'],
    ],
    ['are examples', 'Examples', ['To add a role, run:', 'To see a role, run:']],
    [
      'tell why something failed',
      'Reasons why it might fail',
      ['To add a role, run:', 'To see a role, run:'],
    ],
  ])('are none where they %s', (_, heading, texts) => {
    const list = texts.map((text) => bullet(text, 'Add-Role A')).join('\n')
    expect(linesOf(heading, list)?.[0]).toMatch(/^=/)
  })
})

describe('a page without other steps', () => {
  const page = (title: string, heading: string) =>
    `# ${title}\n\n## ${heading}\n\nTo add a role, run this command:\n\n${code('Add-Role A')}`

  it('has a runbook where its title or the heading above the command names work', () => {
    expect(runbookText(page('Adding roles', 'Roles'))).not.toBeNull()
    expect(runbookText(page('Roles', 'Add a role'))).not.toBeNull()
    expect(runbookText(page('Manually purging roles', 'Roles'))).not.toBeNull()
  })

  it.each([
    ['Roles', 'Scopes'],
    ['Roles', 'Using the cmdlet'],
    ['Planning for roles', 'Add a role'],
  ])('is reference otherwise: %s, %s', (title, heading) => {
    const { runbook, reason } = explainRunbook(readMarkdown(page(title, heading)))
    expect(runbook).toBeNull()
    expect(reason).toContain('does not name work')
  })

  it('is reference where bullets with commands are all there is', () => {
    const text = `# Roles\n\nYou have two options:\n\n- Run this cmdlet:\n\n  ${code('Get-Role').replaceAll('\n', '\n  ')}\n`
    expect(runbookText(text)).toBeNull()
  })
})
