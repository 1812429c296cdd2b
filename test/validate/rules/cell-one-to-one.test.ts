import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('cell-one-to-one', text, expected)
const head = `| ${sxs(101, 'État', 'State')} | ${sxs(102, 'Effet', 'Effect')} |\n|---|---|\n`
const html = (cell: string) =>
  `<table>\n<tr><th>${sxs(101, 'État', 'State')}</th><th>${sxs(102, 'Effet', 'Effect')}</th></tr>\n<tr><td>${sxs(103, 'Arrêté', 'Stopped')}</td>\n<td>${cell}</td></tr>\n</table>\n`

describe('cell-one-to-one', () => {
  it('finds a cell with a source text only', () => {
    const [message] = find(`${head}| ${sxs(103, 'Arrêté', 'Stopped')} | ${sxs(104, ' ', 'No calls')} |\n`, [
      '3 error',
    ])
    expect(message!.reason).toContain('“No calls”')
    expect(message!.note).toContain('row 2, column 2 of table 1')
  })

  it('finds a cell whose units all lack their translation, once', () => {
    find(html(`${sxs(104, '', 'No calls.')} ${sxs(105, '', 'No messages.')}`), ['4 error'])
  })

  it('finds a cell with a translation only', () => {
    find(html(`<p><span data-ttu-id="1f2e3-104">Aucun appel</span></p>`), ['4 error'])
  })

  it('finds a sentence outside of any unit beside translated cells', () => {
    const [message] = find(html('<p>The calls are sent to the other pool</p>'), ['4 warning'])
    expect(message!.actual).toBe('The calls are sent to the other pool')
  })

  it('finds a sentence in another script', () => {
    find(html('呼び出しは切断されます'), ['4 warning'])
  })

  it.each([
    ['numbers', '99.9 %'],
    ['code', '<code>the calls are sent to the other pool</code>'],
    ['a link', '<a href="https://contoso.com">the calls are sent to the other pool</a>'],
    ['a command', 'Get-CsUser -Identity kenmyer -Verbose and more'],
    ['a name', 'Skype for Business Server'],
    ['symbols', '✔'],
    ['nothing', ''],
    ['an image', '<img src="a.png" alt="the calls are sent to the other pool">'],
    ['units with blank parts', `${sxs(104, 'Aucun.', 'None.')} ${sxs(105, ' ', 'Nothing.')}`],
    ['an image for both', sxs(104, '<img src="a.png">', '<img src="a.png">')],
  ])('finds nothing in a cell with %s', (_name, cell) => {
    find(html(cell), [])
  })

  it('finds nothing in a table without units: all of it is left alone on purpose', () => {
    find('| A | B |\n|---|---|\n| c | the calls are sent to the other pool |\n', [])
  })
})
