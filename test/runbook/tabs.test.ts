import { describe, expect, it } from 'vitest'
import { deriveRunbook } from '../../src/runbook/derive-runbook.ts'
import { readMarkdown, runbookText } from '../model/runbook-text.ts'

const tab = (title: string, id: string, text: string) => `# [${title}](#tab/${id})\n\n${text}\n\n`
const steps = (name: string) => `1. Open **${name}**.\n2. Close it.`
const end = '***\n\n'

/** Letters of the procedures that each procedure replaces. */
function insteadOf(text: string): readonly string[] {
  return deriveRunbook(readMarkdown(text))!.sections.flatMap((section) =>
    section.type === 'procedure' ? [(section.insteadOf ?? []).join(' ')] : [],
  )
}

describe('tabs', () => {
  const group = tab('Portal', 'portal', steps('Sites')) + tab('Shell', 'shell', steps('Shell'))
  const heads = (text: string) => runbookText(text)?.filter((line) => /^[A-Z] procedure/.test(line))

  it('title their procedures, which exclude those of other tabs', () => {
    const text = `# T\n\n## Create a site\n\n${group}${end}`
    expect(heads(text)).toEqual(['A procedure: Create a site › Portal', 'B procedure: Create a site › Shell'])
    expect(insteadOf(text)).toEqual(['B', 'A'])
  })

  it('are in the path of the headings inside them', () => {
    const inside = tab(
      'Portal',
      'portal',
      `## To open\n\n${steps('Sites')}\n\n### To stop\n\n${steps('Sites')}`,
    )
    const text = `# T\n\n### Create a site\n\n${inside}${tab('Shell', 'shell', steps('Shell'))}${end}## Later\n\n${steps('A')}`
    expect(heads(text)).toEqual([
      'A procedure: Create a site › Portal › To open',
      'B procedure: Create a site › Portal › To open › To stop',
      'C procedure: Create a site › Shell',
      'D procedure: Later',
    ])
    expect(insteadOf(text)).toEqual(['C', 'C', 'A B', ''])
  })

  it('exclude only those of their own group, whatever the ids', () => {
    const later = tab('Shell', 'shell', steps('Log')) + tab('Script', 'script', steps('Script'))
    const text = `# T\n\n## Create a site\n\n${group}${end}## Open a site\n\n${later}${end}`
    expect(insteadOf(text)).toEqual(['B', 'A', 'D', 'C'])
  })

  it('of other groups exclude nothing', () => {
    const other = tab('Red', 'red', steps('Red')) + tab('Blue', 'blue', steps('Blue'))
    const text = `# T\n\n## Create a site\n\n${group}${end}## Paint it\n\n${other}${end}`
    expect(insteadOf(text)).toEqual(['B', 'A', 'D', 'C'])
  })

  it('that count steps exclude nothing', () => {
    const counted = tab('Step 1: Open', 'one', steps('Sites')) + tab('Step 2: Run', 'two', 'Run the tool.')
    const text = `# T\n\n## Create a site\n\n${counted}${end}`
    expect(heads(text)).toEqual([
      'A procedure: Create a site › Step 1: Open',
      'B procedure: Create a site › Step 2: Run',
    ])
    expect(insteadOf(text)).toEqual(['', ''])
  })

  it('without steps stay text with their title, and text after tabs stays behind them', () => {
    const first = tab('Portal', 'portal', steps('Sites')) + tab('Shell', 'shell', 'It is slow.')
    expect(runbookText(`# T\n\n## Create a site\n\n${first}${end}It is **open**.\n`)?.slice(3)).toEqual([
      '= Create a site › Shell: It is slow. It is open.',
    ])
    const none = `# T\n\n## Create a site\n\n${steps('A')}\n\n${tab('Red', 'red', 'It is red.')}${end}It is open.\n`
    expect(runbookText(none)?.join(' ')).toMatch(/Red: It is red\. It is open\.$/)
  })

  it('have instructions in prose where others have steps', () => {
    const text = `# T\n\n## Site\n\n${tab('Portal', 'portal', 'Open **Sites**.')}${tab('Shell', 'shell', steps('Shell'))}${end}`
    expect(heads(text)).toEqual(['A procedure: Site › Portal', 'B procedure: Site › Shell'])
    expect(insteadOf(text)).toEqual(['B', 'A'])
  })

  it('exclude each other where one of them has no steps', () => {
    const facts = tab('Script', 'script', 'It has no steps.')
    expect(insteadOf(`# T\n\n## Site\n\n${group}${facts}${end}`)).toEqual(['B', 'A'])
  })

  it('have the text above them in a section of its own, and prerequisites in another', () => {
    const text = `# T\n\n## Site\n\nChange the file for all tabs.\n\nYou must be a member of the Administrators group.\n\n${group}${end}`
    expect(runbookText(text)?.filter((line) => !/^\d/.test(line))).toEqual([
      '= Site: Change the file for all tabs.',
      '= Site: You must be a member of the Administrators group.',
      'A procedure: Site › Portal',
      'B procedure: Site › Shell',
    ])
  })

  it('have instructions in prose under a heading of work', () => {
    const prose =
      tab('Portal', 'portal', 'Open **Sites**.\n\nClick **New**.') + tab('Shell', 'shell', steps('Shell'))
    expect(runbookText(`# T\n\n## Create a site\n\n${prose}${end}`)).toEqual([
      'A procedure: Create a site › Portal',
      '1 Open Sites.',
      '2 Click New.',
      'B procedure: Create a site › Shell',
      '1 Open Shell.',
      '2 Close it.',
    ])
  })
})
