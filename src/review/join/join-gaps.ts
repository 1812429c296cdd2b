import { foldSpace } from '../../util/text/fold-space.ts'
import type { ScannedUnit } from '../scan/scanned-document.ts'
import type { UnitPair, UnitsToJoin } from './unit-pair.ts'

/** The units that are left between the same joined neighbours: indexes on each side. */
interface Gap {
  readonly old: readonly number[]
  readonly current: readonly number[]
}

/**
 * Joins what is left between joined neighbours: equal texts in document order, units without source text if
 * there are as many on each side, and a unit that is the only one left on each side of the same slot.
 */
export function joinGaps(old: UnitsToJoin, current: UnitsToJoin, pairs: readonly UnitPair[]): UnitPair[] {
  const gaps = gapsBetween(old.units.length, current.units.length, pairs)
  return gaps.flatMap((gap) => joinGap(old, current, gap))
}

function joinGap(old: UnitsToJoin, current: UnitsToJoin, gap: Gap): UnitPair[] {
  const pairs: UnitPair[] = []
  const isText =
    ({ units }: UnitsToJoin) =>
    (index: number) =>
      units[index]!.plain !== ''
  const texts = { old: gap.old.filter(isText(old)), current: gap.current.filter(isText(current)) }
  const repeated = joinInOrder(old.units, current.units, texts)
  for (const [before, at] of repeated) pairs.push({ old: [before], current: [at], join: { method: 'order' } })
  const [takenBefore, taken] = [
    new Set(repeated.map(([one]) => one)),
    new Set(repeated.map(([, other]) => other)),
  ]
  const left = texts.old.filter((index) => !takenBefore.has(index))
  const right = texts.current.filter((index) => !taken.has(index))
  const empty = {
    old: gap.old.filter((index) => !isText(old)(index)),
    current: gap.current.filter((index) => !isText(current)(index)),
  }
  const slots =
    empty.old.length === empty.current.length ? empty.old.map((one, at) => [one, empty.current[at]!]) : []
  if (isSameRow(old, left, current, right))
    for (const [at, one] of left.entries()) slots.push([one, right[at]!])
  for (const [before, at] of slots) pairs.push({ old: [before!], current: [at!], join: { method: 'slot' } })
  return pairs
}

/**
 * Pairs units with equal source texts in document order: first those whose targets are equal as well, so that
 * a repeated text that lost one member loses the right one.
 */
export function joinInOrder(
  old: readonly ScannedUnit[],
  current: readonly ScannedUnit[],
  gap: Gap,
): readonly (readonly [number, number])[] {
  const withTarget = (unit: ScannedUnit) => `${unit.plain}\0${unit.target}`
  const first = pairInOrder(old, current, gap, withTarget)
  const taken = { old: new Set(first.map(([one]) => one)), current: new Set(first.map(([, other]) => other)) }
  const rest = {
    old: gap.old.filter((index) => !taken.old.has(index)),
    current: gap.current.filter((index) => !taken.current.has(index)),
  }
  return [...first, ...pairInOrder(old, current, rest, ({ plain }) => plain)]
}

function pairInOrder(
  old: readonly ScannedUnit[],
  current: readonly ScannedUnit[],
  gap: Gap,
  keyOf: (unit: ScannedUnit) => string,
): [number, number][] {
  const waiting = new Map<string, number[]>()
  // The last comes first out of each list.
  for (const index of [...gap.old].reverse()) {
    const key = keyOf(old[index]!)
    const same = waiting.get(key)
    if (same) same.push(index)
    else waiting.set(key, [index])
  }
  return gap.current.flatMap((at) => {
    const before = waiting.get(keyOf(current[at]!))?.pop()
    return before === undefined ? [] : [[before, at] as [number, number]]
  })
}

/**
 * Whether units that are left fill the same slots one by one: a single one on each side, or several that differ
 * in numbers only, such as the cells of a row of limits.
 */
function isSameRow(
  old: UnitsToJoin,
  left: readonly number[],
  current: UnitsToJoin,
  right: readonly number[],
): boolean {
  if (left.length === 0 || left.length !== right.length) return false
  const masked = ({ units }: UnitsToJoin, index: number) => units[index]!.plain.replace(/\d+/g, '0')
  return left.every(
    (one, at) =>
      (left.length === 1 || masked(old, one) === masked(current, right[at]!)) &&
      isSameSlot(old, one, current, right[at]!),
  )
}

/** Whether the text before and after two units is the same, so that both fill the same slot. */
function isSameSlot(old: UnitsToJoin, before: number, current: UnitsToJoin, at: number): boolean {
  const [one, other] = [old.units[before]!.slot, current.units[at]!.slot]
  return [0, 1].every(
    (side) => around(old.literals[one + side]!, side) === around(current.literals[other + side]!, side),
  )
}

/** The text of a literal next to a unit: the end of the one before, or the start of the one after, up to a line end. */
function around(literal: string, side: number): string {
  const lines = literal.split('\n')
  return foldSpace((side === 0 ? lines.at(-1) : lines[0]) ?? '').replace(/<a name="[^"]*"><\/a>/g, '')
}

/** The runs of open units whose neighbours on both sides are joined with each other. */
function gapsBetween(olds: number, currents: number, pairs: readonly UnitPair[]): readonly Gap[] {
  const ofOld = new Int32Array(olds).fill(-1)
  const ofCurrent = new Int32Array(currents).fill(-1)
  for (const [at, pair] of pairs.entries()) {
    for (const index of pair.old) ofOld[index] = at
    for (const index of pair.current) ofCurrent[index] = at
  }
  const gaps: Gap[] = []
  for (let start = 0; start < currents; start++) {
    if (ofCurrent[start] !== -1) continue
    let end = start
    while (end < currents && ofCurrent[end] === -1) end++
    const first = start === 0 ? 0 : pairs[ofCurrent[start - 1]!]!.old.at(-1)! + 1
    const last = end === currents ? olds : pairs[ofCurrent[end]!]!.old[0]!
    let stop = first
    while (stop < last && ofOld[stop] === -1) stop++
    if (stop === last && first < last) gaps.push({ old: range(first, last), current: range(start, end) })
    start = end
  }
  return gaps
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at)
}
