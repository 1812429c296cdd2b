import type { Side, UnitDefect } from '../model/unit.ts'
import { repairQuotes } from './repair-quotes.ts'
import type { SxsPiece, SxsSide, SxsUnit } from './scan-sxs.ts'
import { withoutDelimiters } from './tokenize-sxs.ts'
import { frameOf, type UnitFrame } from './unit-frame.ts'

/** A unit on its way from the scan into the model. */
export interface UnitDraft {
  readonly key: string
  readonly sxs: SxsUnit
  readonly defects: readonly UnitDefect[]
  /** Key of the unit it is nested in. */
  readonly parent: string | null
  readonly frame: UnitFrame
}

/** All units of a scan in document order, nested ones after the unit they stand in. Keys are made unique. */
export function draftUnits(text: string, pieces: readonly SxsPiece[]): UnitDraft[] {
  const seen = new Map<string, number>()
  const drafts: UnitDraft[] = []
  // A stack and not recursion: damaged input can nest as deep as it is long.
  const queue: { sxs: SxsUnit; parent: string | null }[] = []
  for (const piece of pieces) {
    if (piece.type !== 'unit') continue
    queue.push({ sxs: piece, parent: null })
    while (queue.length > 0) {
      const { sxs, parent } = queue.pop()!
      const count = (seen.get(sxs.id) ?? 0) + 1
      seen.set(sxs.id, count)
      const key = count === 1 ? sxs.id : `${sxs.id}~${count}`
      const defects: UnitDefect[] = [...sxs.defects]
      if (count > 1) defects.push('id-doubled')
      if (parent !== null) defects.push('nested')
      drafts.push({ key, sxs, defects, parent, frame: frame(text, sxs) })
      const inner = [...(sxs.target?.units ?? []), ...(sxs.source?.units ?? [])]
      for (const unit of inner.reverse()) queue.push({ sxs: unit, parent: key })
    }
  }
  return drafts
}

function frame(text: string, sxs: SxsUnit): UnitFrame {
  const source = sxs.source && sideMarkup(text, sxs.source, 'source')
  const target = sxs.target && sideMarkup(text, sxs.target, 'target')
  return frameOf(source, target, lineBefore(text, sxs.start))
}

/** The markup of a side as it is to be read: units nested in it replaced by their own text of that side, damage undone. */
export function sideMarkup(text: string, side: SxsSide, name: Side): string {
  if (side.units.length === 0) return repairQuotes(text.slice(side.start, side.end))
  let markup = ''
  let offset = side.start
  for (const unit of side.units) {
    const inner = unit[name] ?? unit.target ?? unit.source
    markup += text.slice(offset, unit.start)
    if (inner) markup += withoutDelimiters(text.slice(inner.start, inner.end))
    offset = unit.end
  }
  return repairQuotes(markup + text.slice(offset, side.end))
}

/** What stands before an offset in its line; at most what a block's marks can take. */
function lineBefore(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 200)
  return text.slice(start, offset)
}
