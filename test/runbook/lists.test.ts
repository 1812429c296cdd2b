import { describe, expect, it } from 'vitest'
import { deriveRunbook } from '../../src/runbook/derive-runbook.ts'
import { readMarkdown, runbookText } from '../model/runbook-text.ts'

const STEPS = '1. Export the settings.\n2. Delete the settings.\n'
const LINES = ['1 Export the settings.', '2 Delete the settings.']

describe('the text before an ordered list', () => {
  it.each([
    'For more information, see [Settings](a.md).',
    'Export them first. For details about settings, see [Settings](a.md).',
    'See also [Settings](a.md).',
  ])('does not refuse it with a pointer elsewhere: %s', (lead) => {
    expect(runbookText(`# T\n\n${lead}\n\n${STEPS}`)?.slice(-2)).toEqual(LINES)
  })

  it.each(['For more information, see:', 'For more information, see the following articles.'])(
    'refuses it where it announces links: %s',
    (lead) => {
      expect(runbookText(`# T\n\n${lead}\n\n${STEPS}`)).toBeNull()
    },
  )
})

describe('a list of the articles of a series', () => {
  const lead = 'This is step 2 of the following steps to remove the service:'

  it.each([
    ['links', '- Step 1. [Move the users](a.md)\n- Step 2. [Delete the service](b.md).\n'],
    ['this article', '- [Move the users](a.md) first.\n- **Delete the service** (This article)\n'],
    ['this article, with numbers', '1. [Move the users](a.md)\n2. Delete the service (this article)\n'],
  ])('is not a procedure: %s', (_, list) => {
    expect(runbookText(`# T\n\n${lead}\n\n${list}\n## Delete\n\n${STEPS}`)).toEqual([
      expect.stringMatching(/^context: /),
      'A procedure: Delete',
      ...LINES,
    ])
  })
})

describe('an ordered list that goes on after a note', () => {
  const list = (third: string) =>
    `# Cost\n\n1. Open the page.\n2. In the dialog, you can add a date.\n\n> [!NOTE]\n> Dates are set up elsewhere.\n\n${third}\n4. Select the assets.\n5. Select **OK**.\n`

  it('is judged as a whole', () => {
    expect(runbookText(list('3. The level can be set.'))?.map((line) => line.slice(0, 6))).toEqual([
      'A proc',
      '1 Open',
      '2 In t',
      '3 The ',
      '4 Sele',
      '5 Sele',
    ])
  })

  it('is not joined with one that begins with another number', () => {
    expect(runbookText(list('7. Select the level.'))?.slice(-4)[1]).toMatch(/^7 /)
  })
})

describe('a sentence with “if …, you will see …”', () => {
  const marks = (sentence: string) =>
    JSON.stringify(
      deriveRunbook(
        readMarkdown(`# T\n\n## To test\n\n1. Run the test.\n\n   ${sentence}\n\n2. Close it.\n`),
      ),
    )

  it('is a result only after success', () => {
    expect(marks('If the test succeeds, you will see a list.')).toContain('"dataMark":"result"')
    expect(marks('After a minute, you will see a list.')).toContain('"dataMark":"result"')
    expect(marks('If you insert 0, you will see a list.')).not.toContain('"dataMark":"result"')
  })
})

describe('text after a procedure', () => {
  const page = (after: string) => `# Install the agent\n\n${STEPS}\n${after}`
  const code = '```\ngpupdate /force\n```\n'

  it('has a box for a command to run', () => {
    const offer = 'You can refresh it by running the following command on each server:'
    for (const [lead, title] of [
      ['Run this command:', 'Install the agent (2)'],
      [offer, offer],
    ] as const)
      expect(runbookText(page(`Nothing changes yet.\n\n${lead}\n\n${code}`))).toEqual([
        'A procedure: Install the agent',
        ...LINES,
        'after: Nothing changes yet.',
        `B procedure: ${title}`,
        `1 ${lead} gpupdate /force`,
      ])
  })

  it.each([
    'For example, run this command:',
    'Alternatively, run this command:',
    'If you want to, run this command:',
  ])('has none for an example or another way: %s', (lead) => {
    expect(runbookText(page(`${lead}\n\n${code}`))?.at(-1)).toBe(`after: ${lead} gpupdate /force`)
  })

  it('keeps what it says about its code', () => {
    const text = page(
      `Example:\n\n${code}\nThis command takes long.\n\nTo verify it, do the following:\n\n${STEPS}`,
    )
    expect(runbookText(text)?.slice(3, 5)).toEqual([
      'after: Example: gpupdate /force This command takes long.',
      'B procedure: To verify it, do the following:',
    ])
  })
})

describe('procedures under one heading', () => {
  it('are titled by the sentences that announce them', () => {
    const text = `# T\n\n## Agent\n\nIt is old. To export it:\n\n${STEPS}\nTo do this:\n\n${STEPS}\nIf it fails, do the following:\n\n${STEPS}`
    expect(runbookText(text)?.filter((line) => !LINES.includes(line))).toEqual([
      'A procedure: Agent',
      'before: It is old. To export it:',
      'B procedure: Agent (2)',
      'before: To do this:',
      'C procedure: Agent › If it fails, do the following:',
    ])
  })

  it('are titled by what a sentence offers, or by the sentence before a command, if none says their purpose', () => {
    const unit = (key: string, text: string) =>
      `<span data-ttu-id="a-${key}">F</span><span class="sxs-lookup"><span data-stu-id="a-${key}">${text}</span></span>`
    const offer = 'You can also restart it from the panel.'
    const text = `# T\n\n## Agent\n\n${STEPS}\n${unit('1', offer)} ${unit('2', 'Complete the following procedure:')}\n\n${STEPS}\nIt stops. \n\nTo update it, run the following command:\n\n\`\`\`\ngpupdate\n\`\`\`\n`
    const heads = runbookText(text)?.filter((line) => line.includes('procedure: '))
    expect(heads).toEqual([
      'A procedure: Agent',
      `B procedure: Agent › ${offer}`,
      'C procedure: Agent › To update it, run the following command:',
    ])
  })

  it('under the title of the document are titled by their purpose, if others are below', () => {
    const own = `# T\n\nTo export it, do the following:\n\n${STEPS}`
    expect(runbookText(own)?.[0]).toBe('A procedure: T')
    expect(runbookText(`${own}\n## To delete it\n\n${STEPS}`)?.[0]).toBe(
      'A procedure: To export it, do the following:',
    )
  })

  it('keep the heading where there is one of them', () => {
    expect(runbookText(`# T\n\n## Agent\n\nTo export it:\n\n${STEPS}`)?.[0]).toBe('A procedure: Agent')
  })
})

describe('bullets', () => {
  it('are steps where they are substitutions in a procedure to repeat', () => {
    const lead = 'To create a policy for video, follow the same procedure, making these substitutions:'
    expect(
      runbookText(
        `# T\n\n## Agent\n\n${STEPS}\n${lead}\n\n- Use another name.\n- Set the value to 34.\n`,
      )?.slice(-3),
    ).toEqual([`B procedure: Agent › ${lead}`, '1 Use another name.', '2 Set the value to 34.'])
  })
})

describe('answers to questions', () => {
  const QUESTION = `## Frequently asked questions\n\nQ: Can I delete settings? A: Yes.\n\n${STEPS}`

  it('are text beside the steps', () => {
    expect(runbookText(`# T\n\n## To restart\n\n${STEPS}\n${QUESTION}`)).toEqual([
      'A procedure: To restart',
      ...LINES,
      '= Frequently asked questions: Q: Can I delete settings? A: Yes. Export the settings. Delete the settings.',
    ])
  })

  it('are procedures on a page of them', () => {
    expect(runbookText(`# FAQ\n\n## How do I delete settings?\n\n${STEPS}`)?.slice(-2)).toEqual(LINES)
  })
})

describe('bullets in a step that each choose a value', () => {
  const partsOf = (items: string) =>
    runbookText(`# To create it\n\n1. Set the participation policy.\n\n${items}\n2. Click **OK**.\n`)!

  it('are a choice', () => {
    const items =
      '   - Select **Informal** to sign in nobody.\n   - Select **Formal** to have agents sign in.\n'
    expect(partsOf(items).filter((line) => line.startsWith('◇ 1.'))).toHaveLength(2)
  })

  it('are steps where they name buttons', () => {
    const items = '   - Select **Next** to go on.\n   - Select **Save** to keep it.\n'
    expect(partsOf(items).join('\n')).not.toContain('◇')
  })
})
