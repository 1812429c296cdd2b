import { describe, expect, it } from 'vitest'
import { expectFindings, sxs } from '../check-text.ts'

const find = (text: string, expected: string[]) => expectFindings('table-shape', text, expected)
const table = (...rows: string[]) => `<table>\n${rows.map((row) => `<tr>${row}</tr>\n`).join('')}</table>\n`
const head = '<th>A</th><th>B</th><th>C</th>'
const full = '<td>1</td><td>2</td><td>3</td>'

describe('table-shape', () => {
  it('finds a row that is short', () => {
    const [message] = find(table(head, full, `<td>${sxs(101, 'Un', 'One')}</td><td>2</td>`), ['4 error'])
    expect(message!.reason).toContain('“Un”')
    expect(message!.reason).toContain('column 3')
    expect(message).toMatchObject({ actual: '2', expected: ['3'] })
  })

  it('finds a row that is long', () => {
    find(table(head, full, `${full}<td>4</td>`), ['4 error'])
  })

  it('finds a row that is too long because a cell reaches into it', () => {
    find(table(head, '<td rowspan="2">1</td><td>2</td><td>3</td>', full, full), ['4 error'])
  })

  it('finds the header where all rows agree against it', () => {
    const [message] = find(table('<th>A</th><th>B</th>', full, full), ['2 error'])
    expect(message).toMatchObject({ actual: '2', expected: ['3'] })
  })

  it('finds rows with surplus text once for each table', () => {
    const [message] = find('| A | B |\n|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 |\n| 4 | 5 | 6 |\n', ['3 error'])
    expect(message!.reason).toContain('and 1 more row of 3 columns')
    expect(message!.cause).toMatchObject({ line: 5 })
  })

  it('finds short rows of a pipe table as one hint, as Markdown fills them up', () => {
    find('| A | B |\n|---|---|\n| 1 | 2 |\n| 3 |\n', ['4 info'])
    const [message] = find('| A | B | C |\n|---|---|---|\n| 1 | 2 |\n| 3 | 4 | 5 |\n| 6 | 7 |\n', ['3 info'])
    expect(message!.reason).toContain('“1” and 1 more row without a cell in column 3')
    expect(message!.cause).toMatchObject({ line: 5 })
    find('| A | B |\n|---|---|\n| 1 |\n| 2 |\n', ['3 info'])
  })

  it.each([
    ['a title of one cell', '| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n| Title |\n'],
    ['other empty cells', '| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n| 4 | |\n'],
    ['nothing in the header either', '| A | |\n|---|---|\n| 1 | 2 |\n| 3 |\n'],
    ['many like it', `| A | B |\n|---|---|\n| 1 | 2 |\n${'| 3 |\n'.repeat(5)}`],
  ])('takes a short row for meant with %s', (_name, text) => {
    find(text, [])
  })

  it('finds a long row of a pipe table', () => {
    find('| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 | 5 |\n', ['4 error'])
  })

  it('finds a row of delimiters that does not fit the header', () => {
    find('| A | B |\n|---|---|---|\n| 1 | 2 |\n', ['2 error'])
    find('| A | B |\n|---||\n| 1 | 2 |\n', ['2 error'])
  })

  it.each([
    ['full rows', table(head, full, full)],
    [
      'spans that add up',
      table(head, '<td colspan="2">1</td><td rowspan="2">2</td>', '<td>3</td><td>4</td>'),
    ],
    [
      'a row that rows above fill',
      table(head, '<td rowspan="2">1</td><td rowspan="2">2</td><td rowspan="2">3</td>', ''),
    ],
    ['an empty row', '| A | B |\n|---|---|\n| 1 | 2 |\n||\n'],
    ['no header', table('<td>1</td>', '<td>1</td><td>2</td>')],
    ['empty cells of a pipe table', '| A | B |\n|---|---|\n| 1 | |\n|  |  |\n'],
    ['a pipe table without outer pipes', 'A | B\n---|---\n1 | 2\n'],
    ['an escaped pipe', '| A | B |\n|---|---|\n| 1 \\| 2 | 3 |\n'],
    ['two header rows', table('<th rowspan="2">A</th><th colspan="2">B</th>', '<th>C</th><th>D</th>', full)],
  ])('finds nothing with %s', (_name, text) => {
    find(text, [])
  })
})
