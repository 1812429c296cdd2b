import { describe, expect, it } from 'vitest'
import { itemsToRows } from '../../src/render/runbook/rows.ts'
import {
  type CheckItem,
  deriveRunbook,
  type ProcedureSection,
  type Step,
} from '../../src/runbook/derive-runbook.ts'
import { spokenNumber } from '../../src/runbook/step-numbers.ts'
import { readMarkdown, runbookText } from '../model/runbook-text.ts'
import { pair } from '../support/bilingual.ts'

/** The steps of the first procedure of Markdown. */
function stepsOf(text: string): readonly Step[] {
  return procedureOf(text).steps
}

function procedureOf(text: string): ProcedureSection {
  const section = deriveRunbook(readMarkdown(text))?.sections.find(({ type }) => type === 'procedure')
  if (section?.type !== 'procedure') throw new Error('no procedure')
  return section
}

const procedure = (...items: string[]) =>
  `# T\n\n## To start\n\n${items.map((item, at) => `${at + 1}. ${item}`).join('\n')}\n`

describe('one action to a box', () => {
  it('makes sub-steps of bullets with instructions', () => {
    const text = procedure('Do the following:\n\n   - Open the console.\n   - Click **OK**.\n')
    expect(runbookText(text)?.slice(1)).toEqual([
      '1 Do the following:',
      '1.1 Open the console.',
      '1.2 Click OK.',
    ])
  })

  it('makes sub-steps of the commands that a step lists', () => {
    const list = (lead: string) => procedure(`${lead}\n\n   - **Get-A**\n   - **Get-B -All**\n`)
    expect(runbookText(list('Run the following cmdlets:'))?.slice(1)).toEqual([
      '1 Run the following cmdlets:',
      '1.1 Get-A',
      '1.2 Get-B -All',
    ])
    expect(runbookText(list('Open the page about these cmdlets:'))).toHaveLength(2)
  })

  it.each([
    ['facts', 'Open the page. It shows:\n\n   - The name.\n   - The number.\n'],
    ['one instruction', 'Open the page:\n\n   - Click **OK**.\n   - The name.\n   - The number.\n'],
    ['abilities', 'Open the page. Users can do the following:\n\n   - Add a user.\n   - Remove a user.\n'],
    [
      'work of others',
      'Open the page. The script performs the following:\n\n   - Create a user.\n   - Remove a user.\n',
    ],
  ])('leaves bullets in their step: %s', (_name, item) => {
    expect(stepsOf(procedure(item))[0]?.parts.map(({ type }) => type)).toEqual(['content'])
  })

  it('lets purposes and any of several instructions be left out', () => {
    const any = stepsOf(procedure('Do any of the following:\n\n   - Open the console.\n   - Click **OK**.\n'))
    const purposes = stepsOf(
      procedure('Do the following:\n\n   - To see it, open the console.\n   - Click **OK**.\n'),
    )
    const flags = ([step]: readonly Step[]) =>
      step?.parts.flatMap((part) =>
        part.type === 'steps' ? part.steps.map(({ conditional }) => conditional) : [],
      )
    expect(flags(any)).toEqual([true, true])
    expect(flags(purposes)).toEqual([true, false])
  })

  it('gives each of several commands a box, with the text that announces and explains it', () => {
    const code = (line: string) => `\n   \`\`\`\n   ${line}\n   \`\`\`\n`
    const shared = procedure(`Run these commands:\n${code('Get-A')}${code('Get-B')}`)
    expect(runbookText(shared)?.slice(1)).toEqual(['1 Run these commands:', '1.1 Get-A', '1.2 Get-B'])
    const own = procedure(`Run this:\n${code('Get-A')}\n   It lists all.\n\n   Then type:\n${code('Get-B')}`)
    expect(runbookText(own)?.slice(1)).toEqual(['1 Run this: Get-A It lists all.', '1.1 Then type: Get-B'])
    const cases = procedure(`If A is up, type:\n${code('Get-A')}\n   If B is up, type:\n${code('Get-B')}`)
    expect(runbookText(cases)?.slice(1)).toEqual([
      '1.1! If A is up, type: Get-A',
      '1.2! If B is up, type: Get-B',
    ])
  })

  it('counts sub-steps as texts name them, others beside them apart', () => {
    const text = procedure(
      'Do the following:\n\n   - Open the console.\n   - Click **A**.\n\n   Then do this:\n\n   1. Click **B**.\n   2. Click **C**.\n\n   Then do this:\n\n   - Click **D**.\n   - Click **E**.\n',
      'If C failed, repeat step 1b.',
    )
    expect(runbookText(text)?.slice(1)).toEqual([
      '1 Do the following:',
      '1.i Open the console.',
      '1.ii Click A.',
      '… Then do this:',
      '1.1 Click B.',
      '1.2 Click C.',
      '… Then do this:',
      '1.iii Click D.',
      '1.iv Click E.',
      '2! If C failed, repeat step 1b.',
    ])
    expect(['1.ii', '1.2', '1.ii.3'].map(spokenNumber)).toEqual(['1-ii', '1b', '1-ii.3'])
    const later = procedure('Do this:\n\n   3. Click **B**.\n   4. Click **C**.\n')
    expect(runbookText(later)?.slice(2)).toEqual(['1.3 Click B.', '1.4 Click C.'])
  })

  it('marks code that is not to be run as it is', () => {
    const code = (lead: string) =>
      JSON.stringify(
        stepsOf(
          procedure(
            `Run this:\n\n   \`\`\`\n   Get-A <name>\n   \`\`\`\n\n   ${lead}\n\n   \`\`\`\n   X\n   \`\`\`\n`,
          ),
        ),
      )
    expect(code('For example:')).toContain('"dataCode":"example"')
    expect(code('The output looks like this:')).toContain('"dataCode":"output"')
    expect(code('Then run:')).not.toContain('dataCode')
    expect(code('This command returns the name:')).toContain('"dataCode":"output"')
    expect(code('For example:')).not.toContain('"type":"steps"')
  })

  it('does not mark a command whose result the text before it tells', () => {
    const code = (line: string) => `   \`\`\`\n   ${line}\n   \`\`\`\n`
    const text = (line: string) =>
      `Start.\n\n   Likewise, this command returns the names of users:\n\n${code(line)}`
    expect(JSON.stringify(stepsOf(procedure(text('Get-User A'))))).not.toContain('dataCode')
    expect(JSON.stringify(stepsOf(procedure(text('A, B'))))).toContain('"dataCode":"output"')
  })

  it('labels a command to adapt, which stays a command', () => {
    const step = (...lead: [string, string, string?]) => {
      const [first, second, name = 'A'] = lead
      const code = (text: string) => `   \`\`\`powershell\n   ${text}\n   \`\`\`\n\n`
      const text = `Start.\n\n   ${first}\n\n${code(`Get-Site ${name}`)}   ${second}\n\n${code('Set-Site A')}`
      return stepsOf(procedure(text))[0]!
    }
    const similar = step('Use a command similar to the following:', 'Then run this command:')
    expect(JSON.stringify(similar).match(/"dataCode":"example"/g)).toHaveLength(1)
    expect(similar.parts.map(({ type }) => type)).toEqual(['content', 'steps'])
    expect(JSON.stringify(step('Run this:', 'Then this:', 'eu.contoso.com'))).toContain(
      '"dataCode":"example"',
    )
    expect(JSON.stringify(step('In this example, A is a site. It is old:', 'Then:'))).toContain('"dataCode"')
    expect(JSON.stringify(step('Run this:', 'Then this:'))).not.toContain('"dataCode"')
  })

  it('labels a command with values that follows the same one with placeholders, in the same box', () => {
    const code = (text: string) => `   \`\`\`powershell\n   ${text}\n   \`\`\`\n\n`
    const partsOf = (second: string) =>
      stepsOf(procedure(`Remove it:\n\n${code('Remove-Site -Id <String>')}${code(second)}`))[0]!.parts
    const parts = partsOf('Remove-Site -Id "A"')
    expect(parts.map(({ type }) => type)).toEqual(['content'])
    expect(JSON.stringify(parts).match(/"dataCode":"example"/g)).toHaveLength(1)
    for (const other of ['Get-Site -Id "A"', 'Remove-Site -Id <Id>'])
      expect(JSON.stringify(partsOf(other))).not.toContain('dataCode')
  })

  it('makes a sub-step of a command that adds to an example', () => {
    const code = (text: string) => `   \`\`\`powershell\n   ${text}\n   \`\`\`\n\n`
    const text = `Supply a number. For example:\n\n${code('Test-Phone 1')}   To be sure, you can also include the name:\n\n${code('Test-Phone 1 A')}`
    expect(runbookText(procedure(text))?.slice(1)).toEqual([
      '1 Supply a number. For example: Test-Phone 1',
      '1.1! To be sure, you can also include the name: Test-Phone 1 A',
    ])
  })
})

describe('a choice', () => {
  it.each([
    ['Click **New** and select a scope for the plan:', true],
    ['Choose a mode from the drop-down list:', true],
    ['Select a server that meets these requirements:', false],
    ['Select a user and change the following:', false],
  ])('of the things that a list names: %s', (lead, expected) => {
    const [step] = stepsOf(
      procedure(`${lead}\n\n   - Site plans are for a site.\n   - User plans are for users.\n`),
    )
    expect(step?.parts.some(({ type }) => type === 'choice')).toBe(expected)
  })

  it('can be made between two things in prose', () => {
    const offer = pair('a-1', 'x', 'To begin, you select between fetching the file or reading it.')
    const first = pair('a-2', 'y', 'For a server, select **Fetch**.')
    const sxs = `# Install it\n\n## To install\n\n${offer} ${first}\n\nIf you install a client, select **Read**.\n\nThen, click **Next**.\n`
    expect(runbookText(sxs)).toContain('2 Then, click Next.')
    expect(runbookText(sxs)?.filter((line) => line.startsWith('◇'))).toHaveLength(2)
  })

  it('is made of paragraphs for one or another thing', () => {
    const text =
      '# Remove apps\n\n## Remove the app\n\nYou can remove it for a user or for all users.\n\nTo remove it for a user, open **Users** and click **Remove**.\n\nTo remove it for all users, open **Apps** and click **Block**.\n'
    expect(runbookText(text)).toEqual([
      'A procedure: Remove the app',
      '1 You can remove it for a user or for all users.',
      '◇ 1.1 To remove it for a user, open Users and click Remove.',
      '◇ 1.2 To remove it for all users, open Apps and click Block.',
    ])
  })

  it('is made of alternatives; an item that names no case follows them', () => {
    const text = procedure(
      'Do one of the following:\n\n   - If you use A, click **A**.\n   - If you use B, click **B**.\n   - Click **Finish**.\n',
    )
    expect(runbookText(text)?.slice(1)).toEqual([
      '1 Do one of the following:',
      '◇ 1.1! If you use A, click A.',
      '◇ 1.2! If you use B, click B.',
      '1.3! Click Finish.',
    ])
  })

  it.each([
    'You can do this a couple ways:',
    'There are several ways to restart it.',
    'You can restart it in one of two ways:',
    'Choose from these options:',
    'You have two options for a restart:',
    'There are two possible scenarios:',
    'Choose from two options:',
    'You can either:',
  ])('is announced by words such as “%s”', (lead) => {
    const text = procedure(`Restart it. ${lead}\n\n   - Click **A**.\n   - Run **B**.\n`)
    expect(runbookText(text)?.slice(2)).toEqual(['◇ 1.1 Click A.', '◇ 1.2 Run B.'])
  })

  it.each(['You can do any of these:', 'Use a combination of two ways:', 'Set the following options:'])(
    'is not announced by “%s”',
    (lead) => {
      const text = procedure(`Restart it. ${lead}\n\n   - Click **A**.\n   - Run **B**.\n`)
      expect(runbookText(text)?.join()).not.toContain('◇')
    },
  )

  it('has as many alternatives as its text says', () => {
    const text = procedure(
      'Restart it. You can do this in one of two ways:\n\n   - Click **A**.\n   - Run **B**.\n   - Click **C**.\n',
    )
    expect(runbookText(text)?.slice(2)).toEqual(['◇ 1.1 Click A.', '◇ 1.2 Run B.', '1.3! Click C.'])
  })

  const bullets = '- Click **A**.\n- Run **B**.\n'

  it.each([
    'To start it, do one of the following:',
    'Before that, you must first follow one of these steps:',
  ])('outside of steps is a step with its text: “%s”', (lead) => {
    expect(runbookText(`# Start it\n\nText.\n\n${lead}\n\n${bullets}`)).toEqual([
      'A procedure: Start it',
      'before: Text.',
      `1 ${lead}`,
      '◇ 1.1 Click A.',
      '◇ 1.2 Run B.',
    ])
  })

  it.each([
    ['that only says what is possible', `# Start it\n\nIf so, you can do one of these:\n\n${bullets}`],
    ['of facts', '# Start it\n\nSelect one of the following:\n\n- Blue\n- Red\n'],
    ['of advice', `# Start it\n\n## Best practices\n\nDo one of the following:\n\n${bullets}`],
    ['with numbers', '# Start it\n\nDo one of these:\n\n1. Click **A**.\n2. Run **B**.\n'],
  ])('outside of steps is not made of a list %s', (_, text) => {
    expect(runbookText(text)?.join() ?? '').not.toContain('◇')
  })

  it('between numbered steps belongs to the step before it', () => {
    const text = `# Start it\n\n1. Open it.\n\nDo one of these:\n\n${bullets}\n2. Close it.\n`
    expect(runbookText(text)?.slice(1)).toEqual([
      '1 Open it. Do one of these:',
      '◇ 1.1 Click A.',
      '◇ 1.2 Run B.',
      '2 Close it.',
    ])
  })

  const command = (lead: string, name: string) => `${lead}\n\n\`\`\`\n${name}\n\`\`\`\n\n`
  const commands = `${command('To test it, run this command:', 'Get-A')}${command('To use it, run this command:', 'Get-B')}`

  it('is made of commands that the text before them offers', () => {
    const text = `# Start it\n\n## Running the test\n\nSet it to one of the available options.\n\n${commands}`
    expect(runbookText(text)?.slice(1)).toEqual([
      '1 Set it to one of the available options.',
      '◇ 1.1 To test it, run this command: Get-A',
      '◇ 1.2 To use it, run this command: Get-B',
    ])
    expect(runbookText(text.replace('one of the available', 'both'))?.join()).not.toContain('◇')
  })

  it('can begin in the paragraph that offers it', () => {
    const offer = pair('a-1', 'x', 'It can run using either A or B.')
    const first = pair('a-2', 'y', 'To test it, run this command:')
    const text = `# Start it\n\n## Running the test\n\n${offer} ${commands.replace('To test it, run this command:', first)}`
    expect(runbookText(text)?.slice(1)).toEqual([
      '1 It can run using either A or B.',
      '◇ 1.1 To test it, run this command: Get-A',
      '◇ 1.2 To use it, run this command: Get-B',
    ])
  })

  it('at the end has the section about failures with each alternative', () => {
    const failure = '## If the test fails\n\nSee the log.\n'
    const text = `# Start it\n\n## Running the test\n\nSet it to one of the available options.\n\n${commands}${failure}`
    const [step] = stepsOf(text)
    const options = step?.parts.flatMap((part) => (part.type === 'choice' ? part.options : [])) ?? []
    expect(options.map(({ onFailure }) => onFailure?.length)).toEqual([1, 1])
    expect(step?.onFailure).toBeUndefined()
  })

  it('is not made of numbered steps in an order', () => {
    const text = procedure('Do one of the following:\n\n   1. Open the console.\n   2. Click **OK**.\n')
    expect(runbookText(text)?.slice(1).join()).not.toContain('◇')
  })
})

describe('a jump', () => {
  const jumpOf = (sentence: string) =>
    stepsOf(procedure(`Open the page. ${sentence}`, 'Click **A**.', 'Click **B**.', 'Click **C**.'))[0]?.jump

  it.each([
    ['Otherwise, skip to step 3.', { to: '3', skips: ['2'] }],
    ['Then go to step 4.', { to: '4', skips: ['2', '3'] }],
    ['If so, skip step 3.', { to: '4', skips: ['3'] }],
    ['To use A, skip over steps 2-3 and start at step 4.', { to: '4', skips: ['2', '3'] }],
    ['If so, skip steps 3 and 4.', { to: '', skips: ['3', '4'] }],
    ['If there are several, continue to step 2. Otherwise, skip step 2.', { to: '3', skips: ['2'] }],
    ['If so, skip the remaining steps in this procedure.', { to: '', skips: ['2', '3', '4'] }],
    ['If so, you can skip the final three steps.', { to: '', skips: ['2', '3', '4'] }],
    ['If so, skip the last two steps in this procedure.', { to: '', skips: ['2', '3', '4'] }],
    ['If so, skip the last step.', { to: '', skips: ['4'] }],
    ['If so, skip the last step. Else take the following last steps.', { to: '', skips: ['2', '3', '4'] }],
  ])('leads over the steps between: %s', (sentence, jump) => {
    expect(jumpOf(sentence)).toEqual(jump)
  })

  it('is read from notes too, and from what it names before the step', () => {
    const note =
      '> [!IMPORTANT]\n   > If it is set, skip ahead to the instructions for setting up B in step 4.\n'
    const [step] = stepsOf(
      procedure(`Open the page.\n\n   ${note}`, 'Click **A**.', 'Click **B**.', 'Click **C**.'),
    )
    expect(step?.jump).toEqual({ to: '4', skips: ['2', '3'] })
  })

  it.each([
    'Then go to step 2.',
    'Skip to step 9.',
    'Skip steps 2 and 4.',
    'Skip steps 3-9.',
    'Go to step 3 in Publish the topology.',
    'See step 3.',
  ])('is none to the next step, to an unknown one or to another text: %s', (sentence) => {
    expect(jumpOf(sentence)).toBeUndefined()
  })
})

describe('the items of a stage', () => {
  const textOf = (...actions: string[]) =>
    `# T\n\n| Phase | Steps |\n|-|-|\n| During outage | <ul>${actions.map((action) => `<li>${action}</li>`).join('')}</ul> |\n| After outage | Check it. |\n`
  const itemsOf = (text: string): readonly (readonly CheckItem[])[] =>
    deriveRunbook(readMarkdown(text))!.sections.flatMap((section) =>
      section.type === 'stage' ? [section.groups.flatMap(({ items }) => items)] : [],
    )

  it('lead over other items of their table', () => {
    const [during] = itemsOf(textOf('If the pool is up, skip to step 3.', 'Fail over.', 'Place a call.'))
    expect(during?.map(({ jump }) => jump)).toEqual([{ to: '3', skips: ['2'] }, undefined, undefined])
    const [elsewhere] = itemsOf(textOf('If the pool is up, skip to step 9.', 'Fail over.'))
    expect(elsewhere?.[0]?.jump).toBeUndefined()
  })

  it('may not apply where they say that they can be skipped', () => {
    const [during] = itemsOf(textOf('Fail over. On a small pool you can skip this step.', 'Place a call.'))
    expect(during?.map(({ conditional }) => conditional)).toEqual([true, false])
  })

  it('lead over items with the numbers that the section counts on', () => {
    const [during] = itemsOf(
      textOf('If so, skip to step 3.', 'Fail over.', 'If so, skip the last step.', 'Stop.'),
    )
    const writer = { content: () => 'x', title: () => 'x', otherTitle: () => '' }
    const jumps = itemsToRows(during!, 'A', 5, writer).map(({ jump }) => jump)
    expect(jumps).toEqual([
      { to: '7', ref: 'A-7', skips: 'A-6', numbers: '6' },
      null,
      { to: '', ref: '', skips: 'A-8', numbers: '8' },
      null,
    ])
  })

  it('lead to the sections that they name for their failure, and that follow about failures', () => {
    const table = textOf(
      '<p>Fail over.</p><p>If the command fails, see Restart the pool below.</p>',
      'Place a call.',
    )
    const sections = '\n## Restart the pool\n\n1. Open the console.\n2. Click **Go**.\n'
    const failures = '\n## If the call fails\n\nThe pool is down. Start it.\n'
    const [during, after] = itemsOf(`${table}${sections}`)
    expect(during?.map(({ onFailure }) => onFailure?.map(({ letter }) => letter))).toEqual([['C'], undefined])
    expect(JSON.stringify(during?.[0]?.expected)).toContain('"dataMark":"failure"')
    expect(after?.[0]?.onFailure).toBeUndefined()
    const [first, last] = itemsOf(`${table}${failures}`)
    expect(first?.map(({ onFailure }) => onFailure)).toEqual([undefined, undefined])
    expect(last?.[0]?.onFailure).toEqual([expect.objectContaining({ id: 'if-the-call-fails' })])
  })

  it('that are situations have no section about failures, which is for work', () => {
    const situations =
      '# T\n\n| Call | Before outage | During outage |\n|-|-|-|\n| New | It works. | It fails. |\n| Old | It works. | It works. |\n'
    const [, during] = itemsOf(`${situations}\n## If the call fails\n\nThe pool is down. Start it.\n`)
    expect(during?.map(({ onFailure }) => onFailure)).toEqual([undefined, undefined])
  })
})

describe('a question', () => {
  const runbookOf = (...cells: string[]) =>
    deriveRunbook(
      readMarkdown(
        `# T\n\n| Situation | During outage |\n|-|-|\n${cells.map((cell, at) => `| S${at} | ${cell} |`).join('\n')}\n`,
      ),
    )!

  it('is asked once for conditions that are equal in other words, negated or not', () => {
    const runbook = runbookOf(
      'If groups were not imported, calls fail.',
      'For imported groups, calls succeed.',
      'If groups were imported, agents can sign in.',
    )
    expect(runbook.questions.map(({ id }) => id)).toEqual(['Q1'])
    const [section] = runbook.sections
    const items = section?.type === 'stage' ? section.groups[0]!.items : []
    expect(items.map(({ question }) => question?.answer)).toEqual(['no', 'yes', 'yes'])
    expect(JSON.stringify(items[1])).toContain('"dataQuestion":"Q1","dataAnswer":"yes"')
  })

  it('is another one in each procedure if it is about a thing that only the text there tells apart', () => {
    const questionsOf = (condition: string) => {
      const steps = `1. ${condition}, find it.\n2. ${condition}, note it.\n`
      const markdown = `# T\n\n## To add\n\n${steps}\n## To remove\n\n${steps}`
      return deriveRunbook(readMarkdown(markdown))!.questions.length
    }
    expect(questionsOf('If the identity isn’t known')).toBe(2)
    expect(questionsOf('If users were moved')).toBe(1)
  })

  const linesWith = (...cells: string[]) =>
    runbookOf(
      'If response groups were not imported, calls fail.',
      'For imported response groups, calls succeed.',
      ...cells.map((cell) => `<ul><li>${cell.replaceAll('/ ', '</li><li>')}</li></ul>`),
    ).sections.flatMap((section) =>
      section.type === 'stage'
        ? section.groups.flatMap(({ items }) => items.slice(2).map((item) => JSON.stringify(item)))
        : [],
    )
  const held = (line: string | undefined) => /"dataAnswer":"(\w+)"/.exec(line ?? '')?.[1]
  const OWNED = 'X owned by the primary pool can be seen./ X owned by the backup pool can be changed./ '
  const ofKind = (kind: string) => OWNED.replaceAll('X', kind)

  it('is answered by sentences about what the condition says was done', () => {
    const lines = linesWith('Imported response groups cannot be seen.', 'Response groups cannot be seen.')
    expect(lines.map(held)).toEqual(['yes', undefined])
  })

  it('is answered by sentences about another kind of it only if two cells speak of both alike', () => {
    const groups = `${ofKind('Response groups')}Imported response groups cannot be seen.`
    const agents = 'Imported agent groups are not shown.'
    expect(linesWith(groups, `${ofKind('Agent groups')}${agents}`).map(held)).toEqual(['yes', 'yes'])
    expect(linesWith(groups, agents).map(held)).toEqual(['yes', undefined])
    expect(
      linesWith(groups, `${ofKind('Agent groups')}Removed agent groups are not shown.`).map(held),
    ).toEqual(['yes', undefined])
  })

  it.each([
    ['one line only', ['If groups were imported, calls fail.', 'Calls fail at once.']],
    ['what depends on the line', ['If you see an error, call us.', 'If you see an error, wait.']],
    [
      'another order of words',
      ['If pool A fails over to pool B, wait.', 'If pool B fails over to pool A, wait.'],
    ],
  ])('is not asked for %s', (_name, cells) => {
    expect(runbookOf(...cells).questions).toEqual([])
  })
})

describe('the outcome of a step', () => {
  it('is to be noted where it verifies something or says what a command should show', () => {
    const [verify, command, click] = stepsOf(
      procedure(
        'Verify that the service runs.',
        'Run this:\n\n   ```\n   Get-A\n   ```\n\n   This cmdlet should show that both are up.\n',
        'Click **OK**. The dialog box appears.',
      ),
    )
    expect(verify?.expected).toEqual([])
    expect(JSON.stringify(command?.expected)).toContain('should show that both are up')
    expect(JSON.stringify(command?.parts)).not.toContain('should show')
    expect(click?.expected).toBeUndefined()
  })

  it.each([
    ['In the details pane, verify that the certificate is displayed.', true],
    ['Once the test ends, make sure that the report exists.', true],
    ['Place a call and verify that it is answered.', true],
    ['Run the cmdlet to verify that both are up.', true],
    ['Confirm the team appears correctly in the console.', true],
    ['On the **To** tab, ensure that the **Forward** check box is selected.', false],
    ['Click **Yes** to confirm that you want to delete it.', false],
    ['Confirm the deletion.', false],
    ['Make sure you have a copy.', true],
    ['Ensure that you haven’t placed any orders.', true],
    ['Make sure you remove all files.', false],
    ['Make sure to remove all files.', false],
    ['**Check/Fix:** *Check*', false],
    ['Verify the number: It must be 2.', true],
    ['Open the log. The wizard runs a test to verify that both are up.', false],
  ])('is to be noted or not, by what the step asks: %s', (item, isNoted) => {
    expect(stepsOf(procedure(item, 'Click **OK**.'))[0]?.expected !== undefined).toBe(isNoted)
  })

  it('is to be noted for commands before a section that tells their output', () => {
    const stepsWith = (result: string) => {
      const test = '## Running the test\n\nRun this command:\n\n```powershell\nTest-A\n```\n'
      const text = `# T\n\n${test}\n## Determining success or failure\n\n${result}\n`
      const [section] = deriveRunbook(readMarkdown(text))!.sections
      return section?.type === 'procedure' ? section.steps : []
    }
    expect(stepsWith('If A works, you’ll receive output similar to this: Success').at(-1)?.expected).toEqual(
      [],
    )
    expect(stepsWith('The log tells it.').at(-1)?.expected).toBeUndefined()
  })

  it('is to be noted for each of the commands under a text that asks for it', () => {
    const code = (line: string) => `\n   \`\`\`\n   ${line}\n   \`\`\`\n`
    const [step] = stepsOf(
      procedure(
        `Run this:\n${code('Sync-A')}\n   Run these commands. Make sure that both are steady.\n${code('Get-A')}${code('Get-B')}`,
      ),
    )
    const noted = step?.parts.flatMap((part) =>
      part.type === 'steps' ? part.steps.map(({ expected }) => expected) : [],
    )
    expect(noted).toEqual([[], []])
    expect(step?.expected).toBeUndefined()
  })

  it('names the sections for its failure', () => {
    const text = `# T

## To set the pool

1. Click **OK**.

## To fail over

1. Click **Go**.

   If you see an error, see the procedures at the beginning of this topic.
`
    const [, section] = deriveRunbook(readMarkdown(text))!.sections
    const step = section?.type === 'procedure' ? section.steps[0] : null
    expect(step?.onFailure?.map(({ letter }) => letter)).toEqual(['A'])
    expect(JSON.stringify(step)).toContain('"dataMark":"failure"')
  })
})

describe('a section about failures', () => {
  const sectionsWith = (heading: string, between = '') =>
    deriveRunbook(
      readMarkdown(`# T

## Run the test

1. Run this:

   \`\`\`
   Test-A
   \`\`\`

2. Click **OK**.

## Expected results

The result is Success.

${between}## ${heading}

The server is down. Start it.
`),
    )!.sections

  it.each(['Reasons why the test might have failed', 'Possible causes', 'What to do if the test fails'])(
    'is where the last step before it and its expected results lead: %s',
    (heading) => {
      const [section, results] = sectionsWith(heading)
      const failures = section?.type === 'procedure' ? section.steps.map(({ onFailure }) => onFailure) : []
      expect(failures).toEqual([
        undefined,
        [expect.objectContaining({ letter: '', id: heading.toLowerCase().replaceAll(' ', '-') })],
      ])
      expect(results).toMatchObject({ role: 'results', onFailure: failures[1] })
    },
  )

  it('is not where work leads that other work follows', () => {
    const [section, results] = sectionsWith(
      'Possible causes',
      '## To stop the test\n\n1. Click **Stop**.\n\n',
    )
    expect(JSON.stringify([section, results])).not.toContain('onFailure')
  })

  it('is none under another heading', () => {
    expect(JSON.stringify(sectionsWith('Starting the server'))).not.toContain('onFailure')
  })
})

describe('a planned time', () => {
  it.each([
    ['It is expected to take up to 60 minutes for 20,000 users.', { minutes: 60, upTo: true }],
    ['This takes 1 to 2 hours.', { minutes: 120, upTo: true }],
    ['The export takes about 5 minutes.', { minutes: 5, upTo: false }],
  ])('is read: %s', (sentence, duration) => {
    expect(procedureOf(`# T\n\n## To start\n\n${sentence}\n\n1. Click **OK**.\n`).duration).toEqual(duration)
    expect(stepsOf(procedure(`Click **OK**. ${sentence}`))[0]?.duration).toEqual(duration)
  })

  it.each([
    'The time-out takes effect after 10 minutes.',
    'If the gateway takes longer than 10 seconds, stop it.',
    'This takes several minutes.',
  ])('is not read: %s', (sentence) => {
    expect(stepsOf(procedure(`Click **OK**. ${sentence}`))[0]?.duration).toBeUndefined()
  })
})
