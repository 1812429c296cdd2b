/**
 * Joins the units of two versions of a document by their source texts; nothing is guessed.
 *
 * Ids change with nearly every hand-off, and their ordinals name other sentences, so an id counts only if it
 * is wholly equal and the text agrees. The rest is aligned (`align/`). Of what is left, equal texts between
 * the same joined neighbours are joined in document order, and then what stands alone in its slot: the only
 * unit left between two joined neighbours on each side, or units without source text.
 */

import { align } from '../../align/align.ts'
import type { AlignmentReason, Join } from '../../align/alignment.ts'
import type { ScannedUnit } from '../scan/scanned-document.ts'
import { joinGaps } from './join-gaps.ts'
import { joinRepeated } from './join-repeated.ts'
import type { UnitPair, UnitsToJoin } from './unit-pair.ts'

/** Result of {@link joinUnits}. */
export interface JoinedUnits {
  /** In the order of the new units. */
  readonly pairs: readonly UnitPair[]
  /** Why units were not joined, by index. */
  readonly removed: ReadonlyMap<number, AlignmentReason>
  readonly added: ReadonlyMap<number, AlignmentReason>
}

/** Number of units with the same text, in both versions, from which that text is not aligned. */
const MOST_COMMON = 1000

/** Joins the units of two versions. */
export function joinUnits(old: UnitsToJoin, current: UnitsToJoin): JoinedUnits {
  const none: ReadonlyMap<number, AlignmentReason> = new Map()
  if (haveEqualTexts(old.units, current.units)) {
    return {
      pairs: current.units.map((unit, at) => inPlace(old.units[at]!, unit, at)),
      removed: none,
      added: none,
    }
  }
  const isCommon = commonTexts(old.units, current.units)
  const textsOf = ({ units }: UnitsToJoin) => units.map(({ plain }) => (isCommon(plain) ? '' : plain))
  const { joins, left, right } = align(
    textsOf(old),
    textsOf(current),
    confirmedPairs(old.units, current.units),
  )
  const reasonsOf = ({ units }: UnitsToJoin, reasons: typeof left) =>
    new Map(
      [...reasons].map(([at, reason]) => [at, isCommon(units[at]!.plain) ? 'ambiguous' : reason] as const),
    )
  const [removed, added] = [reasonsOf(old, left), reasonsOf(current, right)]
  const pairs = joins.map(toPair)
  const open = { removed, added }
  const take = (found: readonly UnitPair[]) => {
    for (const pair of found) {
      for (const index of pair.old) open.removed.delete(index)
      for (const index of pair.current) open.added.delete(index)
      pairs.push(pair)
    }
  }
  if (open.removed.size > 0 && open.added.size > 0) {
    take(joinGaps(old, current, pairs))
    take(joinRepeated(old.units, current.units, open))
  }
  return { pairs: pairs.sort((a, b) => a.current[0]! - b.current[0]!), ...open }
}

/**
 * Returns whether a text is so common that aligning it says nothing and would take long: such texts are joined
 * by their neighbours and their order alone.
 */
function commonTexts(
  old: readonly ScannedUnit[],
  current: readonly ScannedUnit[],
): (text: string) => boolean {
  const counts = new Map<string, number>()
  for (const { plain } of [...old, ...current]) counts.set(plain, (counts.get(plain) ?? 0) + 1)
  return (text) => text !== '' && counts.get(text)! > MOST_COMMON
}

function haveEqualTexts(old: readonly ScannedUnit[], current: readonly ScannedUnit[]): boolean {
  return old.length === current.length && current.every(({ plain }, at) => plain === old[at]!.plain)
}

function inPlace(old: ScannedUnit, current: ScannedUnit, at: number): UnitPair {
  const method = current.plain === '' ? 'slot' : old.id === current.id ? 'id' : 'text'
  return { old: [at], current: [at], join: { method } }
}

function toPair({ left, right, method, similarity }: Join): UnitPair {
  if (method !== 'similarity')
    return { old: left, current: right, join: { method: method === 'known' ? 'id' : method } }
  return {
    old: left,
    current: right,
    join: { method, similarity: Math.round((similarity ?? 0) * 1000) / 1000 },
  }
}

/** Pairs of units with equal ids, each used once on its side, and equal texts. */
function confirmedPairs(
  old: readonly ScannedUnit[],
  current: readonly ScannedUnit[],
): readonly (readonly [number, number])[] {
  const places = placesById(old)
  return [...placesById(current)].flatMap(([id, at]) => {
    const before = places.get(id)
    if (before === undefined || before < 0 || at < 0) return []
    const { plain } = current[at]!
    return plain !== '' && plain === old[before]!.plain ? [[before, at] as const] : []
  })
}

/** Index by id; -1 for an id that several units use. */
function placesById(units: readonly ScannedUnit[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [at, { id }] of units.entries()) places.set(id, places.has(id) ? -1 : at)
  return places
}
