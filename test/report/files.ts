import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'

/** Two files with messages and one without, in no order. */
export function exampleFiles(): VFile[] {
  const b = new VFile({ path: 'fr-FR/b.md' })
  const second = b.message('Unexpected link, expected none', {
    ruleId: 'inline-equal',
    source: 'lockstep',
    place: { start: { line: 20, column: 1, offset: 300 }, end: { line: 20, column: 9, offset: 308 } },
  })
  second.url = 'https://example.com/inline-equal'
  const first = b.message('Unexpected blank translation, expected one of “Yes”', {
    ruleId: 'unit-empty',
    source: 'lockstep',
    place: { start: { line: 3, column: 5, offset: 40 }, end: { line: 3, column: 6, offset: 41 } },
    cause: new VFileMessage('The other one', { place: { line: 9, column: 1, offset: 90 } }),
  })
  first.fatal = true
  first.note = 'Translate the text.'
  first.actual = ' '
  first.expected = ['Oui']
  first.url = 'https://example.com/unit-empty'
  const a = new VFile({ path: 'fr-FR/a.md' })
  a.info('Unknown date', { ruleId: 'date', source: 'lockstep' })
  return [b, new VFile({ path: 'fr-FR/c.md' }), a]
}
