import type { BilingualDocument } from '../../model/document.ts'
import type { Block, Table, TableCell } from '../../model/table.ts'
import { textOfParts } from '../../model/text.ts'
import type { Side } from '../../model/unit.ts'
import { fill, wrap } from './text-layout.ts'
import type { View } from './view.ts'

/** Minimum width of a readable column. */
const NARROWEST = 8

/** Content of one place in the grid: a cell, or an arrow if a spanning cell covers it. */
type Place = { readonly cell: TableCell } | { readonly covered: '←' | '↑' } | undefined

/** Draws a table as a grid; each cell shows its target and, dimmed below it, its source. */
export function showTable(table: Table, document: BilingualDocument, view: View): string[] {
  // Rows of very different lengths have no common grid: each cell gets its own row.
  const columns = table.spansLeftOut ? 1 : Math.max(1, table.columns)
  const width = Math.max(NARROWEST, Math.floor((view.width - 1) / columns) - 3)
  const rule = (left: string, middle: string, right: string) =>
    left + Array.from({ length: columns }, () => '─'.repeat(width + 2)).join(middle) + right
  const lines = [rule('┌', '┬', '┐')]
  for (const [index, row] of gridOf(table, columns).entries()) {
    if (index > 0) lines.push(rule('├', '┼', '┤'))
    const cells = row.map((place) => linesOf(place, document, width))
    const height = cells.reduce((most, cell) => Math.max(most, cell.length), 1)
    for (let line = 0; line < height; line++) {
      lines.push(`│ ${cells.map((cell) => paint(cell[line], width, view)).join(' │ ')} │`)
    }
  }
  return [...lines, rule('└', '┴', '┘')]
}

/** A line of a cell. */
interface Line {
  readonly text: string
  readonly style: 'plain' | 'bold' | 'dim'
}

function paint(line: Line | undefined, width: number, { colors }: View): string {
  const text = fill(line?.text ?? '', width)
  return line?.style === 'bold' ? colors.bold(text) : line?.style === 'dim' ? colors.dim(text) : text
}

function linesOf(place: Place, document: BilingualDocument, width: number): Line[] {
  if (!place) return []
  if ('covered' in place) return [{ text: place.covered, style: 'dim' }]
  const { cell } = place
  const [target, source] = (['target', 'source'] as const).map((side) =>
    textsOfBlocks(cell.blocks, document, side).flatMap((text) => wrap(text, width)),
  ) as [string[], string[]]
  const lines: Line[] = target.map((text) => ({ text, style: cell.header ? 'bold' : 'plain' }))
  if (source.join(' ') === target.join(' ')) return lines
  if (target.length > 1 || source.length > 1) lines.push({ text: '', style: 'plain' })
  return [...lines, ...source.map((text): Line => ({ text, style: 'dim' }))]
}

/** Arranges the cells of a table in a grid. */
function gridOf(table: Table, columns: number): Place[][] {
  if (table.spansLeftOut) return table.rows.flatMap(({ cells }) => cells.map((cell) => [{ cell }]))
  const grid: Place[][] = table.rows.map(() => Array.from({ length: columns }, () => undefined))
  for (const cell of table.rows.flatMap((row) => row.cells)) {
    const rows = Math.min(cell.row + cell.rowSpan, grid.length)
    for (let row = cell.row; row < rows; row++) {
      for (let column = cell.column; column < Math.min(cell.column + cell.columnSpan, columns); column++) {
        const isStart = row === cell.row && column === cell.column
        grid[row]![column] = isStart ? { cell } : { covered: column > cell.column ? '←' : '↑' }
      }
    }
  }
  return grid
}

/** The paragraphs of blocks; items of lists get bullets. */
function textsOfBlocks(blocks: readonly Block[], document: BilingualDocument, side: Side): string[] {
  return blocks.flatMap((block) => textsOfBlock(block, document, side))
}

function textsOfBlock(block: Block, document: BilingualDocument, side: Side): string[] {
  switch (block.type) {
    case 'text':
    case 'code':
      return [textOfParts(block.parts, document, side)]
    case 'list':
      return block.items.map((item) => `• ${textsOfBlocks(item, document, side).join(' ')}`)
    case 'group':
      return textsOfBlocks(block.blocks, document, side)
    case 'table':
      return [`[table ${block.index + 1}]`]
  }
}
