import { describe, expect, it } from 'vitest'
import { textOfNodes } from '../../src/runbook/content.ts'
import { deriveRunbook } from '../../src/runbook/derive-runbook.ts'
import { readMarkdown } from '../model/runbook-text.ts'

const STEPS = '1. Click **A**.\n2. Click **B**.\n'

/** The titles of a runbook's sections, without the headings above them. */
function titles(text: string): readonly string[] {
  const document = readMarkdown(text)
  return deriveRunbook(document)!.sections.map(({ title }) => textOfNodes(title, document, 'source'))
}

describe('titles of sections', () => {
  it('begin with the heading above where several sections have the same', () => {
    const text = `# T\n\n## Create a policy\n\n### Add users\n\n${STEPS}\n## Edit a policy\n\n### Add users\n\n${STEPS}\n### Save it\n\n${STEPS}`
    expect(titles(text)).toEqual(['Create a policy › Add users', 'Edit a policy › Add users', 'Save it'])
  })

  it('begin with the heading above where they name only a means', () => {
    const text = `# Policies\n\n## Create a policy\n\n### Using the admin center\n\n${STEPS}\n## Using PowerShell\n\n${STEPS}\n## Use PowerShell to delete it\n\n${STEPS}`
    expect(titles(text)).toEqual([
      'Create a policy › Using the admin center',
      'Using PowerShell',
      'Use PowerShell to delete it',
    ])
  })

  it('begin with the heading above where they are titles of tabs', () => {
    const tabs = `# [Portal](#tab/portal)\n\n${STEPS}\n# [Shell](#tab/shell)\n\n${STEPS}\n***\n`
    expect(titles(`# T\n\n## Create a site\n\n${tabs}`)).toEqual([
      'Create a site › Portal',
      'Create a site › Shell',
    ])
  })

  it('begin with as many headings above as they need to differ', () => {
    const part = (name: string) => `## ${name}\n\n### Sites\n\n**To open:**\n\n${STEPS}\n`
    expect(titles(`# T\n\n${part('Old')}${part('New')}`)).toEqual([
      'Old › Sites › To open:',
      'New › Sites › To open:',
    ])
  })
})
