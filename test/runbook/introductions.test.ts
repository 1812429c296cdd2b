import { expect, it } from 'vitest'
import { runbookText } from '../model/runbook-text.ts'

const STEPS = '1. Click **A**.\n2. Click **B**.\n'

it('prints an introduction above steps with them', () => {
  expect(runbookText(`# T\n\n## Nodes\n\nThere are two.\n\n### To restart\n\n${STEPS}`)).toEqual([
    'A procedure: Nodes › To restart',
    'before: There are two.',
    '1 Click A.',
    '2 Click B.',
  ])
})

it('prints an introduction before text that stands above the steps', () => {
  const text = `# T\n\n## Nodes\n\nThere are two.\n\n### Logs\n\nDelete the log.\n\n### To restart\n\n${STEPS}`
  expect(runbookText(text)).toEqual([
    '= Nodes: There are two.',
    '= Logs: Delete the log.',
    'A procedure: Nodes › To restart',
    '1 Click A.',
    '2 Click B.',
  ])
})

it('keeps an introduction of text that stays in sight, and lists one without such text', () => {
  const of = (text: string) =>
    runbookText(
      `# T\n\n## To restart\n\n${STEPS}\n## Nodes\n\nThere are two.\n\n### Logs\n\n${text}\n`,
    )?.slice(3)
  expect(of('Delete the log.')).toEqual(['= Nodes: There are two.', '= Logs: Delete the log.'])
  expect(of('There is a log.')).toEqual(['not included: Nodes (background)'])
})
