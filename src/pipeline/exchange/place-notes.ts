import type { ExchangeNote } from '../../exchange/exchange-file.ts'
import type { BilingualDocument } from '../../model/document.ts'
import { headingsAbove } from '../../model/outline.ts'
import type { Block, Table, TableCell } from '../../model/table.ts'
import { textOfParts } from '../../model/text.ts'
import type { TranslationUnit, UnitContext } from '../../model/unit.ts'
import { memoize } from '../../util/memoize.ts'
import { quote } from '../../validate/engine/quote.ts'

/** Maximum length of a name in a note, in characters. */
const LONGEST = 60

/**
 * Returns a function that describes where a unit stands, in notes for its translator: headings, table, list, alert, and step of the
 * runbook.
 *
 * @param steps numbers of the steps of the document's runbook by the keys of their units.
 */
export function createPlaceNotes(
  document: BilingualDocument,
  steps: ReadonlyMap<string, string>,
): (unit: TranslationUnit) => readonly ExchangeNote[] {
  const headingNote = memoize((index: number) => {
    const path = headingsAbove(document.outline, index).map(({ parts }) =>
      quote(textOfParts(parts, document, 'source'), LONGEST),
    )
    return { category: 'heading', text: `Under ${path.join(' > ')}` } as const
  })
  const titleNote = { category: 'heading', text: 'Heading' } as const
  const namesOf = memoize((table: Table) => tableNames(table, document))
  return ({ key, context }) => {
    const { kind, heading, cell, item, alert } = context
    const notes: ExchangeNote[] = []
    if (kind === 'heading') notes.push(titleNote)
    else if (heading !== undefined) notes.push(headingNote(heading))
    const table = cell && document.tables[cell.table]
    if (table) notes.push({ category: 'table', text: namesOf(table)(cell) })
    if (alert !== undefined) notes.push({ category: 'alert', text: `In an alert of the type “${alert}”` })
    const step = steps.get(key)
    if (step !== undefined) notes.push({ category: 'step', text: `Step ${step} of the runbook` })
    else if (item) notes.push({ category: 'list', text: itemText(item) })
    return notes
  }
}

function itemText({ ordered, path }: NonNullable<UnitContext['item']>): string {
  return `Item ${path.join('.')} of a ${ordered ? 'numbered ' : ''}list`
}

/** Returns a function that names a cell of a table by its row and column. */
function tableNames(
  table: Table,
  document: BilingualDocument,
): (cell: NonNullable<UnitContext['cell']>) => string {
  const caption = textOfParts(table.caption, document, 'source')
  const name = caption === '' ? 'Table' : `Table ${quote(caption, LONGEST)}`
  const cells = table.rows.flatMap((row) => row.cells)
  const textOf = memoize(({ blocks }: TableCell) => firstText(blocks, document))
  /** The first cells of rows, and the lowest header cells of columns. */
  const firsts = new Map<number, TableCell>()
  const heads = new Map<number, TableCell>()
  for (const cell of cells) {
    if (cell.column === 0)
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) firsts.set(row, cell)
    if (cell.row < table.headerRows)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) heads.set(column, cell)
  }
  return ({ row, column }) => {
    const head = heads.get(column)
    const first = firsts.get(row)
    const columnName = head && head.row !== row ? textOf(head) : ''
    const rowName = first && column > 0 && row >= table.headerRows ? textOf(first) : ''
    const rowText =
      row < table.headerRows ? 'header' : `row ${rowName === '' ? row + 1 : quote(rowName, LONGEST)}`
    return `${name}, ${rowText}, column ${columnName === '' ? column + 1 : quote(columnName, LONGEST)}`
  }
}

/** The first text of a cell, as source text. */
function firstText(blocks: readonly Block[], document: BilingualDocument): string {
  for (const block of blocks) {
    const text =
      block.type === 'text' || block.type === 'code'
        ? textOfParts(block.parts, document, 'source')
        : block.type === 'list'
          ? firstText(block.items.flat(), document)
          : block.type === 'group'
            ? firstText(block.blocks, document)
            : ''
    if (text !== '') return text
  }
  return ''
}
