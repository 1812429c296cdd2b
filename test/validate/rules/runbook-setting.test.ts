import { describe, expect, it } from 'vitest'
import { expectFindings } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('runbook-setting', text, expected)
const body =
  '\n## Outage\n\n| Call | During outage | After outage |\n|-|-|-|\n| New | Fails. | Works. |\n\n1. Click OK.\n'
const withSetting = (setting: string) => `---\ntitle: T\nrunbook:${setting}\n---\n${body}`

describe('runbook-setting', () => {
  it('finds a key that does not exist, where it stands, and says what was probably meant', () => {
    const [message] = find(withSetting('\n  stages: [During outage]\n  exlude: ["#outage"]'), ['5 warning'])
    expect(message!.reason).toContain('Unexpected `"exlude"` in `runbook.exlude`')
    expect(message!.note).toContain('Did you mean `exclude`?')
  })

  it('finds anchors, keys and headers that the document does not have', () => {
    const messages = find(
      withSetting(
        '\n  stages:\n    - During outage\n    - After outge\n  exclude: ["#x"]\n  tables:\n    "#outage": stage\n    "#outages": stage\n  lists: { "#outage-2": steps }',
      ),
      ['6 warning', '7 warning', '10 warning', '11 warning'],
    )
    expect(messages[0]!.note).toContain('Did you mean `After outage`?')
    expect(messages[2]!.note).toContain('Did you mean `#outage`?')
    expect(messages[2]!.column).toBe(5)
  })

  it('finds values of the wrong type or name', () => {
    find(withSetting(' yes please'), ['3 warning'])
    find(withSetting('\n  stages: During outage'), ['4 warning'])
    find(withSetting('\n  exclude: [1]'), ['4 warning'])
    find(withSetting('\n  tables: ["#outage"]'), ['4 warning'])
    const [message] = find(withSetting('\n  tables: { "#outage": stages }'), ['4 warning'])
    expect(message!.note).toContain('Did you mean `stage`?')
    find(withSetting('\n  lists: { "#outage": stage }'), ['4 warning'])
    find(withSetting('\n  sections: { "#outage": stage }'), ['4 warning'])
    find(withSetting('\n  sections: { "#outages": steps }'), ['4 warning'])
  })

  it.each([
    ['false', withSetting(' false')],
    ['true', withSetting(' true')],
    ['names in other letter case and with a colon', withSetting('\n  stages: ["AFTER outage:"]')],
    ['anchors without their sign', withSetting('\n  exclude: [outage]\n  lists: { outage: reference }')],
    ['roles of sections', withSetting('\n  sections: { "#outage": reference }')],
    ['no setting', `---\ntitle: T\n---\n${body}`],
    ['no front matter', body],
  ])('finds nothing with %s', (_name, text) => {
    find(text, [])
  })
})
