import { describe, expect, it } from 'vitest'
import { deriveRunbook } from '../../src/runbook/derive-runbook.ts'
import { explainRunbook } from '../../src/runbook/explain-runbook.ts'
import { readMarkdown, runbookText } from '../model/runbook-text.ts'

/** A procedure, so that the document has a runbook. */
const WORK = '## To restart\n\n1. Stop the service with `net.exe`.\n2. Start the service.\n'
const LINES = ['A procedure: To restart', '1 Stop the service with net.exe.', '2 Start the service.']

describe('sections without steps', () => {
  it.each([
    ['tell to act', 'Notes', 'The log grows. Delete the log before you continue.'],
    ['name a phase of an event', 'User Experience During Failover', 'Calls stay connected.'],
    ['name work', 'Turn on the feature', 'The feature has to be on.'],
    ['warn', 'Notes', 'The cmdlet should not be run twice.'],
    ['require software', 'Notes', 'Each server must have PowerShell 3.0 installed.'],
    ['tell to act in parentheses', 'Notes', 'Tools are in the center. (In the center, select Tools.)'],
    ['tell to act late', 'Notes', 'A is. B is. C is. D is. E is. Delete the log.'],
    ['name a problem', 'Issue:', 'The service does not stop.'],
    ['state limits', 'Sizes', 'There is a max of 100 templates. The button is disabled if there are more.'],
    ['tell what is needed', 'Notes', 'Once it runs, you’ll need to add a name.'],
    ['recommend', 'Notes', 'For large sites we recommend two nodes.'],
    ['tell how to do it', 'Notes', 'You can assign it by selecting Manage users on the page.'],
    ['tell how long it takes', 'Notes', 'A new name may take up to 24 hours.'],
    ['tell when it holds', 'Notes', 'The change takes effect after a restart.'],
    ['are about how to do work', 'How to see the size', 'The size is in the corner.'],
    ['tell why work fails', 'Reasons why the test might have failed', 'The port is closed.'],
  ])('stay in sight where they %s', (_, heading, text) => {
    expect(runbookText(`# T\n\n${WORK}\n## ${heading}\n\n${text}\n`)).toEqual([
      ...LINES,
      `= ${heading}: ${text}`,
    ])
  })

  it.each([
    ['background', 'Architecture', 'The service consists of two parts.'],
    ['pointers', 'Notes', 'Use the procedures in this section to restart. For details, see the guide.'],
    ['advice to note', 'Notes', 'Note that the service is old. (See the guide.)'],
    ['a note about reading', 'Notes', 'There are two parts.\n\n> [!NOTE]\n> Compare the parts.'],
    ['names', 'Modules', '- Request Filtering\n- Static Content'],
    ['a link', 'Previous', '[Run the wizard](a.md)'],
    ['a name in bold', 'Parts', 'There is one part.\n\n- **Manage credit and collections**'],
    [
      'something to think of',
      'Theory',
      'Suppose that the node is down. Now, consider this example: it is up.',
    ],
    ['something to consider late', 'Theory', 'To see how it works, consider the node.'],
  ])('are listed where they are %s', (_, heading, text) => {
    expect(runbookText(`# T\n\n${WORK}\n## ${heading}\n\n${text}\n`)).toEqual([
      ...LINES,
      `not included: ${heading} (background)`,
    ])
  })

  it('stay in sight with a command', () => {
    const text = `# T\n\n${WORK}\n## Host\n\nThe host is small:\n\n\`\`\`dotnetcli\ndotnet run\n\`\`\`\n`
    expect(runbookText(text)?.at(-1)).toBe('= Host: The host is small: dotnet run')
  })

  it('stay in sight with a note that tells to act', () => {
    const text = `# T\n\n${WORK}\n## Grid\n\nIt has columns.\n\n> [!NOTE]\n> If one is missing, click **Edit**.\n`
    expect(runbookText(text)?.at(-1)).toBe('= Grid: It has columns. If one is missing, click Edit.')
  })

  it.each(['This is a bug.', 'Guests cannot see it.', 'We recommend the large one.'])(
    'stay in sight with a note that limits: %s',
    (note) => {
      const text = `# T\n\n${WORK}\n## Grid\n\nIt has columns.\n\n> [!NOTE]\n> ${note}\n`
      expect(runbookText(text)?.at(-1)).toBe(`= Grid: It has columns. ${note}`)
    },
  )

  it('stay in sight where the text above leads to them', () => {
    const text = `# T\n\n${WORK}\n## Users\n\nFor a few, follow the instructions below.\n\n## Few\n\nThe page has a list.\n`
    expect(runbookText(text)?.at(-1)).toBe('= Few: The page has a list.')
  })

  it('are listed once, with the headings above, and with their reason', () => {
    const text = `# T\n\n${WORK}\n## Rotation\n\n1. Open A.\n2. Close A.\n\n### Parts\n\nTwo parts.\n\n#### Part 1\n\nOne part.\n\n## See also\n\n[A](a.md)\n`
    const { notIncluded } = deriveRunbook(readMarkdown(text))!
    expect(
      notIncluded.map(({ id, headings, reason }) => [headings.map((each) => each.id), id, reason]),
    ).toEqual([
      [['rotation'], 'parts', 'background'],
      [[], 'see-also', 'elsewhere'],
    ])
  })

  it('are joined by included texts that are missing at the start or end of the document', () => {
    const missing = (name: string) => `[!INCLUDE [${name}](includes/${name}.md)]\n`
    const text = `# T\n\n${missing('banner')}\nSome text.\n\n${missing('inner')}\n${WORK}\nAfter it.\n\n${missing('footer')}`
    const lines = runbookText(text)!
    expect(lines.filter((line) => line.startsWith('not included'))).toEqual([
      'not included: banner (missing)',
      'not included: footer (missing)',
    ])
    expect(lines.join(' ')).toMatch(/Some text\. inner/)
    expect(runbookText(`# T\n\n${WORK}\n## Next\n\n${missing('next')}`)?.join(' ')).not.toContain('missing)')
  })

  it('are not joined by notes that ask for an opinion on the documentation', () => {
    const survey =
      '> [!NOTE]\n> Can you tell us about your documentation language preferences? [Take a short survey.](a.md)\n'
    expect(runbookText(`# T\n\n${WORK}\n${survey}`)).toEqual(runbookText(`# T\n\n${WORK}`))
    const work = '> [!NOTE]\n> Take a site survey of the network first.\n'
    expect(runbookText(`# T\n\n${WORK}\n${work}`)?.join(' ')).toContain('survey')
  })

  it('give their warnings to the step that names the same command', () => {
    const warning = '> [!WARNING]\n> While `net.exe` runs, calls are dropped.\n'
    expect(runbookText(`# T\n\n## Architecture\n\nTwo parts.\n\n${warning}\n${WORK}`)).toEqual([
      LINES[0],
      'note: While net.exe runs, calls are dropped.',
      ...LINES.slice(1),
      'not included: Architecture (background)',
    ])
  })

  it('stay in sight with a warning about something else', () => {
    const warning = '> [!WARNING]\n> Calls are dropped.\n'
    expect(runbookText(`# T\n\n## Architecture\n\nTwo parts.\n\n${warning}\n${WORK}`)).toEqual([
      '= Architecture: Two parts. Calls are dropped.',
      ...LINES,
    ])
  })
})

describe('headings that count on', () => {
  it('are steps where they name work', () => {
    const text =
      '# T\n\n## 1. Install the agent\n\nRun setup.exe.\n\n## 2. Results\n\nThe agent runs.\n\n## 3. Restart the server\n\n1. Stop it.\n2. Start it.\n'
    expect(runbookText(text)).toEqual([
      'A procedure: 1. Install the agent',
      '1 Run setup.exe.',
      'B procedure: 3. Restart the server',
      '1 Stop it.',
      '2 Start it.',
      'not included: 2. Results (background)',
    ])
  })

  it('are not steps where they count nothing', () => {
    expect(runbookText('# T\n\n## 2013 Install guide\n\nRun setup.exe.\n')).toBeNull()
  })
})

describe('paragraphs of a section of work', () => {
  it('are steps where most of them are instructions', () => {
    const text =
      '# T\n\n## To move\n\nOpen the console.\n\n![](a.png)\n\nClick **Move**.\n\n## Architecture\n\nKeep the console closed.\n'
    expect(runbookText(`${text}\n${WORK}`)?.slice(0, 4)).toEqual([
      'A procedure: To move',
      '1 Open the console.',
      '2 Click Move.',
      '= Architecture: Keep the console closed.',
    ])
  })

  it('are steps with their results where examples of a test stand before “Determining success”', () => {
    const text =
      '# T\n\n## Running the test\n\nExample 1 tests A.\n\n```\ntest a\n```\n\nExample 2 tests B.\n\n```\ntest b\n```\n\n## Determining success or failure\n\nThe result is Success.\n'
    expect(runbookText(text)).toEqual([
      'A procedure: Running the test',
      '1 Example 1 tests A. test a',
      '2 Example 2 tests B. test b',
      '= Determining success or failure: The result is Success.',
    ])
  })
})

describe('reference pages', () => {
  it.each([
    ['a general instruction', '# Error 17\n\n## User action\n\n1. Verify and respecify the path.\n'],
    [
      'an API page',
      '# Set\n\n## Syntax\n\n`set a`\n\n## Parameters\n\nNone.\n\n## Examples\n\n1. Run the sample.\n2. Check the output.\n',
    ],
    [
      'instructions in prose under a title that names no work',
      '# Policies\n\n## Create a policy\n\nOpen the center.\n\nClick **Add**.\n',
    ],
    [
      'what to do before reading on, under a title that names no work',
      '# Policies\n\nBefore you define policies, you should complete the following steps:\n\n- Create a plan.\n- Create records.\n',
    ],
    [
      'bullets of a page to plan with',
      '# Plan for policies\n\nComplete the following steps:\n\n- Create a plan.\n- Create records.\n',
    ],
    [
      'a table of operators',
      '# Operators\n\n| Step | Action |\n|-|-|\n| `+` | Add two numbers. |\n| `-` | Remove a number. |\n',
    ],
    [
      'how a program is made',
      '# Programs\n\n## Host\n\nA program is constructed as follows:\n\n1. Import the module.\n2. Call it.\n',
    ],
    [
      'a list for looking at something else than the title names',
      '# Import data\n\nIn the workspace, you can see all fields.\n\n1. Open the workspace.\n2. Select **Fields**.\n',
    ],
    ['an algorithm', '# Oracles\n\nIn pseudocode:\n\n1. Apply gates to all.\n2. Apply gates to one.\n'],
    [
      'code to adapt under a title that names no work',
      '# Simulator\n\n## Invoking it from C#\n\nRun the following:\n\n```csharp\nRun(a);\n```\n',
    ],
    [
      'bullets above sections that describe',
      '# Reports\n\nComplete these steps:\n\n- Go to Reports.\n- Select a report.\n\n## A\n\nIt is.\n\n## B\n\nIt is.\n\n## C\n\nIt is.\n\n## D\n\nIt is.\n',
    ],
  ])('have no runbook: %s', (_, text) => {
    const { runbook, reason } = explainRunbook(readMarkdown(text))
    expect(runbook).toBeNull()
    expect(reason).not.toBeNull()
  })

  it('have one where the settings ask for it', () => {
    const text = '# Error 17\n\n## User action\n\n1. Verify and respecify the path.\n'
    expect(deriveRunbook(readMarkdown(text), { lists: { '#user-action': 'steps' } })).not.toBeNull()
  })

  it('have one where a sentence requests the work of bullets', () => {
    const text = '# Recovery\n\nComplete the following steps:\n\n- Copy the data.\n- Restart the server.\n'
    expect(runbookText(text)).toContain('2 Restart the server.')
  })

  it('have one where bullets have commands to run', () => {
    const text =
      '# Backup prerequisites\n\nPerform the following steps:\n\n- Copy the data:\n\n  ```\n  copy a\n  ```\n\n- Restart the server.\n'
    expect(runbookText(text)).toContain('1 Copy the data: copy a')
  })

  it('have one where bullets are a task list', () => {
    expect(
      runbookText('# Policy requirements\n\n- [ ] Create a plan.\n- [ ] Create records.\n'),
    ).not.toBeNull()
  })

  it('are not confused with a single command, or one step under “To …”', () => {
    expect(runbookText('# T\n\n## To view\n\n1. Run the report.\n')).not.toBeNull()
    expect(runbookText('# T\n\n1. Run this command:\n\n   ```\n   a\n   ```\n')).not.toBeNull()
  })
})

describe('pages of a wizard', () => {
  const BUTTONS =
    'Click **Next** to continue.\n\nClick **Cancel** to discard all changes.\n\nClick **Help** to read this.\n'

  it('have no runbook if their only instructions explain buttons', () => {
    expect(runbookText(`# Add a store\n\nThe store is needed.\n\n${BUTTONS}`)).toBeNull()
  })

  it('have no steps that explain buttons', () => {
    expect(runbookText(`# Add a store\n\nSelect a store.\n\nEnter its name.\n\n${BUTTONS}`)).toEqual([
      'A procedure: Add a store',
      '1 Select a store.',
      expect.stringMatching(/^2 Enter its name\. Click Next/),
    ])
  })
})
