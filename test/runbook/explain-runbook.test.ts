import { describe, expect, it } from 'vitest'
import { explainRunbook } from '../../src/runbook/explain-runbook.ts'
import type { RunbookSetting } from '../../src/runbook/settings.ts'
import { linesOf, readMarkdown } from '../model/runbook-text.ts'

const TEXT = `# Guide

## Before you begin

- A server.

## Outage

| Call | During outage | After outage |
|-|-|-|
| New | Calls fail. | Calls work. |

| Name | Type |
|-|-|
| Port | Number |

1. The port is 443.
2. The protocol is SIP.

## To restart

1. Open the console.
2. Do one of these:
   - Click Restart.
   - Run the script.

## See also

- [Other](other.md)
`

/** Decisions as \`part key → role: reason\`. */
function decide(text: string, setting?: RunbookSetting): readonly string[] {
  return explainRunbook(readMarkdown(text), setting).decisions.map(
    ({ part, key, became, reason }) => `${part} ${key} → ${became}: ${reason}`,
  )
}

/** The heads of the runbook's sections. */
function sections(text: string, setting?: RunbookSetting): readonly string[] {
  const document = readMarkdown(text)
  const { runbook } = explainRunbook(document, setting)
  return runbook ? linesOf(runbook, document).filter((line) => /^(?:[A-Z]|=) ?/.test(line)) : []
}

describe('explainRunbook', () => {
  it('tells of each table, list and section that counts as a whole what it became, and what decided', () => {
    expect(decide(TEXT)).toEqual([
      'section #before-you-begin → prerequisites: its heading “Before you begin” announces prerequisites',
      'list #before-you-begin → part: it is one of the prerequisites under “Before you begin”',
      'section #outage → stages: stages are under “Outage”',
      'table #outage → stages: headers name stages: “During outage”, “After outage”',
      'table #outage-2 → reference: no header names a stage: “Type”; its headers do not name steps and actions',
      'list #outage → reference: 0 of 2 items are instructions, 60% needed',
      'section #to-restart → steps: steps are under “To restart”',
      'list #to-restart → steps: 2 of 2 items are instructions, 40% needed: steps are announced by “To restart”',
      'list #to-restart-2 → part: it is inside a list',
      'section #see-also → left-out: the heading “See also” leads elsewhere',
      'list #see-also → left-out: the heading “See also” leads elsewhere',
    ])
  })

  it('quotes the sentence that is an instruction', () => {
    const text = '# Guide\n\n## Notes\n\nThe log is long. It is old. Delete the log. It grows.\n'
    expect(decide(`${text}\n## To restart\n\n1. Click **A**.\n2. Click **B**.\n`)).toContain(
      'section #notes → reference: it contains the instruction “Delete the log.”',
    )
    expect(decide(text)).toEqual(['section #notes → reference: its heading “Notes” does not name work'])
  })

  it('tells of a document without a runbook why its parts are not steps', () => {
    const text = `# Restart the service

Stop the service.

The service is old.

It is slow.

## Open the console

The console is a window. Open it.

## Make plans

Delete the log. Restart the service.

## Wait for it

1. Verify the path.
`
    expect(explainRunbook(readMarkdown(text)).reason).toBe('its only step is a general instruction')
    expect(decide(text)).toEqual([
      'section #restart-the-service → reference: text above sections introduces them',
      'section #open-the-console → reference: its only instruction is a general one',
      'section #make-plans → reference: its heading “Make plans” names work without a clear end: “Make”',
      'section #wait-for-it → reference: steps are under “Wait for it”; but its only step is a general instruction',
      'list #wait-for-it → reference: 1 of 1 items are instructions, 50% needed; but its only step is a general instruction',
    ])
  })

  it('tells of the text under the title', () => {
    expect(decide('# Notes\n\nThe service is old.\n\n## See also\n\n[A](a.md)\n')[0]).toBe(
      'section #notes → reference: its heading “Notes” does not name work',
    )
    expect(decide('# Restart\n\n| A | B |\n|---|---|\n| 1 | 2 |\n')[0]).toBe(
      'section #restart → reference: it has no paragraphs, only a table',
    )
    expect(decide('# Notes\n\nRestart the service.\n\nIt is old.\n')).toEqual([
      'section #notes → reference: its heading “Notes” does not name work',
    ])
    expect(decide('# Guide\n\nIt is old.\n\n## To restart\n\n1. Click **A**.\n2. Click **B**.\n')[0]).toBe(
      'section #guide → reference: it introduces the document',
    )
  })

  it('tells the headings above, and the place of the first unit', () => {
    const unit = (id: string, text: string) =>
      `<span data-ttu-id="a-${id}">Cible</span><span class="sxs-lookup"><span data-stu-id="a-${id}">${text}</span></span>`
    const text = `# ${unit('1', 'Guide')}\n\n## ${unit('2', 'To restart')}\n\n1. ${unit('3', 'Open the console.')}\n`
    const decision = explainRunbook(readMarkdown(text)).decisions.find(({ part }) => part === 'list')
    expect(decision).toMatchObject({ headings: ['Guide', 'To restart'], became: 'steps', overridden: false })
    expect(decision!.place!.start).toMatchObject({ line: 5, column: 4 })
  })
})

describe('settings of a runbook', () => {
  it('leave out sections', () => {
    expect(sections(TEXT, { exclude: ['#outage', '#before-you-begin'] })).toEqual(['A procedure: To restart'])
    expect(decide(TEXT, { exclude: ['#outage'] })).toContain(
      'table #outage → left-out: `exclude` names the section “Outage”',
    )
  })

  it('make tables stages, steps or reference', () => {
    expect(sections(TEXT, { tables: { '#outage': 'reference', '#outage-2': 'stage' } })).toContain(
      'A stage: Type',
    )
    expect(sections(TEXT, { tables: { '#outage': 'steps' } })).toContain('A procedure: Outage')
    expect(decide(TEXT, { tables: { '#outage': 'reference' } })).toContain(
      'table #outage → reference: settings call it reference',
    )
  })

  it('make lists steps or reference', () => {
    expect(sections(TEXT, { lists: { '#outage': 'steps', '#to-restart': 'reference' } })).toEqual([
      '= Before you begin: A server.',
      'A stage: During outage',
      'B stage: After outage',
      'C procedure: Outage',
      '= To restart: Open the console. Do one of these: Click Restart. Run the script.',
    ])
  })

  it('make sections steps, text or nothing', () => {
    const text = `# Guide

## Drain

The node is drained by the balancer.

## Restart

1. Stop the service.
2. Start the service.

### Ports

The port is 443.

## Background

The service is old.
`
    const of = (role: 'steps' | 'reference' | 'exclude', anchor: string) => {
      const document = readMarkdown(text)
      const { runbook } = explainRunbook(document, { sections: { [anchor]: role } })
      return linesOf(runbook!, document)
    }
    expect(of('steps', '#drain').slice(0, 2)).toEqual([
      'A procedure: Drain',
      '1 The node is drained by the balancer.',
    ])
    expect(of('reference', '#background')).toContain('= Background: The service is old.')
    expect(of('exclude', '#ports')).toContain('not included: Restart › Ports (excluded)')
    expect(
      decide(text, { sections: { '#restart': 'reference', '#drain': 'steps' } }).filter((line) =>
        line.startsWith('section'),
      ),
    ).toEqual([
      'section #drain → steps: settings call it steps',
      'section #restart → reference: settings call it reference',
      'section #ports → reference: settings call it reference',
      'section #background → left-out: it contains no instruction and no warning',
    ])
  })

  it('give the stages and their order, whatever the letter case', () => {
    expect(sections(TEXT, { stages: ['after outage', 'During Outage'] }).slice(1, 3)).toEqual([
      'A stage: After outage',
      'B stage: During outage',
    ])
    const text = '# T\n\n| Call | Plan | During outage |\n|-|-|-|\n| New | Tell all. | Calls fail. |\n'
    const document = readMarkdown(text)
    const { runbook } = explainRunbook(document, { stages: ['Plan'] })
    expect(linesOf(runbook!, document)).toEqual([
      'A stage: Plan',
      '1 New → Tell all. (During outage: Calls fail.)',
    ])
  })

  it('come from the front matter before the configuration', () => {
    const own = (setting: string) => `---\nrunbook: ${setting}\n---\n\n${TEXT}`
    expect(sections(own('false'))).toEqual([])
    expect(decide(own('false'))[0]).toContain('`runbook: false` disables the runbook')
    expect(sections(own('true'), false)).not.toEqual([])
    expect(sections(own('{ exclude: [outage] }'), { exclude: ['#to-restart'] })).toContain(
      'A procedure: To restart',
    )
    expect(
      sections(own('{ tables: { "#outage": reference } }'), { lists: { '#to-restart': 'reference' } }),
    ).toEqual([])
    expect(
      decide(own('{ sections: { outage: exclude } }'), { sections: { '#to-restart': 'exclude' } }),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^section #(?:outage) → left-out/),
        expect.stringMatching(/^section #to-restart → left-out/),
      ]),
    )
  })

  it('leave the decision to the document where they are wrong', () => {
    expect(
      sections(`---\nrunbook: { tables: { "#outage": x }, stages: 1, exclude: no }\n---\n\n${TEXT}`),
    ).toEqual(sections(TEXT))
  })
})
