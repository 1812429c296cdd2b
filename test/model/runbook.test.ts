import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deriveRunbook } from '../../src/runbook/derive-runbook.ts'
import { linesOf, readMarkdown, runbookText } from './runbook-text.ts'

const SEED = 'response-group-experience-during-pool-failure.md'
const seed = readMarkdown(readFileSync(join(import.meta.dirname, '../../sources', SEED), 'utf8'), SEED)

describe('the runbook of the founding document', () => {
  const runbook = deriveRunbook(seed)!
  const lines = linesOf(runbook, seed)
  const situations = [
    'Calls connected to an agent',
    'In progress calls not yet connected to an agent',
    'New calls',
    'Agent calls on behalf of response group',
    'Agent sign-in and agent information',
    'Response group configuration',
  ]

  it('has its five stages in time order', () => {
    expect(lines.filter((line) => /^[A-Z] /.test(line))).toEqual([
      'A stage: During outage',
      'B stage: During Failover',
      'C stage: After Failover Completes',
      'D stage: During Failback',
      'E stage: After Failback Completes',
    ])
    expect(runbook.sections.map((section) => section.type === 'stage' && section.phase)).toEqual([
      'during',
      'during',
      'after',
      'during',
      'after',
    ])
  })

  it('has the six situations at each stage, numbered', () => {
    for (const section of runbook.sections) {
      if (section.type !== 'stage') throw new Error('not a stage')
      const [group, ...others] = section.groups
      expect(others).toEqual([])
      expect(group!.items.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6'])
    }
    for (const situation of situations) {
      expect(lines.filter((line) => line.includes(` ${situation} → `))).toHaveLength(5)
    }
  })

  it('says of each situation what is expected at that stage', () => {
    expect(lines).toContain(
      '1 Calls connected to an agent → Regular calls remain connected. Anonymous calls are disconnected.',
    )
    expect(lines).toContain('3 New calls → Calls connect to the primary pool.')
    expect(lines).toContain('4 Agent calls on behalf of response group → Calls succeed.')
  })

  it('keeps the note that governs a table at each of its stages, its introduction at the first', () => {
    const contexts = lines.filter((line) => line.startsWith('before: '))
    expect(contexts).toHaveLength(5)
    for (const context of contexts)
      expect(context).toContain('During disaster recovery, calls behave differently')
    expect(contexts.map((context) => context.startsWith('before: When an admin'))).toEqual([
      false,
      true,
      false,
      true,
      false,
    ])
  })

  it('leaves out when the topic was modified', () => {
    expect(lines[0]).toMatch(/^context: This section describes/)
  })

  it('is JSON, the same each time, and names every unit by its key', () => {
    const json = JSON.stringify(runbook)
    expect(JSON.parse(json)).toEqual(runbook)
    expect(JSON.stringify(deriveRunbook(seed))).toBe(json)
    const keys = [...json.matchAll(/"unit":"([^"]+)"/g)].map((match) => match[1]!)
    expect(keys.length).toBeGreaterThan(100)
    for (const key of keys) expect(seed.units).toHaveProperty([key])
  })

  it('depends on the source side alone', () => {
    const units = Object.fromEntries(
      Object.entries(seed.units).map(([key, unit]) => [
        key,
        { ...unit, target: { ...unit.target!, markup: 'x', text: 'x' } },
      ]),
    )
    expect(JSON.stringify(deriveRunbook({ ...seed, units }))).toBe(JSON.stringify(runbook))
  })
})

describe('a document without stages or procedures', () => {
  it.each([
    ['prose', '# Title\n\nSome prose.\n\n- one\n- two\n'],
    ['nothing', ''],
    [
      'a property table',
      '# T\n\n| Parameter | Type | Description |\n|-|-|-|\n| Name | string | The name to use. |\n',
    ],
    [
      'a list of facts',
      '# T\n\nThe port numbers are:\n\n1. 443 for HTTPS\n2. 5061 for SIP\n3. 80 for HTTP\n',
    ],
    [
      'what a program does',
      '# T\n\nThe script performs the following steps:\n\n1. Moves all files.\n2. Deletes the cache.\n',
    ],
    [
      'what users can do',
      '# T\n\nThe service lets mobile users do the following:\n\n1. Exchange messages.\n2. Store voice mail.\n3. Calls via work.\n',
    ],
    [
      'a message flow',
      '# Sign-in\n\n1. The client sends a request to the server.\n2. The server returns a token.\n3. From the client, the user clicks Join.\n',
    ],
    ['questions', '# Planning\n\n1. Do you want to deploy on premises?\n2. Use which topology?\n'],
    ['choices', '# Filter\n\nSelect one of the following:\n\n1. [All]\n2. Wired\n3. Wireless\n'],
    ['only prerequisites', '# T\n\n## Prerequisites\n\n- A server.\n'],
  ])('has no runbook: %s', (_name, text) => {
    expect(runbookText(text)).toBeNull()
  })

  it.each([
    'See also',
    'Related topics',
    'Additional resources',
    'In this section',
    'References',
    'Related links',
  ])('takes no list under “%s” for steps', (heading) => {
    expect(
      runbookText(`# T\n\n## ${heading}\n\n1. Configure DNS\n2. Install the server\n3. [Verify it](x.md)\n`),
    ).toBeNull()
  })
})

describe('procedures', () => {
  it('are ordered lists under “To …” headings, with sub-steps, notes, code and images in their step', () => {
    const text = `# Pools

Intro.

## To move a pool

You need to be an administrator.

1. Open the console.
   > [!WARNING]
   > Calls are dropped.
2. If you use mirrors, do the following:
   1. Stop the mirror.
   2. (Optional) Copy the logs.
3. Run this command:

   \`\`\`powershell
   Move-Pool -Force
   \`\`\`

   ![Result](media/x.png)

Users can sign in again.
`
    expect(runbookText(text)).toEqual([
      'context: Intro.',
      'A procedure: To move a pool',
      'needed: You need to be an administrator.',
      'note: Calls are dropped.',
      '1 Open the console.',
      '2! If you use mirrors, do the following:',
      '2.1 Stop the mirror.',
      '2.2? (Optional) Copy the logs.',
      '3 Run this command: Move-Pool -Force',
      'after: Users can sign in again.',
    ])
    const runbook = deriveRunbook(readMarkdown(text))!
    expect(JSON.stringify(runbook.sections[0])).toMatch(/"tagName":"img".*"src":"media\/x.png"/)
  })

  it('are plain lists of imperatives too', () => {
    expect(
      runbookText(
        '# Publishing\n\n1. Open the builder.\n2. In the left pane, click **Publish**.\n3. Click Finish.\n',
      ),
    ).toEqual([
      'A procedure: Publishing',
      '1 Open the builder.',
      '2 In the left pane, click Publish.',
      '3 Click Finish.',
    ])
  })

  it('go on where a list goes on counting, what stands between stays with the step before', () => {
    expect(
      runbookText('# T\n\n1. Open the console.\n2. Select a user.\n\nText between.\n\n3. Click Save.\n'),
    ).toEqual(['A procedure: T', '1 Open the console.', '2 Select a user. Text between.', '3 Click Save.'])
  })

  it('keep code that follows their list at once in the last step', () => {
    expect(runbookText('# T\n\n1. Open a shell.\n2. Run this:\n\n```\nGet-X\n```\n\nDone.\n')).toEqual([
      'A procedure: T',
      '1 Open a shell.',
      '2 Run this: Get-X',
      'after: Done.',
    ])
  })

  it('stay apart under one heading, each titled by the sentence that introduces it', () => {
    expect(
      runbookText(
        '# T\n\n## Users\n\nTo add a user:\n\n1. Click Add.\n2. Type a name.\n\n> [!NOTE]\n> Names are unique.\n\nTo remove a user:\n\n1. Select it.\n2. Click Remove.\n',
      ),
    ).toEqual([
      'A procedure: Users › To add a user:',
      '1 Click Add.',
      '2 Type a name.',
      'after: Names are unique.',
      'B procedure: Users › To remove a user:',
      '1 Select it.',
      '2 Click Remove.',
    ])
  })

  it('are found under bold paragraphs, in bullets and in frames made of a table', () => {
    expect(runbookText('# T\n\n**To start it**\n\n1. Click Start.\n2. Wait.\n')).toEqual([
      'A procedure: To start it',
      '1 Click Start.',
      '2 Wait.',
    ])
    expect(runbookText('# T\n\n- On the server:\n\n  1. Stop the service.\n  2. Copy the files.\n')).toEqual([
      'A procedure: T',
      'before: On the server:',
      '1 Stop the service.',
      '2 Copy the files.',
    ])
    const frame =
      '<table><tbody><tr><td><ol><li><p>Sign in.</p></li><li><p>Click Save.</p></li></ol></td></tr></tbody></table>'
    expect(runbookText(`# T\n\n${frame}\n`)).toEqual(['A procedure: T', '1 Sign in.', '2 Click Save.'])
  })

  it('are the commands of a “To …” section, be they bullets or prose', () => {
    expect(
      runbookText(
        '# T\n\n## To lock a PIN\n\n- The following command locks it:\n\n  ```\n  Lock-Pin\n  ```\n',
      ),
    ).toEqual(['A procedure: To lock a PIN', '1 The following command locks it: Lock-Pin'])
    expect(
      runbookText('# T\n\n## To sync\n\nSync takes time.\n\nRun this cmdlet:\n\n```\nInvoke-Sync\n```\n'),
    ).toEqual(['A procedure: To sync', 'before: Sync takes time.', '1 Run this cmdlet: Invoke-Sync'])
    expect(runbookText('# T\n\n## To whom it applies\n\n- Users of the pool.\n- Agents.\n')).toBeNull()
  })

  it('are task lists', () => {
    expect(runbookText('# T\n\n- [ ] Backups are there.\n- [x] Mail is sent.\n')).toEqual([
      'A procedure: T',
      '1 Backups are there.',
      '2 Mail is sent.',
    ])
  })

  it('are the sections of numbered steps, with or without a list', () => {
    expect(
      runbookText('# T\n\n## Step 1: Plan\n\nThink first.\n\n## Step 2: Do\n\n1. Click OK.\n2. Wait.\n'),
    ).toEqual([
      'A procedure: Step 1: Plan',
      '1 Think first.',
      'B procedure: Step 2: Do',
      '1 Click OK.',
      '2 Wait.',
    ])
  })

  it('keep their number where the list does not start at one', () => {
    expect(runbookText('# T\n\n4. Open it.\n5. Close it.\n')).toEqual([
      'A procedure: T',
      '4 Open it.',
      '5 Close it.',
    ])
  })

  it('come with what is needed before, and without sections that lead elsewhere', () => {
    expect(
      runbookText(
        '# T\n\n## Prerequisites\n\n- A server.\n\n## To do it\n\n1. Click OK.\n2. Wait.\n\n## See also\n\n1. Configure x\n',
      ),
    ).toEqual(['= Prerequisites: A server.', 'A procedure: To do it', '1 Click OK.', '2 Wait.'])
  })

  it('are the rows of a table of steps', () => {
    const table = `| No. | Step | Permissions | Done? |
|-|-|-|-|
| 1 | Install the server | Domain Admins | |
| 2 | Configure DNS | Administrators | |
`
    expect(runbookText(`# T\n\n${table}`)).toEqual([
      'A procedure: T',
      '1 Install the server',
      '… Permissions: Domain Admins',
      '2 Configure DNS',
      '… Permissions: Administrators',
    ])
  })

  it('have letters beyond Z', () => {
    const text = Array.from({ length: 28 }, (_, at) => `## To do ${at}\n\n1. Click OK.\n2. Wait.\n`).join(
      '\n',
    )
    const letters = runbookText(`# T\n\n${text}`)!.flatMap(
      (line) => /^([A-Z]+) procedure/.exec(line)?.[1] ?? [],
    )
    expect(letters.slice(25)).toEqual(['Z', 'AA', 'AB'])
  })
})

describe('work that is told without an ordered list', () => {
  it.each([
    [
      'bullets that a sentence asks for',
      '# Test\n\nTo back up the server:\n\n- Stop the service.\n- Copy the files.\n- Start the service.\n',
      ['before: To back up the server:', '1 Stop the service.', '2 Copy the files.', '3 Start the service.'],
    ],
    [
      'bullets with code between them',
      '# Install\n\nFollow these steps to install it:\n\n- Open a console.\n- Run this:\n\n```\nInstall-Module A\n```\n\n- Close the console.\n',
      [
        'before: Follow these steps to install it:',
        '1 Open a console.',
        '2 Run this: Install-Module A',
        '3 Close the console.',
      ],
    ],
    [
      'commands in the prose of a section of work',
      '# Running the test\n\nThis tests it.\n\nTo test the pool, run the following command:\n\n    Test-CsPool\n\nIt takes a minute.\n',
      [
        'before: This tests it.',
        '1 To test the pool, run the following command: Test-CsPool It takes a minute.',
      ],
    ],
  ])('has a runbook: %s', (_name, text, lines) => {
    expect(runbookText(text)?.slice(1)).toEqual(lines)
  })

  it.each([
    ['what users can do', '# T\n\nUsers can do the following:\n\n- Send messages.\n- Join meetings.\n'],
    ['best practices', '# T\n\nFollow these best practices:\n\n- Use backups.\n- Test them.\n'],
    ['what a script does', '# T\n\nRun the script to do the following:\n\n- Create users.\n- Move users.\n'],
    [
      'settings and what they do',
      '# T\n\nConfigure the policy by doing the following:\n\n- Allow guests. This setting allows guests.\n- Enable chat. This setting controls chat.\n',
    ],
    ['an example', '# Running queries\n\nFor example, use this command:\n\n    Get-User\n'],
    ['a command in a section of facts', '# Sample queries\n\nUse the following command:\n\n    Get-User\n'],
    [
      'what is needed before',
      '# Using search\n\nTo run it, you must be a member of the role. To see roles, run this command:\n\n    Get-Role\n',
    ],
  ])('has none: %s', (_name, text) => {
    expect(runbookText(text)).toBeNull()
  })
})

describe('what a procedure says beside its steps', () => {
  it('is told apart: what is needed, warnings before their step, what to see', () => {
    const text = `# T

You must be a member of the Admins group.

## To restart

To complete this procedure, you must have a backup.

1. Click Restart.

   > [!WARNING]
   > Calls are dropped.

   The Restart dialog box appears.

   1. Click OK.

      > [!NOTE]
      > Only once.

## Expected results

The service runs.
`
    expect(runbookText(text)).toEqual([
      'needed: You must be a member of the Admins group.',
      'A procedure: To restart',
      'needed: To complete this procedure, you must have a backup.',
      'note: Calls are dropped.',
      '1 Click Restart. The Restart dialog box appears.',
      '1.1 Click OK. Only once.',
      '= Expected results: The service runs.',
    ])
    const [procedure] = deriveRunbook(readMarkdown(text))!.sections
    expect(JSON.stringify(procedure)).toContain('"dataMark":"result"')
  })
})

describe('what is needed before', () => {
  it('comes with the list that it introduces, but not with the steps', () => {
    const text =
      '# T\n\n## To start\n\nBefore you begin, you must have the following:\n\n- A server.\n- An account.\n\nYou must have to do the following:\n\n1. Click OK.\n'
    expect(runbookText(text)).toEqual([
      'A procedure: To start',
      'before: You must have to do the following:',
      'needed: Before you begin, you must have the following: A server. An account.',
      '1 Click OK.',
    ])
  })
})

describe('what to see', () => {
  const marks = (step: string) =>
    JSON.stringify(deriveRunbook(readMarkdown(`# T\n\n1. Click OK.\n\n   ${step}\n\n2. Click Next.\n`)))

  it.each([
    'You should see the sign-in screen.',
    'After a few seconds, you will see two links.',
    'The Restart dialog box appears.',
    'Expected result: one line.',
    'The output should look like this.',
  ])('is marked, or apart as what is expected: %s', (step) => {
    expect(marks(step)).toMatch(/"dataMark":"result"|"expected":\[\{/)
  })

  it.each([
    'When the page appears, click Next.',
    'In the dialog box that opens, click Yes.',
    'If you see an error, select Retry.',
    'The server stores the setting.',
    'When the process has completed, click Finish.',
  ])('is not taken for what to do or for a fact: %s', (step) => {
    expect(marks(step)).not.toMatch(/"dataMark":"result"|"expected"/)
  })
})

describe('stage tables', () => {
  const table = (header: string, ...rows: string[]) =>
    `| ${header} |\n|${header
      .split('|')
      .map(() => '-')
      .join('|')}|\n${rows.map((row) => `| ${row} |`).join('\n')}\n`

  it('are put in time order, stages of the same name in different tables together', () => {
    const first = table('Situation | After failover | During failover', 'Calls | Calls work. | Calls drop.')
    const second = table(
      'Task | During failover | After failover completes',
      'Sign in | Not possible. | Possible.',
    )
    expect(runbookText(`# T\n\n## Calls\n\n${first}\n## Users\n\n${second}`)).toEqual([
      'A stage: During failover',
      'in: Calls',
      '1 Calls → Calls drop.',
      'in: Users',
      '1 Sign in → Not possible.',
      'B stage: After failover',
      'in: Calls',
      '1 Calls → Calls work.',
      'in: Users',
      '1 Sign in → Possible.',
    ])
  })

  it('are ordered by number where stages have one', () => {
    const lines = runbookText(
      `# T\n\n${table('Task | Phase 2 | Phase I: plan', 'Mail | Move it. | Count it.')}`,
    )
    expect(lines?.filter((line) => / stage: /.test(line))).toEqual([
      'A stage: Phase I: plan',
      'B stage: Phase 2',
    ])
  })

  it('keep bare “Before” and “After” of different tables apart', () => {
    const one = table('What | Before | After', 'Mail | Mail is stored. | Mail is sent.')
    expect(
      runbookText(`# T\n\n## X\n\n${one}\n## Y\n\n${one}`)?.filter((line) => / stage: /.test(line)),
    ).toEqual(['A stage: Before', 'B stage: After', 'C stage: Before', 'D stage: After'])
  })

  it('keep the columns of remarks with each item, and rows over the whole width as bands', () => {
    const html = `<table><thead><tr><th>Call</th><th>During outage</th><th>After outage</th><th>Notes</th></tr></thead>
<tbody><tr><td colspan="4">External</td></tr>
<tr><td rowspan="2">New</td><td>Calls fail.</td><td rowspan="2">Calls work.</td><td>Check the trunk.</td></tr>
<tr><td>Voice mail answers.</td><td></td></tr></tbody></table>`
    expect(runbookText(`# T\n\n${html}\n`)).toEqual([
      'A stage: During outage',
      '1 [External] New → Calls fail. Voice mail answers. (Notes: Check the trunk.)',
      'B stage: After outage',
      '1 [External] New → Calls work. (Notes: Check the trunk.)',
    ])
  })

  it('read the stages that cells name', () => {
    const cell = (stage: string) =>
      `<td><p><strong>During ${stage}:</strong></p><ul><li>Calls drop.</li></ul><p>After ${stage} is complete:</p><p>Calls work.</p></td>`
    const html = `<table><thead><tr><th>Call</th><th>To backup pool</th><th>To primary pool</th></tr></thead>
<tbody><tr><td>New</td>${cell('failover')}${cell('failback')}</tr></tbody></table>`
    expect(runbookText(`# T\n\n${html}\n`)).toEqual([
      'A stage: During failover:',
      '1 New → Calls drop.',
      'B stage: After failover is complete:',
      '1 New → Calls work.',
      'C stage: During failback:',
      '1 New → Calls drop.',
      'D stage: After failback is complete:',
      '1 New → Calls work.',
    ])
  })

  it('read events as stages where all headers name one', () => {
    expect(
      runbookText(
        `# T\n\n${table('Call | Failover to B | Failback to A', 'New | Calls drop. | Calls work.')}`,
      ),
    ).toEqual([
      'A stage: Failover to B',
      '1 New → Calls drop.',
      'B stage: Failback to A',
      '1 New → Calls work.',
    ])
    expect(runbookText(`# T\n\n${table('Pool | Failover time | Recovery point', 'A | 5 | 6')}`)).toBeNull()
  })

  it('repeat a note that stands above several tables at the stages of each', () => {
    const one = table('Call | During outage', 'New | All calls fail.')
    const two = table('Call | After outage', 'New | All calls work.')
    expect(
      runbookText(
        `# T\n\n## X\n\nText.\n\n> [!NOTE]\n> Mind this.\n\n### A\n\n${one}\n### B\n\n${two}`,
      )?.filter((line) => /Mind this/.test(line)),
    ).toHaveLength(2)
  })

  it('mark conditions, and items that hold under conditions only', () => {
    const text = `# T\n\n${table('Call | During outage', 'New | If groups were imported, calls connect.', 'Old | All calls drop.')}`
    const [stage] = deriveRunbook(readMarkdown(text))!.sections
    if (stage?.type !== 'stage') throw new Error('not a stage')
    expect(stage.groups[0]!.items.map(({ conditional }) => conditional)).toEqual([true, false])
    expect(JSON.stringify(stage.groups[0]!.items[0])).toContain('"dataMark":"condition"')
    expect(JSON.stringify(stage.groups[0]!.items[1])).not.toContain('dataMark')
  })

  it('read stacked headers', () => {
    const html = `<table><thead><tr><th rowspan="2">Call</th><th colspan="2">Failover</th></tr><tr><th>During</th><th>After</th></tr></thead>
<tbody><tr><td>New</td><td>Calls fail.</td><td>Calls work.</td></tr></tbody></table>`
    expect(runbookText(`# T\n\n${html}\n`)).toEqual([
      'A stage: Failover – During',
      '1 New → Calls fail.',
      'B stage: Failover – After',
      '1 New → Calls work.',
    ])
  })

  it('leave out situations of which a stage says nothing', () => {
    expect(
      runbookText(
        `# T\n\n${table('Call | During outage | After outage', 'New |  | Works again.', 'Old | Drops. | Is lost.')}`,
      ),
    ).toEqual([
      'A stage: During outage',
      '1 Old → Drops.',
      'B stage: After outage',
      '1 New → Works again.',
      '2 Old → Is lost.',
    ])
  })

  it.each([
    'Setting | If enabled | If disabled',
    'Question | If yes | If no',
    'Object | When created | When modified',
    'Feature | When to use | When not to use',
    'Feature | On Windows | On Mac',
    'Feature | On-premises | Online',
    'Feature | On | Off',
    'Parameter | Type | When required',
    'If this failed | See this section',
    'Phase | Permissions | Steps involved',
    'Name | During outage | Owner',
  ])('are not tables of properties: %s', (header) => {
    const cells = header.split('|').map(() => 'The value is kept.')
    expect(runbookText(`# T\n\n${table(header, cells.join(' | '))}`)).toBeNull()
  })

  it('with a single stage need cells that say what happens', () => {
    expect(
      runbookText(`# T\n\n${table('Schedule | After deployment', 'Tool | PowerShell', 'Owner | Admins')}`),
    ).toBeNull()
    expect(
      runbookText(
        `# T\n\n${table('Call | During outage', 'New | Calls are dropped.', 'Old | Calls stay connected.')}`,
      ),
    ).toHaveLength(3)
  })
})

it('leaves damaged and odd markup standing and never throws', () => {
  for (const text of [
    '<table><tr></tr></table>',
    '<table><tr><th>During outage</th></tr></table>',
    '# T\n\n<table><tr><th>x</th><th>During outage</th></tr><tr><td rowspan="99">a</td></tr></table>',
    '1.\n2.\n',
    '# T\n\n1. \n\n   1. Click OK.\n',
    '<ol><li></ol><strong><p>Hi<ol><li>Click OK.</strong>',
    '# **To**\n\n<ol start="-4"><li>Open it.</li></ol>',
  ]) {
    expect(() => runbookText(text)).not.toThrow()
  }
})
