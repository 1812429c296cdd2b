import { describe, expect, it } from 'vitest'
import { runbookText } from '../model/runbook-text.ts'

const stepWith = (alert: string) =>
  runbookText(
    `# T\n\n## To start\n\n1. Open the tool.\n\n${alert.replace(/^/gm, '   ')}\n\n2. Click **OK**.\n`,
  )

describe('notes in a step', () => {
  it.each([
    ['that tell its result', 'NOTE', 'The start page opens. You can also open it directly.'],
    ['that tell what to see', 'TIP', 'You should see the list of servers.'],
    ['about something else', 'NOTE', 'The tool needs a network.'],
    ['that say what to do then', 'NOTE', 'If you get an error, open the tool again.'],
  ])('stay after it: %s', (_, kind, text) => {
    expect(stepWith(`> [!${kind}]\n> ${text}`)).toEqual([
      'A procedure: To start',
      `1 Open the tool. ${text}`,
      '2 Click OK.',
    ])
  })

  it('come before it: a quotation that begins with a word of warning', () => {
    expect(stepWith('> Important: the tool needs a network.')?.slice(1, 3)).toEqual([
      'note: Important: the tool needs a network.',
      '1 Open the tool.',
    ])
  })

  it('stay after it in a wrapper', () => {
    expect(stepWith('<div>\n\n> [!NOTE]\n> The start page opens.\n\n</div>')?.[1]).toBe(
      '1 Open the tool. The start page opens.',
    )
  })

  it.each([
    ['that warn', 'WARNING', 'The start page opens.'],
    ['that are important', 'IMPORTANT', 'You should see the list of servers.'],
    ['that warn in other words', 'NOTE', 'Open tools are permanently disconnected.'],
    ['that say what to do before', 'NOTE', 'Before you open the tool, start all servers.'],
    ['that forbid', 'NOTE', 'Do not open the tool twice.'],
  ])('come before it: %s', (_, kind, text) => {
    expect(stepWith(`> [!${kind}]\n> ${text}`)?.slice(1, 3)).toEqual([`note: ${text}`, '1 Open the tool.'])
  })

  it('stay after the last step where they follow its list', () => {
    const text =
      '# T\n\n## To start\n\n1. Open the tool.\n\n```\nnet start\n```\n\n> [!NOTE]\n> The page opens.\n'
    expect(runbookText(text)).toEqual([
      'A procedure: To start',
      '1 Open the tool. net start',
      'after: The page opens.',
    ])
  })

  it('come before it where nothing is before them', () => {
    const text =
      '# T\n\n## To start\n\n1. > [!NOTE]\n   > The page opens.\n\n   Open the tool.\n2. Click **OK**.\n'
    expect(runbookText(text)?.slice(1, 3)).toEqual(['note: The page opens.', '1 Open the tool.'])
  })
})
