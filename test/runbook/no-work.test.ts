import { describe, expect, it } from 'vitest'
import { explainRunbook } from '../../src/runbook/explain-runbook.ts'
import { readMarkdown, runbookText } from '../model/runbook-text.ts'

const STEPS = '1. Open the folder.\n2. Delete the file.\n'

const reasonOf = (text: string) => explainRunbook(readMarkdown(text)).reason

describe('no runbook is made of', () => {
  it.each([
    ['release notes', `# Release notes\n\n## Changes\n\n${STEPS}`],
    ['a page of versions', `# The product\n\n## Version 1.2\n\nNew parts.\n\n## Version 1.1\n\n${STEPS}`],
    ['a page of dates', `# The product\n\n## May 2021\n\nNew parts.\n\n## April 2021\n\n${STEPS}`],
  ])('%s', (_, text) => expect(reasonOf(text)).toMatch(/^it has release notes/))

  it.each([
    ['work on release notes', `# Publish release notes\n\n${STEPS}`],
    ['one version among other sections', `# Set up\n\n## Parts\n\nTwo.\n\n## Version 1.2\n\n${STEPS}`],
  ])('but of %s one is', (_, text) => expect(reasonOf(text)).toBeNull())

  it('the tasks that a process consists of', () => {
    const lead = 'The preparation consists of the following steps:'
    expect(
      runbookText(`# T\n\n${lead}\n\n- Prepare the schema. This task extends it.\n- Prepare the domain.\n`),
    ).toBe(null)
    const items = '- Prepare the schema. This task extends it.\n- Prepare the forest. This task creates it.\n'
    expect(runbookText(`# T\n\nFollow these steps:\n\n${items}`)).toBe(null)
  })

  it('recommendations', () => {
    const advice =
      'The following are our recommendations. Ask the vendor.\n\nBest practice: Use a name for each.\n'
    expect(runbookText(`# Select a strategy\n\n${advice}`)).toBe(null)
  })
})
