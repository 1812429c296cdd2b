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

/** Text that means something in HTML, XML, Markdown, workflow commands or to a terminal. */
const HOSTILE_TEXT =
  '</script><script>alert(1)</script> <![CDATA[ ]]> ::error::%0A a%b: c, | d `e` @f "g" \'h\' \u001B[31m\u202E\uFFFE\r\n::warning::x'

/** Files with what messages can hold: segments, values that differ, no line, several lines, odd paths. */
export function oddFiles(): VFile[] {
  const file = new VFile({ path: 'fr-FR/dossier à lire/50%,#1:a.md' })
  const cmdlet = file.message('Unexpected unit `1f2e3-101` without `Get-CsUser`, expected it', {
    ruleId: 'literal-cmdlet',
    place: { start: { line: 2, column: 3, offset: 9 }, end: { line: 4, column: 1, offset: 60 } },
  })
  cmdlet.fatal = true
  cmdlet.actual = 'Get-Acl\nObtenir-CsUser'
  cmdlet.expected = ['Get-Acl\nGet-CsUser']
  cmdlet.url = 'https://example.com/literal-cmdlet'
  cmdlet.note = 'Copy `Get-CsUser`.'
  cmdlet.segments = {
    source: 'Run Get-CsUser and Get-Acl.',
    target: 'Exécutez Obtenir-CsUser et Get-Acl.',
    sourceLocale: 'en-US',
    targetLocale: 'fr-FR',
  }
  const spacing = file.message('Unexpected breaking space before “:”', { ruleId: 'french-spacing' })
  spacing.fatal = undefined as never
  spacing.actual = 'Remarque : ici'
  spacing.expected = ['Note\u00A0: là', 'Remarque\u00A0: ici']
  const hostile = file.message(HOSTILE_TEXT, { ruleId: HOSTILE_TEXT, place: { line: 7, column: 1 } })
  hostile.note = HOSTILE_TEXT
  hostile.actual = HOSTILE_TEXT
  hostile.expected = ['']
  hostile.url = 'javascript:alert(1)'
  const other = new VFile({ path: HOSTILE_TEXT })
  other.message('No rule')
  return [file, other, new VFile()]
}

/** Files with so many findings: a third each errors, warnings and hints, of so many rules. */
export function manyFiles(number: number, { rules = 3, documents = 50, length = 40 } = {}): VFile[] {
  const files = Array.from({ length: documents }, (_, index) => new VFile({ path: `fr-FR/${index}.md` }))
  for (let index = 0; index < number; index++) {
    const message = files[index % documents]!.message(`Unexpected ${index} ${'x'.repeat(length)}`, {
      ruleId: `rule-${index % rules}`,
      place: { line: index + 1, column: 1 },
    })
    message.fatal = [true, false, undefined as never][index % 3]!
    message.actual = `a ${index} b`
    message.expected = [`a ${index} c`]
  }
  return files
}
