import stringWidth from 'string-width'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'

import { pretty } from '../../../src/report/text/pretty.ts'
import { exampleFiles, oddFiles } from '../files.ts'

describe('pretty', () => {
  it('lists messages by file and place, then the rules and the totals', () => {
    expect(pretty(exampleFiles(), { units: 1234 })).toBe(`fr-FR/a.md
           info     Unknown date  date

fr-FR/b.md
      3:5  error    Unexpected blank translation, expected one of “Yes”  unit-empty
                    expected  {+Oui+}
                    actual    [-␣-]
                    Translate the text.
                    The other one: line 9
     20:1  warning  Unexpected link, expected none  inline-equal

rule          errors  warnings  hints  documents  what to do
unit-empty         1         –      –          1  https://example.com/unit-empty
inline-equal       –         1      –          1  https://example.com/inline-equal
date               –         –      1          1

3 documents, 1,234 units: 1 error, 1 warning, 1 hint
`)
  })

  it('lists at most so many findings of a rule and says how many more there are', () => {
    const file = new VFile({ path: 'a.md' })
    for (let line = 1; line <= 1300; line++) {
      file.message(`No. ${line}`, { ruleId: 'many', place: { line, column: 1 } })
    }
    file.message('Only one', { ruleId: 'single', place: { line: 1301, column: 1 } })
    const output = pretty([file], { limit: 3 })
    expect(output.match(/No\. \d+/g)).toEqual(['No. 1', 'No. 2', 'No. 3'])
    expect(output).toContain('Only one')
    expect(output).toContain('… 1,297 more of many not listed')
    expect(output).not.toContain('more of single')
  })

  it('lists errors only when quiet, and says so', () => {
    const output = pretty(exampleFiles(), { quiet: true })
    expect(output).toContain('unit-empty')
    expect(output).not.toContain('inline-equal')
    expect(output).not.toContain('a.md')
    expect(output).toContain('3 documents: 1 error, 1 warning, 1 hint (errors only are listed)')
  })

  it('colours only when told', () => {
    expect(pretty(exampleFiles())).not.toContain('\u001B[')
    expect(pretty(exampleFiles(), { color: true })).toContain('\u001B[31merror')
  })

  it('lets no control character of the content reach the terminal', () => {
    const file = new VFile({ path: 'a.md' })
    file.message('Bad \u001B[31m\u202E\ntext', { ruleId: 'x' })
    expect(pretty([file])).toContain('Bad ⟨U+001B⟩[31m⟨U+202E⟩ text')
  })

  it('shows both segments with what differs marked', () => {
    const output = pretty(oddFiles())
    expect(output).toContain('source    Run {+Get-CsUser+} and Get-Acl.\n')
    expect(output).toContain('target    Exécutez [-Obtenir-CsUser-] et Get-Acl.\n')
    const colored = pretty(oddFiles(), { color: true })
    expect(colored).toContain('\u001B[32mGet-CsUser\u001B[39m')
    expect(colored).toContain('\u001B[31mObtenir-CsUser\u001B[39m')
    expect(colored).not.toContain('{+')
  })

  it.each([40, 60, 69, 70, 80, 120])('keeps to a width of %i but for words that are longer', (width) => {
    const file = new VFile({ path: 'a.md' })
    const message = file.message(
      `${'Unexpected “x”, '.repeat(20)}这是一个很长的中文句子，用来看看窄终端里怎样断行。`,
      {
        ruleId: 'x',
        place: { line: 1234, column: 56 },
      },
    )
    message.note = 'Do something about it. '.repeat(10)
    message.actual = 'found '.repeat(100)
    message.expected = [`${'found '.repeat(50)}lost `]
    message.url = 'https://example.com/x'
    for (const line of pretty([file], { width }).split('\n').slice(0, -3)) {
      const isRow = /^rule|^x /.test(line)
      expect(isRow || stringWidth(line) <= width, line).toBe(true)
    }
  })

  it('lets no hostile text break a line', () => {
    const lines = pretty(oddFiles(), { width: 80 }).split('\n')
    expect(lines.join('')).not.toMatch(/[\u0000-\u001F\u202E]/)
    expect(lines.filter((line) => line.startsWith('::'))).toEqual([])
  })

  it('says so when there is nothing to say', () => {
    expect(pretty([new VFile({ path: 'a.md' })])).toBe('1 document: 0 errors, 0 warnings\n')
  })
})
