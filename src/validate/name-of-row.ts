import type { BilingualDocument } from '../model/document.ts'
import type { Block, TableRow } from '../model/table.ts'
import { textOfParts } from '../model/text.ts'
import { quote } from './engine/quote.ts'

/** Names a row by its number and its first text, so that readers can find it. */
export function nameOfRow(row: TableRow, document: BilingualDocument): string {
  const number = `row ${(row.cells[0]?.row ?? 0) + 1}`
  for (const text of row.cells.flatMap((cell) => textsOf(cell.blocks, document))) {
    if (text !== '') return `${number} ${quote(text, 40)}`
  }
  return number
}

function textsOf(blocks: readonly Block[], document: BilingualDocument): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'text' || block.type === 'code') return textOfParts(block.parts, document, 'target')
    if (block.type === 'list') return block.items.flatMap((item) => textsOf(item, document))
    return block.type === 'group' ? textsOf(block.blocks, document) : []
  })
}
