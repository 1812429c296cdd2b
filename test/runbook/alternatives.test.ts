import { describe, expect, it } from 'vitest'
import { renderRunbook } from '../../src/render/runbook/render-runbook.ts'
import { deriveRunbook } from '../../src/runbook/derive-runbook.ts'
import { alternativesOffered, isOptionTitle } from '../../src/runbook/language/alternatives.ts'
import { readMarkdown } from '../model/runbook-text.ts'
import { makeContext } from '../render/fixtures.ts'

const steps = '1. Open it.\n2. Close it.\n'
const sections = (...headings: string[]) => headings.map((heading) => `## ${heading}\n\n${steps}`).join('\n')

/** Letters of the procedures that each procedure replaces. */
function insteadOf(text: string): readonly string[] {
  return deriveRunbook(readMarkdown(text))!.sections.map((section) =>
    section.type === 'procedure' ? (section.insteadOf ?? []).join(' ') : '-',
  )
}

describe('sections that are alternatives', () => {
  const lead = 'Use one of the following procedures to delete a workflow.'

  it.each([
    ['an offer above them', lead, ['To use the panel', 'To use the shell'], ['B', 'A']],
    ['a number of ways', 'There are two ways to do it.', ['To use A', 'To use B'], ['B', 'A']],
    ['either of two', 'Restart using either A or B.', ['To use A', 'To use B'], ['B', 'A']],
    ['their names', 'Text.', ['Option 1: Create', 'Option 2: Change', 'Clean up'], ['B', 'A', '']],
    ['names with letters', 'Text.', ['Method A', 'Method B'], ['B', 'A']],
    [
      'ways to do the work of their headings',
      'There are different ways to embed it.',
      ['Embed it in a page', 'Embed it alone', 'Share it'],
      ['B', 'A', ''],
    ],
    [
      'either of two possibilities',
      'You can either add it by hand, or upload a file.',
      ['Add it by hand', 'Upload a file with it'],
      ['B', 'A'],
    ],
    ['opposites', 'Text.', ['To enable it', 'To verify it', 'To disable it'], ['C', '', 'A']],
    [
      'kinds of organizations',
      'Text.',
      ['For organizations of 150 or less, follow these steps', 'For organizations with more users'],
      ['B', 'A'],
    ],
    [
      'three means, in one or several',
      'Text.',
      [
        'To link a subnet by using PowerShell',
        'To link subnets by importing a file',
        'To link the subnet with the CLI',
      ],
      ['B C', 'A C', 'A B'],
    ],
    ['tools', 'Text.', ['Stop it using the Control Panel', 'Stopping it using PowerShell'], ['B', 'A']],
    ['one and several', 'Text.', ['Stop it on a single server', 'Stop it on all your servers'], ['B', 'A']],
  ])('name each other: %s', (_, text, headings, letters) => {
    expect(insteadOf(`# T\n\n${text}\n\n${sections(...headings)}`)).toEqual(letters)
  })

  it.each([
    ['without an offer', 'Use the following procedures.', ['To stop', 'To start']],
    ['of another number', 'There are two ways to do it.', ['To stop', 'To start', 'To end']],
    ['any of which apply', 'Use one or more of the following procedures.', ['To stop', 'To start']],
    ['that count on', lead, ['Step 1: Stop', 'Step 2: Start']],
    ['alone', 'Text.', ['Option 1: Create', 'To start']],
    ['with procedures in an order', 'Use the following procedures to stop it.', ['Stop it', 'Stop the log']],
    ['of other possibilities', 'You can either keep the log or drop it.', ['Add a site', 'Upload a file']],
    ['that restart it', 'Text.', ['To stop the service', 'To start the service']],
  ])('are not those %s', (_, text, headings) => {
    expect(insteadOf(`# T\n\n${text}\n\n${sections(...headings)}`).join('')).toBe('')
  })

  it('are not those of which one has no steps', () => {
    const text = `# T\n\n${sections('Stop it from C#', 'Stop it from Jupyter')}\n## Stop it from Python\n\nIt cannot.\n`
    expect(insteadOf(text).join('')).not.toContain('A')
  })

  it('can stand below a heading that names none of their tools', () => {
    const text = `# T\n\n## Stop it\n\nIt is old.\n\n${sections('To stop it using PowerShell', 'To stop it in the Control Panel')}`
    expect(insteadOf(text).filter((letters) => letters !== '-')).toEqual(['B', 'A'])
  })

  it('repeat in a shell the work of sections before them', () => {
    const panel = sections('To change a site', 'To enable the log')
    const shell = `## Enabling the Log by Using Windows PowerShell Cmdlets\n\nYou can also use this.\n\n`
    const after = sections('To enable one log', 'To set the size', 'To verify the log')
    expect(insteadOf(`# T\n\n${panel}\n${shell}${after}`)).toEqual(['', 'C D', '-', 'B', 'B', ''])
    const below = after.replace(/^##/gm, '###')
    expect(insteadOf(`# T\n\n${panel}\n${shell}${below}`)).toEqual(['', 'C D E', 'B', 'B', 'B'])
  })

  it('leave work after them out', () => {
    expect(
      insteadOf(`# T\n\n${lead}\n\n${sections('To use A', 'To use B', 'To verify the result')}`),
    ).toEqual(['B', 'A', ''])
  })

  it('have several procedures each', () => {
    const below = `## Option 1: Move\n\n### To stop\n\n${steps}\n### To start\n\n${steps}\n## Option 2: Copy\n\n${steps}`
    expect(insteadOf(`# T\n\n${below}`)).toEqual(['C', 'C', 'A B'])
  })

  it('show the letters, with links', () => {
    const document = readMarkdown(`# T\n\n${lead}\n\n${sections('To use A', 'To use B')}`)
    const { content } = renderRunbook(document, 'source', makeContext())!
    expect(content.match(/<p class="instead">.*<\/p>/g)).toEqual([
      '<p class="instead"><strong>Alternative, in place of:</strong> <a href="#B">B</a></p>',
      '<p class="instead"><strong>Alternative, in place of:</strong> <a href="#A">A</a></p>',
    ])
  })
})

describe('procedures under one heading', () => {
  const pair = (lead: string, more = '') =>
    insteadOf(`# T\n\n## Log\n\nDo the following:\n\n${steps}\n${lead}\n\n${steps}${more}`)

  it.each([
    'Alternatively, you can open it in the panel. Do the following:',
    'If you prefer, you can also open it in the panel. Do the following:',
    'The log can also be opened from the panel. Do the following:',
  ])('are alternatives where one is offered in place of the other: %s', (lead) => {
    expect(pair(lead)).toEqual(['B', 'A'])
  })

  it('are none where nothing is offered, or where work in one follows both', () => {
    expect(pair('You can also delete it. Do the following:')).toEqual(['', ''])
    const after = '3. After the log has been opened, you must close the panel.\n'
    expect(pair('Alternatively, do the following:', after)).toEqual(['', ''])
  })
})

describe('alternativesOffered', () => {
  it.each([
    ['Use either of these methods to do it.', 'any'],
    ['Use one of the following two methods:', 2],
    ['Complete the following two procedures to move it.', null],
    ['Use one or more of the following two methods.', null],
    ['There are three ways to do it.', 3],
    ['The two options are shown.', null],
    ['Install one of the servers.', null],
  ])('%s', (text, number) => expect(alternativesOffered(text)).toBe(number))
})

describe('isOptionTitle', () => {
  it.each([
    ['Option 2: Change', true],
    ['Method B', true],
    ['Options 2', false],
    ['Option a user has', false],
  ])('%s', (text, isOption) => expect(isOptionTitle(text)).toBe(isOption))
})

describe('procedures that create the same object', () => {
  const create = (heading: string, identity: string, more = '') =>
    `## ${heading}\n\n1. Run this:\n\n   \`\`\`powershell\n   New-CsRule -Identity "${identity}"${more}\n   \`\`\`\n\n`

  it('are alternatives', () => {
    const text = `# T\n\n${create('To use defaults', 'site:A')}${create('To set a value', 'site:A', ' -Value 1')}${create('To add another', 'site:B')}`
    expect(insteadOf(text)).toEqual(['B', 'A', ''])
  })

  it('are none if a placeholder names it', () => {
    const text = `# T\n\n${create('To use defaults', '<rule>')}${create('To set a value', '<rule>', ' -Value 1')}`
    expect(insteadOf(text)).toEqual(['', ''])
  })
})

describe('sections that send to others', () => {
  const offer = '# T\n\nUse one of the following procedures.\n\n'

  it.each([
    ['the next one', '2. Follow the instructions for the shell (directly below).'],
    ['a link', '2. Follow the steps in [Use the shell](#use-the-shell).'],
  ])('go on with them: %s', (_, last) => {
    const text = `${offer}## Use the page\n\n${steps}\n## Use the editor\n\n1. Open it.\n${last}\n\n## Use the shell\n\n${steps}`
    expect(insteadOf(text)).toEqual(['B C', 'A', 'A'])
  })

  it('replace them if that depends on a case', () => {
    const text = `${offer}## Use the editor\n\n1. Open it.\n2. If you cannot, follow the steps in [Use the shell](#use-the-shell).\n\n## Use the shell\n\n${steps}`
    expect(insteadOf(text)).toEqual(['B', 'A'])
  })
})

describe('a list of links to sections', () => {
  const text = (lead: string) =>
    `# T\n\n## Scenarios\n\n${lead}\n\n- [Users online](#from-online)\n- [Users on premises](#from-here), with voice\n\n## From online\n\n${steps}\n## From here\n\n${steps}\n## Clean up\n\n${steps}`

  it('offers them, and stays in sight', () => {
    const offered = text('There are two possible calling scenarios when you move:')
    expect(insteadOf(offered)).toEqual(['-', 'B', 'A', ''])
  })

  it('offers nothing without such a sentence', () =>
    expect(insteadOf(text('This page has these parts:'))).toEqual(['', '', '']))
})
