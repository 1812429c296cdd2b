import { describe, expect, it } from 'vitest'
import { deriveRunbook } from '../../src/runbook/derive-runbook.ts'
import { readMarkdown } from '../model/runbook-text.ts'

/** What the first stage says before and after its list, with the letters of stages in brackets. */
function textOf(before: string, after = '', stages = '| Call | During failover | After failover |'): string {
  const rule = stages.replace(/[^|]+/g, '-')
  const row = stages
    .replace(/[^|]+/g, 'If it is down, calls fail. ')
    .replace('If it is down, calls fail.', 'New')
  const runbook = deriveRunbook(
    readMarkdown(`# T\n\n## Calls\n\n${before}\n\n${stages}\n${rule}\n${row}\n${row}\n\n${after}\n`),
  )!
  const say = (node: unknown): string => {
    const {
      value = '',
      properties,
      children = [],
    } = node as Record<string, never> & { properties?: { dataStage?: string } }
    return (
      value +
      (properties?.dataStage ? `[${properties.dataStage}]` : '') +
      [...(children as unknown[])].map(say).join('')
    )
  }
  return runbook.sections
    .flatMap((section) => (section.type === 'stage' ? section.groups : []))
    .flatMap(({ context, after }) => [...context, ...after])
    .map(say)
    .join('')
}

describe('a table that has become stages', () => {
  it.each([
    [
      'The middle column tells this. The last column tells that.',
      'The middle column tells this.[A] The last column tells that.[B]',
    ],
    ['The second column tells this.', 'The second column tells this.[A]'],
    ['Calls behave as in the following table.', 'Calls behave as in the following table.[A][B]'],
  ])('is found by what texts say of it: %s', (before, marked) => {
    expect(textOf(before)).toBe(marked)
  })

  it('is found by texts after it', () => {
    expect(textOf('', 'The preceding table is for all.')).toBe('The preceding table is for all.[A][B]')
  })

  it.each([
    'The first column tells the situation.',
    'The fourth column tells more.',
    'A column of the log tells more.',
    'Calls behave as in the preceding table.',
  ])('is not looked for by others: %s', (before) => {
    expect(textOf(before)).toBe(before)
  })

  it('needs no letter if it is one stage, whose list is beside the text', () => {
    const text = 'Calls behave as in the following table.'
    expect(textOf(text, '', '| Situation | During outage |')).toBe(text)
  })
})
