import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { MarkdownParser } from '../../../src/parse/markdown/parse-markdown.ts'
import { parseDocument } from '../../../src/parse/parse-document.ts'
import { pair } from '../../support/bilingual.ts'

const cell = (id: number) => pair(`aaaaa-${id}`, `cible ${id}`, `source ${id}`)

describe.each<MarkdownParser>(['native', 'remark'])('tables as Markdig reads them (%s)', (parser) => {
  const read = (text: string) => parseDocument(new VFile(text), { path: 'a.md', parser })

  it.each([
    ['more', '|---|:-:|---|---|'],
    ['fewer', '|---|'],
    ['empty', '|---||'],
  ])('reads a table whose row of delimiters has %s cells', (_, delimiters) => {
    const text = `Before\n\n| ${cell(101)} | ${cell(102)} |\n${delimiters}\n| ${cell(103)} | ${cell(104)} |\n\n${cell(105)}\n\n| A | B |\n|--|--|\n| ${cell(106)} | 2 |\n`
    const { tables, units } = read(text)
    expect(tables.map(({ columns, rows }) => [columns, rows.length])).toEqual([
      [2, 2],
      [2, 2],
    ])
    expect(tables[0]!.rows.map(({ cells }) => cells.map((each) => each.units))).toEqual([
      [['aaaaa-101'], ['aaaaa-102']],
      [['aaaaa-103'], ['aaaaa-104']],
    ])
    const { place } = tables[0]!.delimiters!
    expect(text.slice(...place)).toBe(delimiters)
    expect(tables[1]!.delimiters).toBeUndefined()
    for (const table of tables)
      for (const each of table.rows.flatMap(({ cells }) => cells)) {
        for (const key of each.units) expect(text.slice(...each.place!)).toContain(`data-ttu-id="${key}"`)
      }
    expect(text.slice(...units['aaaaa-106']!.place)).toBe(cell(106))
  })

  it.each(['> |a|b|\n> |---|\n> |1|2|\n', '- x\n\n  |a|b|\n  |---|\n  |1|2|\n'])(
    'reads them in quotes and lists: %j',
    (text) => {
      expect(read(text).tables[0]).toMatchObject({ columns: 2, delimiters: { cells: 1 } })
    },
  )

  it('has no column that only a pipe too many makes', () => {
    const { tables, units } = read(`| A | B |\n|---|---|\n| ${cell(101)} | 2 | |\n| ${cell(102)} |||||\n`)
    expect(tables[0]!.columns).toBe(2)
    expect(Object.keys(units)).toHaveLength(2)
  })

  it('has each row of several tables, and all places behind them', () => {
    const table = `|a|${pair('x-1', 'un', 'one')}|\n|-|\n|[b](c.md)|${pair('x-2', 'deux', 'two')}|\n\n`
    const sound = '|a|b|\n|-|-|\n|[b](d.md)|c|\n\n'
    const text = `${table}${sound}${table}<table><tr><td>\n\n${table}</td></tr></table>\n`
    const { tables, links, units } = read(text)
    expect(tables.map(({ delimiters }) => delimiters?.place[0])).toEqual(
      [0, undefined, 1, undefined, 2].map((at) =>
        at === undefined ? at : [...text.matchAll(/^\|-\|$/gm)][at]!.index,
      ),
    )
    expect(links.map(({ place }) => place[0])).toEqual([...text.matchAll(/\[b\]/g)].map(({ index }) => index))
    expect(units['x-2~3']!.context.kind).toBe('table-cell')
  })

  it('is as wide as the widest row, so that no cell is lost', () => {
    const { tables } = read('|a|b|\n|---|---|\n|1|2|3|\n')
    expect(tables[0]!.columns).toBe(3)
  })

  it('does not fill up all rows for the sake of a very long one', () => {
    const rows = `|a|\n|---|\n${'|1|\n'.repeat(200)}|${'1|'.repeat(200)}\n`
    expect(read(rows).tables[0]!.columns).toBe(1)
  })

  it.each([
    ['code', '```\n|a|b|\n|---|\n|1|2|\n```\n'],
    ['a line without a pipe', '|a|b|\n|---|\n|1|2|\ntext\n'],
    ['a first line without a pipe', 'text\n|a|b|\n|---|\n'],
  ])('leaves %s alone', (_, text) => {
    expect(read(text).tables).toEqual([])
  })
})

it.each([
  ['spaces', `a|b\n${' '.repeat(100_000)}-x|`],
  ['pipes', `${'|'.repeat(3000)}\n${'|'.repeat(3000)}x`],
])('reads lines of many %s once', (_, text) => {
  const document = parseDocument(new VFile(`${text}\n\n|a|b|\n|-|\n`), { path: 'a.md' })
  expect(document.tables).toHaveLength(1)
})
