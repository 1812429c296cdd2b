import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BilingualDocument } from '../../../src/model/document.ts'
import { abbreviate } from '../../../src/render/abbreviate.ts'
import { buildMatrix, type MatrixView } from '../../../src/render/runbook/matrix.ts'
import { piecesOf, shortenCells } from '../../../src/render/runbook/shorten-cells.ts'
import { textOfNodes } from '../../../src/runbook/content.ts'
import { deriveRunbook } from '../../../src/runbook/derive-runbook.ts'
import { readMarkdown } from '../../model/runbook-text.ts'

const SEED = 'response-group-experience-during-pool-failure.md'
const seed = readMarkdown(readFileSync(join(import.meta.dirname, '../../../sources', SEED), 'utf8'), SEED)

/** The matrix of a document in its source language. */
function matrixOf(document: BilingualDocument): MatrixView | null {
  const shown = (content: Parameters<typeof textOfNodes>[0]) => textOfNodes(content, document, 'source')
  return buildMatrix(deriveRunbook(document)!, {
    shown,
    other: () => '',
    source: shown,
    pieces: (content) => piecesOf(content, document, 'source'),
    otherPieces: () => [],
    doubt: () => '',
    otherText: () => '',
    isLandscape: false,
    locale: 'en-US',
  })
}

const refs = (matrix: MatrixView) =>
  matrix.bands.map(({ rows }) =>
    rows.map(({ cells }) => cells.map((cell) => (cell ? cell.letter + cell.number : '–')).join(' ')),
  )

describe('buildMatrix', () => {
  it('has the situations of the founding document as rows and its stages as columns, tables joined', () => {
    const matrix = matrixOf(seed)!
    expect(matrix.columns.map(({ letter }) => letter).join('')).toBe('ABCDE')
    expect(refs(matrix)).toEqual([[1, 2, 3, 4, 5, 6].map((row) => `A${row} B${row} C${row} D${row} E${row}`)])
    expect(matrix.bands[0]!.rows[0]!.situation).toBe('Calls connected to an agent')
    expect(matrix.bands[0]!.rows[0]!.cells[0]!.text).toBe(
      'Regular calls remain connected. Anonymous calls are disconnected.',
    )
  })

  it('keeps tables of the same stages apart, items numbered as in the check lists', () => {
    const table = (row: string) => `| Call | During outage | After outage |\n|-|-|-|\n${row}\n`
    const matrix = matrixOf(
      readMarkdown(
        `# T\n\n## Users\n\n${table('| New | Calls fail. | Calls work. |\n| Old | | All work. |')}\n## Guests\n\n${table('| New | Calls fail. | |')}`,
      ),
    )!
    expect(matrix.bands.map(({ title }) => title)).toEqual(['Users', 'Guests'])
    expect(refs(matrix)).toEqual([['A1 B1', '– B2'], ['A2 –']])
  })

  it('has a row of its own for each of several rows that name the same situation', () => {
    const matrix = matrixOf(
      readMarkdown(
        '# T\n\n| Call | During outage | After outage |\n|-|-|-|\n| New | Calls fail. | |\n| New | Calls ring. | Calls work. |\n',
      ),
    )!
    expect(refs(matrix)).toEqual([['A1 –', 'A2 B1']])
  })

  it('has a row for each row of a long table, however often it names a situation', () => {
    const rows = Array.from({ length: 500 }, (_, at) => `| Call ${at % 2} | Calls fail. | Calls work. |\n`)
    const matrix = matrixOf(
      readMarkdown(`# T\n\n| Call | During outage | After outage |\n|-|-|-|\n${rows.join('')}`),
    )!
    expect(refs(matrix)).toEqual([rows.map((_, at) => `A${at + 1} B${at + 1}`)])
  })

  it('is shortened so that it stays on a page, to numbers where there is no room for more', () => {
    const text = 'All calls are dropped at once. '.repeat(12)
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => `| Call ${at} | ${text} | ${text} |\n`).join('')
    const lengthIn = (count: number) =>
      matrixOf(readMarkdown(`# T\n\n| Call | During outage | After outage |\n|-|-|-|\n${rows(count)}`))!
        .bands[0]!.rows[0]!.cells[0]!.text.length
    expect(lengthIn(2)).toBe(text.trim().length)
    expect(lengthIn(14)).toBeGreaterThan(60)
    expect(lengthIn(14)).toBeLessThan(200)
    expect(lengthIn(90)).toBe(0)
  })

  it('is there only where there are stages', () => {
    expect(matrixOf(readMarkdown('# T\n\n## To start\n\n1. Click OK.\n'))).toBeNull()
  })
})

describe('shortenCells', () => {
  const cell = (...texts: string[]) => ({
    text: texts.join(' '),
    pieces: texts.map((text) => ({ text, key: text, isCondition: text.startsWith('If ') })),
  })
  it('keeps what one cell says and others do not, before what several say', () => {
    const both = 'Agents wait for long.'
    const cells = [cell(both, 'One.'), cell(both, 'Two.'), cell('None at all here.')]
    expect(shortenCells(cells, 20, 'en-US').slice(0, 2)).toEqual(['… One.', '… Two.'])
  })

  const same = 'Calls that wait in a queue are sent on.'

  it('keeps the sentences that distinguish cells', () => {
    const cells = [cell(same, 'Agents sign in.'), cell(same, 'Agents wait.')]
    expect(shortenCells(cells, 30, 'en-US')).toEqual(['… Agents sign in.', '… Agents wait.'])
    expect(shortenCells(cells, 100, 'en-US')).toEqual(cells.map(({ text }) => text))
  })

  it('never cuts inside a condition', () => {
    const condition = 'If groups were imported with the parameter, calls work.'
    expect(shortenCells([cell(condition, 'No.')], 30, 'en-US')).toEqual(['… No.'])
    expect(shortenCells([cell(condition)], 20, 'en-US')).toEqual([condition])
  })

  it('cuts the most telling sentence between words if it is too long', () => {
    expect(shortenCells([cell('Ok.', same), cell('Ok.', 'No.')], 24, 'en-US')[0]).toBe(
      '… Calls that wait in a…',
    )
  })
})

describe('abbreviate', () => {
  it.each([
    ['Calls drop.', 20, 'Calls drop.'],
    ['Calls drop. Users sign in again.', 20, 'Calls drop. …'],
    ['Calls are dropped, and users sign in again.', 20, 'Calls are dropped…'],
    ['Calls drop.', 0, ''],
    ['Rindfleischetikettierung', 10, ''],
  ])('cuts %j to %i', (text, room, expected) => {
    expect(abbreviate(text, room, 'en-US')).toBe(expected)
  })

  it('counts wide characters twice and cuts between words', () => {
    expect(abbreviate('通話は接続されたままです。', 26, 'ja-JP')).toBe('通話は接続されたままです。')
    expect(abbreviate('通話は接続されたままです。', 12, 'ja-JP')).toMatch(/^通話は.*…$/u)
    expect(abbreviate('通話は接続されたままです。', 12, 'ja-JP').length).toBeLessThanOrEqual(6)
  })
})
