import type { UnitTables } from '../../model/text.ts'
import type { Side } from '../../model/unit.ts'
import { textOfNodes } from '../../runbook/content.ts'
import type { RunbookContent } from '../../runbook/derive-runbook.ts'
import { abbreviate, widthOf } from '../abbreviate.ts'

/** A sentence of a cell. */
export interface CellPiece {
  readonly text: string
  /** Its text in the source language, which is the same in cells that say the same. */
  readonly key: string
  /** Whether it begins with a condition, so that only the whole of it is true. */
  readonly isCondition: boolean
}

/** A cell of the matrix before it is shortened. */
export interface LongCell {
  readonly text: string
  readonly pieces: readonly CellPiece[]
}

/** Lists the sentences of a cell on one side: its units, and marked sentences as a whole. */
export function piecesOf(content: RunbookContent, units: UnitTables, side: Side): readonly CellPiece[] {
  return content
    .flatMap((node): readonly CellPiece[] => {
      if (node.type === 'element' && node.properties.dataMark === undefined)
        return piecesOf(node.children, units, side)
      const isCondition = node.type === 'element' && node.properties.dataMark === 'condition'
      const key = textOfNodes([node], units, 'source')
      return [{ text: textOfNodes([node], units, side), key, isCondition }]
    })
    .filter(({ text }) => text !== '')
}

/**
 * Shortens the cells of a row to a width: sentences that few cells share come first, because they are the difference
 * between the stages. Conditions are kept or left out as a whole; `…` replaces what is left out. Empty if nothing fits.
 */
export function shortenCells(cells: readonly LongCell[], room: number, locale: string): readonly string[] {
  const sharers = countSharers(cells)
  return cells.map((cell) => {
    if (widthOf(cell.text) <= room) return cell.text
    if (room <= 0) return ''
    return shorten(cell.pieces, sharers, room, locale)
  })
}

/** Number of cells that contain a sentence, by the sentence's key. */
function countSharers(cells: readonly LongCell[]): ReadonlyMap<string, number> {
  const sharers = new Map<string, number>()
  for (const { pieces } of cells)
    for (const key of new Set(pieces.map((piece) => piece.key))) sharers.set(key, (sharers.get(key) ?? 0) + 1)
  return sharers
}

function shorten(
  pieces: readonly CellPiece[],
  sharers: ReadonlyMap<string, number>,
  room: number,
  locale: string,
): string {
  const ranked = [...pieces].sort((a, b) => sharers.get(a.key)! - sharers.get(b.key)!)
  const kept = new Map<CellPiece, string>()
  let left = room
  for (const piece of ranked) {
    const width = widthOf(piece.text) + 2
    if (width > left) continue
    kept.set(piece, piece.text)
    left -= width
  }
  const [first] = ranked
  if (first && !kept.has(first) && !first.isCondition) {
    // The most telling sentence is too long: its beginning says more than other sentences.
    kept.clear()
    kept.set(first, abbreviate(first.text, room - 2, locale))
  } else if (first && kept.size === 0) kept.set(first, first.text)
  return joinPieces(pieces, kept)
}

/** Joins sentences in their order, with `…` for those left out. */
function joinPieces(pieces: readonly CellPiece[], kept: ReadonlyMap<CellPiece, string>): string {
  const words: string[] = []
  for (const piece of pieces) {
    const text = kept.get(piece)
    if (text) words.push(text)
    else if (!words.at(-1)?.endsWith('…')) words.push('…')
  }
  return words.join(' ')
}
