import { describe, expect, it } from 'vitest'
import { roleOfCode } from '../../src/runbook/language/branch.ts'
import { statesResult } from '../../src/runbook/language/sentence-marks.ts'
import { sentencesOf } from '../../src/runbook/language/sentences.ts'
import { runbookText } from '../model/runbook-text.ts'
import { pair } from '../support/bilingual.ts'

const command = (text: string) => `\`\`\`powershell\n${text}\n\`\`\`\n\n`

describe('statesResult', () => {
  it.each([
    ['You should now have the command available:', true],
    ['After a few seconds you should get a message.', true],
    ['The report will launch with sample data.', true],
    ['A copy of that page should appear.', true],
    ['The page that opens shows the values.', true],
    ['The field has the name that appears in the box.', false],
    ['The list opens. You can optionally edit it.', false],
    ['The list opens. You can see the items.', true],
  ])('%s', (text, expected) => expect(statesResult(text)).toBe(expected))
})

describe('roleOfCode', () => {
  it.each([
    ['Run the file, and your output should look similar to the following:', 'output'],
    ['Run the file, and your output should match that below. It ends with a key.', 'output'],
    ['Run the cmdlet for others (e.g. the scenario A):', null],
    ['Run the cmdlet, e.g.:', 'example'],
  ])('%s', (text, expected) => expect(roleOfCode(text)).toBe(expected))
})

describe('sentencesOf', () => {
  it('goes on after abbreviations inside a sentence', () => {
    expect(
      sentencesOf('It counts A, B, etc. for all. If others (e.g. Numerics) are there, run it.'),
    ).toHaveLength(2)
    expect(sentencesOf('It counts A, etc. Then it stops.')).toHaveLength(2)
  })
})

describe('a bullet that only states a result', () => {
  it('is the result of the one before it', () => {
    const list = '- Open the report.\n- The report will launch with data.\n- Close it.\n'
    expect(runbookText(`# Open reports\n\nTo open one, do the following:\n\n${list}`)).toEqual([
      'A procedure: Open reports',
      'before: To open one, do the following:',
      '1 Open the report. The report will launch with data.',
      '2 Close it.',
    ])
  })
})

describe('text after a command', () => {
  const heading = '# Install it\n\n## To install it\n\n'

  it('belongs to the step before if it tells the effect of the command', () => {
    const effect = pair('a-1', 'x', 'This will make it available.')
    const work = pair('a-2', 'y', 'To use it, run the following:')
    const text = `${heading}Run the following:\n\n${command('Import-Module A')}${effect} ${work}\n\n${command('Get-A')}`
    expect(runbookText(text)).toEqual([
      'A procedure: To install it',
      '1 Run the following: Import-Module A This will make it available.',
      '2 To use it, run the following: Get-A',
    ])
  })

  it('is no step if it is about help', () => {
    const text = `${heading}Run the following:\n\n${command('Import-Module A')}Run this to learn more:\n\n${command('Get-A -?\nGet-Help Get-A')}`
    expect(runbookText(text)).toHaveLength(2)
  })
})

describe('bullets of precautions', () => {
  it('are steps, also under a heading of advice; an exception leaves open if they apply', () => {
    const list =
      '- Keep servers up to date.\n- Disable all ports, unless you control access.\n- We recommend that you disable **A**.\n- Encrypt disks unless they are safe.\n- Ensure that rights are set up.\n'
    expect(
      runbookText(
        `# Best practices\n\nTo protect servers, take the following precautions:\n\n${list}`,
      )?.slice(2),
    ).toEqual([
      '1 Keep servers up to date.',
      '2! Disable all ports, unless you control access.',
      '3 We recommend that you disable A.',
      '4! Encrypt disks unless they are safe.',
      '5 Ensure that rights are set up.',
    ])
  })
})

describe('a page of descriptions', () => {
  it('is no runbook, whatever one of its parts asks for', () => {
    const tool = (name: string) =>
      `## ${name}\n\n## Description\n\nIt is a tool.\n\n## Usage\n\n1. Start it.\n2. Stop it.\n\n`
    expect(runbookText(`# Tools\n\n${tool('A')}${tool('B')}${tool('C')}`)).toBeNull()
    expect(runbookText(`# Tools\n\n${tool('A')}${tool('B')}`)).not.toBeNull()
  })
})
