import { describe, expect, it } from 'vitest'
import type { Table } from '../../../src/model/table.ts'
import { wrapTables } from '../../../src/render/page/table/tables.ts'
import { makeUnit } from '../fixtures.ts'
import { all, one, text, transform } from './transform.ts'

const table = (index: number, changes: Partial<Table> = {}): Table => ({
  type: 'table',
  index,
  id: `part-${index}`,
  caption: [{ unit: 'a-1' }],
  format: 'html',
  columns: 2,
  headerRows: 0,
  rows: [],
  ...changes,
})
const document = (...tables: Table[]) => ({
  tables,
  units: { 'a-1': makeUnit('a-1', 'Stages & <steps>', 'Étapes & <pas>') },
})
const SIMPLE =
  '<table><thead><tr><th>A</th><th></th></tr></thead><tbody><tr><th>B</th><td>c</td></tr></tbody></table>'

describe('tables', () => {
  it('say of each header cell what it heads', () => {
    const tree = transform(SIMPLE, wrapTables, { document: document(table(0)) })
    expect(all(tree, 'th').map((cell) => [text(cell), cell.properties.scope])).toEqual([
      ['A', 'col'],
      ['B', 'row'],
    ])
    expect(all(tree, 'td').map((cell) => [text(cell), cell.properties.scope])).toEqual([
      ['', undefined],
      ['c', undefined],
    ])
  })

  it('count leading rows of header cells as headers also without a thead', () => {
    const html = '<table><tr><th>A<th>B<tr><th>C<td>d</table>'
    const tree = transform(html, wrapTables, { document: document(table(0, { headerRows: 1 })) })
    expect(all(tree, 'th').map((cell) => cell.properties.scope)).toEqual(['col', 'col', 'row'])
  })

  it('leave a scope that is told', () => {
    const tree = transform('<table><tr><th scope="rowgroup">A</table>', wrapTables, {
      document: document(table(0)),
    })
    expect(one(tree, 'th').properties.scope).toBe('rowgroup')
  })

  it('are named and scroll in a named region that the keyboard reaches', () => {
    const tree = transform(SIMPLE, wrapTables, { document: document(table(0)) })
    const region = one(tree, '.table-scroll')
    expect(region.properties).toMatchObject({ role: 'region', tabIndex: 0 })
    expect(region.properties.ariaLabel).toBe('Tableau 1\u00a0: Étapes & <pas>')
    expect(text(one(tree, 'caption'))).toBe('Tableau 1 : Étapes & <pas>')
    expect(one(tree, 'caption').properties.className).toEqual(['visually-hidden'])
  })

  it.each([
    ['<p>Voir le tableau 1.</p>', ['Tableau 1', '']],
    ['<p>Voir le TABLEAU\u00a02 (ports).</p>', ['', 'Tableau 2']],
    ['<p>Voir les tableaux 1.2, 12, le contretableau 1 et le tableau x.</p>', ['', '']],
    ['<p>x</p>', ['', 'Tableau 2'], 'See table 2.'],
    ['<p>x</p>', ['', ''], 'See stable 2.'],
    ['<p>Voir le tableau 1.</p><p>Tableau 1. Les ports</p>', ['', '']],
  ])('show their number where the text refers to it: %s', (before, seen, source?: string) => {
    const tables = [table(0, { caption: [] }), table(1, { caption: [] })]
    const units = { 'b-1': makeUnit('b-1', source ?? 'x', 'x') }
    const tree = transform(before + SIMPLE + SIMPLE, wrapTables, {
      document: { tables, units },
    })
    expect(all(tree, 'caption').map((caption) => text(caption))).toEqual(['Tableau 1', 'Tableau 2'])
    const visible = all(tree, 'caption').map(({ properties }) => properties.className === undefined)
    expect(visible).toEqual(seen.map(Boolean))
  })

  it('show their number in Chinese, which has no spaces', () => {
    const tree = transform(`<p>请参阅表 1。</p>${SIMPLE}`, wrapTables, {
      document: { tables: [table(0, { caption: [] })], targetLocale: 'zh-CN' },
    })
    expect(one(tree, 'caption').properties.className).toBeUndefined()
  })

  it('are captioned in the language of the page', () => {
    const tree = transform(SIMPLE, wrapTables, { document: document(table(0)), side: 'source' })
    expect(text(one(tree, 'caption'))).toBe('Table 1: Stages & <steps>')
  })

  it('keep a caption of their own', () => {
    const tree = transform('<table><caption>Mine</caption><tr><td>x</table>', wrapTables, {
      document: document(table(0)),
    })
    expect(text(one(tree, 'caption'))).toBe('Mine')
    expect(one(tree, '.table-scroll').properties.ariaLabel).toBe('Mine')
  })

  it('link to their own files where these are made', () => {
    const options = { document: document(table(0), table(1, { id: 'étape' })) }
    const tree = transform(SIMPLE + SIMPLE, wrapTables, options)
    expect(all(tree, 'a').map((link) => link.properties.href)).toEqual([
      'start.tables/1-part-0.html',
      'start.tables/1-part-0.csv',
      'start.tables/1-part-0.md',
      'start.tables/2-%C3%A9tape.html',
      'start.tables/2-%C3%A9tape.csv',
      'start.tables/2-%C3%A9tape.md',
    ])
    const names = all(tree, 'summary').map(text)
    expect(names).toEqual([
      'Tableau en fichier – Tableau 1 : Étapes & <pas>',
      'Tableau en fichier – Tableau 2 : Étapes & <pas>',
    ])
    const without = transform(SIMPLE, wrapTables, { ...options, context: { outputs: new Set(['page']) } })
    expect(all(without, 'a')).toEqual([])
  })

  it('inside tables are counted, and do not scroll by themselves', () => {
    const nested = `<table><tr><th>A<td>${SIMPLE}</table>${SIMPLE}`
    const tree = transform(nested, wrapTables, { document: document(table(0), table(1), table(2)) })
    expect(all(tree, 'table')).toHaveLength(3)
    expect(all(tree, '.table-scroll').map((region) => region.properties.ariaLabel)).toEqual([
      'Tableau 1\u00a0: Étapes & <pas>',
      'Tableau 3\u00a0: Étapes & <pas>',
    ])
  })

  it('that the model does not know are still shown', () => {
    const tree = transform(SIMPLE, wrapTables, { document: document() })
    expect(all(tree, 'td').map(text)).toEqual(['', 'c'])
    expect(all(tree, 'a')).toEqual([])
  })

  it('align by class, since HTML has no `align`', () => {
    const tree = transform('<table><tr><td align="RIGHT">1<td align="x">2</table>', wrapTables, {
      document: document(table(0)),
    })
    expect(all(tree, 'td').map((cell) => cell.properties)).toEqual([{ className: ['align-right'] }, {}])
  })

  it('mark header rows that show nothing', () => {
    const heads = (cell: string) =>
      all(
        transform(`<table><thead><tr><th>${cell}</th></tr></thead></table>`, wrapTables, {
          document: document(table(0)),
        }),
        'thead',
      ).map(({ properties }) => properties.className)
    expect(heads(' <span> </span>')).toEqual([['blank']])
    expect(heads('<img>')).toEqual([undefined])
    expect(heads('x')).toEqual([undefined])
  })
})
