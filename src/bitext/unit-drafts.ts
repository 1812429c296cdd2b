/**
 * Gives units their keys.
 *
 * The id is the key inside one document; if it is used twice, later keys get `~2`, `~3`, … The prefix of an id changes with every hand-off and
 * locale. Its ordinal numbers the units of the source revision, with a separate count for merged units (`p101`).
 */

import type { Side, UnitDefect } from '../model/unit.ts'
import { repairQuotes } from './repair-quotes.ts'
import type { SxsPiece, SxsSide, SxsUnit } from './sxs-piece.ts'
import { withoutDelimiters } from './tokenize-sxs.ts'
import { type Core, frameOf, type UnitFrame, withoutAddedSpace } from './unit-frame.ts'

/** A unit on its way from the scan into the model. */
export interface UnitDraft {
  readonly key: string
  readonly sxs: SxsUnit
  readonly defects: readonly UnitDefect[]
  /** Key of the unit it is nested in. */
  readonly parent: string | null
  readonly frame: UnitFrame
  /** Each side without the frame, as it is read; `null` for a side that is missing. */
  readonly cores: Readonly<Record<Side, string | null>>
}

/** A unit of the scan that waits for its draft. */
interface Waiting {
  readonly sxs: SxsUnit
  readonly parent: string | null
  /** How many units it is nested in. */
  readonly depth: number
}

/**
 * Most units that a unit may be nested in. Each of them holds the texts of all that are nested in it, so what there is to read grows with
 * the square of the depth.
 */
const DEEPEST_UNITS = 20

/**
 * All units of a scan in document order, nested ones after the unit they stand in. Keys are made unique.
 *
 * @param onTooDeep takes each unit whose nested ones stand too deep to be units themselves: their texts are a part of its own.
 */
export function draftUnits(
  text: string,
  pieces: readonly SxsPiece[],
  onTooDeep: (unit: SxsUnit) => void = () => {},
): UnitDraft[] {
  const seen = new Map<string, number>()
  const drafts: UnitDraft[] = []
  for (const piece of pieces) if (piece.type === 'unit') addDrafts(text, piece, seen, drafts, onTooDeep)
  return drafts
}

function addDrafts(
  text: string,
  unit: SxsUnit,
  seen: Map<string, number>,
  drafts: UnitDraft[],
  onTooDeep: (unit: SxsUnit) => void,
): void {
  const queue: Waiting[] = []
  let next: Waiting | undefined = { sxs: unit, parent: null, depth: 0 }
  for (; next; next = queue.pop()) {
    const { sxs, parent, depth } = next
    const count = (seen.get(sxs.id) ?? 0) + 1
    seen.set(sxs.id, count)
    const key = count === 1 ? sxs.id : `${sxs.id}~${count}`
    const isSound = count === 1 && parent === null && sxs.defects.length === 0
    drafts.push(draftOf(text, sxs, key, isSound ? [] : defectsOf(sxs, count, parent), parent))
    const inner = innerUnits(sxs)
    if (inner.length > 0 && depth === DEEPEST_UNITS) onTooDeep(sxs)
    else for (const each of inner.reverse()) queue.push({ sxs: each, parent: key, depth: depth + 1 })
  }
}

function defectsOf(sxs: SxsUnit, count: number, parent: string | null): UnitDefect[] {
  const defects: UnitDefect[] = [...sxs.defects]
  if (count > 1) defects.push('id-doubled')
  if (parent !== null) defects.push('nested')
  return defects
}

function innerUnits({ target, source }: SxsUnit): SxsUnit[] {
  if (!target?.units.length && !source?.units.length) return []
  return [...(target?.units ?? []), ...(source?.units ?? [])]
}

function draftOf(
  text: string,
  sxs: SxsUnit,
  key: string,
  defects: readonly UnitDefect[],
  parent: string | null,
): UnitDraft {
  const source = sxs.source && sideMarkup(text, sxs.source, 'source')
  const target = sxs.target && sideMarkup(text, sxs.target, 'target')
  const whole = frameOf(source, target, lineBefore(text, sxs.start))
  const frame = target === null ? whole : withoutAddedSpace(whole, target)
  const cores = {
    source: source !== null && frame.source ? coreOf(source, frame.source) : null,
    target: target !== null && frame.target ? coreOf(target, frame.target) : null,
  }
  return { key, sxs, defects, parent, frame, cores }
}

function coreOf(markup: string, { start, end }: Core): string {
  return end - start === markup.length ? markup : markup.slice(start, end)
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
  const before = text.slice(Math.max(0, offset - 200), offset)
  return before.slice(before.lastIndexOf('\n') + 1)
}
