import { describe, expect, it } from 'vitest'
import { deriveRunbook } from '../../src/runbook/derive-runbook.ts'
import { readMarkdown, runbookText } from '../model/runbook-text.ts'

const page = (...after: string[]) =>
  `# T\n\n## To export\n\n1. Export the settings.\n2. Close the page.\n\n${after.join('\n\n')}\n`
const linesAfter = (...after: string[]) => runbookText(page(...after))?.slice(3)

describe('paragraphs directly after a numbered list', () => {
  it('are further steps where they ask for work', () => {
    expect(linesAfter('After you have the file, copy it to a USB key.', 'Repeat these steps daily.')).toEqual(
      ['3 After you have the file, copy it to a USB key.', '4 Repeat these steps daily.'],
    )
  })

  it('may not apply where they have a condition or a purpose of their own', () => {
    expect(linesAfter('If there are two pools, you must export both.')).toEqual([
      '3! If there are two pools, you must export both.',
    ])
    expect(linesAfter('To view the export, open the list.')).toEqual([
      '3! To view the export, open the list.',
    ])
  })

  it.each([
    'The settings are old.',
    'For more information, see the guide.',
    'If you want to be sure, make certain that you have a copy.',
    'If you experience problems, let us know by mail.',
    'To go on, continue reading this topic.',
    'Then follow the instructions below to import them.',
    'Import the settings',
  ])('stay text otherwise: %s', (text) => {
    expect(linesAfter(text)).toEqual([`after: ${text}`])
  })

  it('end with the first one that is text', () => {
    expect(linesAfter('The settings are old.', 'Copy the file.')).toEqual([
      'after: The settings are old. Copy the file.',
    ])
  })

  it('belong to the last step where they state a result', () => {
    const [section] = deriveRunbook(readMarkdown(page('The device will restart.')))!.sections
    const last = section?.type === 'procedure' ? section.steps.at(-1) : undefined
    expect(JSON.stringify(last)).toContain('The device will restart.')
    expect(section).toMatchObject({ after: [] })
  })

  it('do not continue advice or bullets', () => {
    const bullets = '# T\n\n## To export\n\n- Export the settings.\n- Close the page.\n\nCopy the file.\n'
    expect(runbookText(bullets)?.at(-1)).toBe('after: Copy the file.')
  })
})

describe('a paragraph that only leads back to the top of its page', () => {
  it.each(['[Return to top](#t)', '[Back to top](#t)', '↑ [Back to the top of the page](#t)'])(
    'is left out: %s',
    (text) => {
      expect(linesAfter(text)).toEqual([])
    },
  )
})

describe('a step that reverses others', () => {
  it.each(['To unhide a page, select it.', 'To export another page, select it.'])(
    'may not apply: %s',
    (text) => {
      expect(runbookText(`# T\n\n## To hide\n\n1. Hide the page.\n2. ${text}\n`)?.at(-1)).toBe(`2! ${text}`)
    },
  )

  it('always applies with another purpose', () => {
    expect(runbookText('# T\n\n## To hide\n\n1. Open it.\n2. To hide it, click **Hide**.\n')?.at(-1)).toMatch(
      /^2 /,
    )
  })
})

describe('a command for a further goal', () => {
  it('is a step without code', () => {
    const text =
      '# T\n\n## To view the pool\n\nTo return all pools, run this command:\n\n```powershell\nGet-Pool\n```\n\nPools have names.\n\nTo find the sites, use the Get-Site cmdlet.\n'
    expect(runbookText(text)?.slice(1)).toEqual([
      '1 To return all pools, run this command: Get-Pool Pools have names.',
      '2 To find the sites, use the Get-Site cmdlet.',
    ])
  })
})

describe('a time', () => {
  const durationOf = (sentence: string) => {
    const [section] = deriveRunbook(readMarkdown(page(sentence)))!.sections
    return section?.type === 'procedure' ? section.duration : undefined
  }

  it('is planned for work, not for an effect', () => {
    expect(durationOf('The export can take up to 2 hours.')).toEqual({ minutes: 120, upTo: true })
    expect(durationOf('It might take up to 24 hours for the policy to take effect.')).toBeUndefined()
  })
})
