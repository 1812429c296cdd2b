import { describe, expect, it } from 'vitest'
import { refersAbove } from '../../src/runbook/language/reference.ts'
import { runbookText } from '../model/runbook-text.ts'

const XML = '## Syntax of the file\n\nThe file is XML.\n\n```xml\n<a/>\n```\n'
const TABLE = '## Ports\n\n| Port | Use |\n| --- | --- |\n| 443 | Calls |\n'
const stepsThat = (say: string) => `## To set up\n\n1. Open the designer.\n2. ${say}\n`

describe('sections with code or a table', () => {
  it.each([
    ['Paste the single line of XML you created above.', true, false],
    ['Open the ports in the table above.', false, true],
    ['Enter the values described earlier.', true, true],
    ['Select the check box above the list.', false, false],
    ['Paste the line.', false, false],
  ])('stay in sight where later steps refer to them: %s', (say, hasXml, hasTable) => {
    const text = runbookText(`# T\n\n${XML}\n${TABLE}\n${stepsThat(say)}`)!
    expect(text.some((line) => line.startsWith('= Syntax of the file: '))).toBe(hasXml)
    expect(text.some((line) => line.startsWith('= Ports: '))).toBe(hasTable)
    expect(text.includes('not included: Syntax of the file (background)')).toBe(!hasXml)
    expect(text.includes('not included: Ports (background)')).toBe(!hasTable)
  })

  it('are listed where the reference is before them', () => {
    const text = runbookText(`# T\n\n${stepsThat('Paste the XML above.')}\n${XML}`)
    expect(text?.at(-1)).toBe('not included: Syntax of the file (background)')
  })

  it.each([
    ['Only one account can be active.', 'Only one account can be active.'],
    ['The name must be unique. Names are short.', 'The name must be unique.'],
  ])('stay in sight where a cell states a limit: %s', (cell) => {
    const table = `## Names\n\n| Name | Use |\n| --- | --- |\n| a | ${cell} |\n`
    expect(runbookText(`# T\n\n${table}\n${stepsThat('Click **OK**.')}`)?.[0]).toContain(`= Names: `)
  })
})

describe('refersAbove', () => {
  it.each([
    ['Use the preceding command.', 'code'],
    ['Enter the port from the table above.', 'table'],
    ['Use the account you created earlier.', 'any'],
    ['Enter a number above 5.', null],
    ['Repeat the steps above.', null],
  ])('%s', (sentence, kind) => expect(refersAbove(sentence)).toBe(kind))
})
