import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const list = (...pairs: (readonly [target: string, source: string])[]) =>
  `${pairs.map(([target, source], at) => `- ${sxs(101 + at, target, source)}`).join('\n')}\n`
const find = (one: string, other: string, expected: string[]) =>
  expectFindings('same-target', list(['Texte traduit ici', one], ['Texte traduit ici', other]), expected)

describe('same-target', () => {
  it.each([
    ['words', 'IP address of the caller.', 'IP address of the callee.'],
    ['a word and its opposite', 'Percentage of expected failures', 'Percentage of unexpected failures'],
    ['numbers', 'Parameter 1', 'Parameter 2'],
    ['names', 'LowResolutionCallPercent', 'DynamicCapabilityPercent'],
    ['labels by a prefix', 'File upload', 'File download'],
  ])('finds one translation for %s that differ', (_name, one, other) => {
    const [message] = find(one, other, ['2 info'])
    expect(message!.cause).toMatchObject({ place: { start: { line: 1 } } })
  })

  it.each([
    ['letter case and punctuation', 'Restart the server.', 'restart the Server'],
    ['function words', 'Users who can access chat room', 'Users who can access the chat room'],
    ['inflection', 'Deployment of the server', 'Deploying the server'],
    ['synonyms', 'See the table for details.', 'See the table for information.'],
    ['spelling', 'Voice mail', 'Voicemail'],
    [
      'a typo',
      'Highlight the route and lick Show details now',
      'Highlight the route and click Show details now',
    ],
    ['two letters', 'Select the from field to open this page', 'Select the form field to open this page'],
    ['an abbreviation', 'Example value for United States', 'Example value for US'],
    ['the tag of a locale', 'New request for Norway (en-us)', 'New request for Norway (fr-fr)'],
    ['labels that may mean the same', 'On', 'Enabled'],
  ])('lets source texts that differ in %s have one translation', (_name, one, other) => {
    find(one, other, [])
  })

  it('compares within a list or a column only', () => {
    const apart = `${list(['Texte', 'IP address of the caller'])}\n## ${sxs(110, 'Titre', 'Title')}\n\n${list(['Texte', 'IP address of the callee']).replaceAll('101', '120')}`
    expectFindings('same-target', apart, [])
    const table = `|${sxs(100, 'A', 'A')}|${sxs(101, 'B', 'B')}|\n|-|-|\n|${sxs(102, 'Texte', 'Port of the caller')}|${sxs(103, 'Texte', 'Port of the callee')}|\n`
    expectFindings('same-target', table, [])
    expectFindings(
      'same-target',
      table.replace('|-|-|', `|-|-|\n|${sxs(104, 'Texte', 'Port of the switch')}|x|`),
      ['4 info'],
    )
  })
})
