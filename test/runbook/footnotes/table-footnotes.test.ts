import { describe, expect, it } from 'vitest'
import { runbookText } from '../../model/runbook-text.ts'

const STAGES = '| Call | During outage | After failback |\n| --- | --- | --- |'

/** The lines after the items of each stage. */
const afterStages = (markdown: string) => {
  const lines = runbookText(markdown)!
  const after = new Map<string, string>()
  let stage = ''
  for (const line of lines) {
    stage = /^([A-Z]) stage/.exec(line)?.[1] ?? stage
    if (line.startsWith('after: ')) after.set(stage, line.slice(7))
  }
  return Object.fromEntries(after)
}

describe('footnotes of a table whose columns are stages', () => {
  it('follow each stage whose items have their mark; other text follows the last one', () => {
    const rows = '| Old | Stay.<sup>1</sup> | Work.<sup>2</sup> |\n| New* | Fail.<sup>2</sup> | Work. |'
    const notes = '<sup>1</sup> In one site.\n\n<sup>2</sup> For agents.\n\n\\* From outside.\n\nMore text.'
    expect(afterStages(`# T\n\n## Calls\n\n${STAGES}\n${rows}\n\n${notes}\n`)).toEqual({
      A: '¹ In one site. ² For agents. * From outside.',
      B: '² For agents. * From outside. More text.',
    })
  })

  it.each([
    ['raised numbers', 'Stay.<sup>1, 2</sup>', '<sup>1</sup> Here.', '¹ Here.'],
    ['raised letters', 'Stay.<sup>a</sup>', '<sup>a</sup> Here.', 'a Here.'],
    ['raised characters', 'Stay¹.', '¹ Here.', '¹ Here.'],
    ['daggers', 'Stay. †', '† Here.', '† Here.'],
    ['asterisks', 'Stay\\*\\*.', '\\*\\* Here.', '** Here.'],
    ['numbered notes', 'Stay (see Note 1).', '**Note 1:** Here.', 'Note 1: Here.'],
    [
      'lines of one paragraph',
      'Stay.<sup>2</sup>',
      '<sup>1</sup> There.<br><sup>2</sup> Here.',
      '¹ There. ² Here.',
    ],
  ])('have marks: %s', (_, cell, note, shown) => {
    const rows = `| Old | ${cell} | Work. |\n| New | Fail. | Work. |`
    const after = afterStages(`# T\n\n## Calls\n\n${STAGES}\n${rows}\n\n${note}\n`)
    expect(after).toEqual({ A: shown })
  })

  it.each([
    ['text that begins with a mark that the table does not have', 'Stay.<sup>1</sup>', '<sup>2</sup> There.'],
    ['text without a mark', 'Stay\\*.', 'There.'],
    ['a wildcard in code', 'Run `Get-*`.', '\\* There.'],
    ['another number of asterisks', 'Stay\\*.', '\\*\\* There.'],
  ])('are not %s, which follows the last stage only', (_, cell, text) => {
    const rows = `| Old | ${cell} | Work. |\n| New | Fail. | Work. |`
    expect(Object.keys(afterStages(`# T\n\n## Calls\n\n${STAGES}\n${rows}\n\n${text}\n`))).toEqual(['B'])
  })

  it('can be rows of the table, which are no situations', () => {
    const rows = '| Old | Stay. * | Work. |\n| New | Fail. | Work. |\n| \\* In one site. | | |'
    const lines = runbookText(`# T\n\n## Calls\n\n${STAGES}\n${rows}\n`)!
    expect(lines.filter((line) => /^(?:\d|after)/.test(line))).toEqual([
      '1 Old → Stay. *',
      '2 New → Fail.',
      'after: * In one site.',
      '1 Old → Work.',
      '2 New → Work.',
    ])
    const cells = '<tr><td>Old</td><td>Stay.<sup>1</sup></td><td>Work.</td></tr>'
    const head = '<tr><th>Call</th><th>During outage</th><th>After failback</th></tr>'
    const note = '<tr><td colspan="3"><sup>1</sup> In one site.</td></tr>'
    const html = `<table>${head}${cells}${cells}${note}</table>`
    expect(afterStages(`# T\n\n## Calls\n\n${html}\n`)).toEqual({ A: '¹ In one site.' })
  })

  it('do not introduce what comes next', () => {
    const rows = '| Old | Stay.<sup>1</sup> | Work. |\n| New | Fail. | Work. |'
    const lines = runbookText(
      `# T\n\n## Calls\n\n${STAGES}\n${rows}\n\n<sup>1</sup> In one site.\n\nDo the following:\n\n1. Open it.\n2. Close it.\n`,
    )!
    expect(lines).toContain('after: ¹ In one site.')
    expect(lines).toContain('before: Do the following:')
  })

  it('do not change the name of a stage that has their mark', () => {
    const table = (head: string) =>
      `| Call | ${head} | After failback |\n| --- | --- | --- |\n| Old | Stay. | Work. |\n| New | Fail. | Work. |`
    const lines = runbookText(
      `# T\n\n## Calls\n\n${table('During outage<sup>1</sup>')}\n\n<sup>1</sup> In one site.\n\n## Users\n\n${table('During outage')}\n`,
    )!
    expect(lines.filter((line) => /^[A-Z] stage/.test(line))).toHaveLength(2)
  })
})

describe('footnotes of other tables', () => {
  it('follow the steps that the rows have become', () => {
    const rows =
      '| 1 | Open it.<sup>1</sup> | Shell |\n| 2 | Move it. | Shell |\n| <sup>1</sup> Not by hand. | | |'
    const lines = runbookText(
      `# T\n\n## To move\n\n| Step | Task | Where |\n| --- | --- | --- |\n${rows}\n\n## To end\n\n1. Close it.\n2. Leave.\n`,
    )!
    expect(lines).toContain('after: ¹ Not by hand.')
    expect(lines.filter((line) => line.includes('Not by hand'))).toHaveLength(1)
  })

  it('stay with a table that stays as it is', () => {
    const table = '| Port | Use |\n| --- | --- |\n| 443 \\* | Web |'
    const lines = runbookText(
      `# T\n\n## To open ports\n\n1. Open them.\n2. Check them.\n\n${table}\n\n\\* Also for media.\n\nTo restart, do the following:\n\n1. Restart it.\n2. Leave.\n`,
    )!
    expect(lines.find((line) => line.includes('443'))).toContain('Also for media.')
    expect(lines).toContain('B procedure: To open ports › To restart, do the following:')
  })
})
