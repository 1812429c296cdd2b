/**
 * Gives units their keys.
 *
 * The id is the key inside one document; if it is used twice, later keys get `~2`, `~3`, … The prefix of an id
 * changes with every hand-off and locale. Its ordinal numbers the units of the source revision, with a separate
 * count for merged units (`p101`).
 */

import type { Side, UnitDefect } from '../model/unit.ts'
import { repairQuotes } from './repair-quotes.ts'
import type { SxsPiece, SxsSide, SxsUnit } from './sxs-piece.ts'
import { withoutDelimiters } from './tokenize-sxs.ts'
import { type Core, frameOf, type UnitFrame, withoutAddedSpace } from './unit-frame.ts'

/** A unit between the scan and the model. */
export interface UnitDraft {
  readonly key: string
  readonly sxs: SxsUnit
  readonly defects: readonly UnitDefect[]
  /** Key of the unit it is nested in. */
  readonly parent: string | null
  readonly frame: UnitFrame
  /** Markup of each side to read, without the frame; `null` for a missing side. */
  readonly cores: Readonly<Record<Side, string | null>>
}

/** A unit of the scan without a draft yet. */
interface Waiting {
  readonly sxs: SxsUnit
  readonly parent: string | null
  /** Number of units around it. */
  readonly depth: number
}

/**
 * Maximum nesting depth of units. Each unit contains the texts of all units nested in it, so the amount of text
 * to read grows with the square of the depth.
 */
const DEEPEST_UNITS = 20

/**
 * Drafts all units of a scan in document order, nested ones after the unit around them, with unique keys.
 *
 * @param onTooDeep receives each unit whose nested units are too deep to be units: their text becomes part of
 *   its own.
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

/** Returns the markup of a side to read: nested units replaced by their text on that side, damage undone. */
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

/** Returns the text before an offset in its line, cut to 200 characters: block marks are shorter. */
export function lineBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 200), offset)
  return before.slice(before.lastIndexOf('\n') + 1)
}
