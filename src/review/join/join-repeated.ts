import type { AlignmentReason } from '../../align/alignment.ts'
import type { ScannedUnit } from '../scan/scanned-document.ts'
import { joinInOrder } from './join-gaps.ts'
import type { UnitPair } from './unit-pair.ts'

/** Units that are not joined yet. */
interface Open {
  readonly removed: ReadonlyMap<number, AlignmentReason>
  readonly added: ReadonlyMap<number, AlignmentReason>
}

/**
 * Joins the open units of a repeated source text in document order if as many of them are left on each side.
 * Otherwise one of several was added or removed, and which one is unknown.
 */
export function joinRepeated(
  old: readonly ScannedUnit[],
  current: readonly ScannedUnit[],
  { removed, added }: Open,
): UnitPair[] {
  const balance = new Map<string, number>()
  const count = (text: string, by: number) => balance.set(text, (balance.get(text) ?? 0) + by)
  for (const index of removed.keys()) count(old[index]!.plain, 1)
  for (const index of added.keys()) count(current[index]!.plain, -1)
  const isEven = (units: readonly ScannedUnit[]) => (index: number) =>
    units[index]!.plain !== '' && balance.get(units[index]!.plain) === 0
  const pairs = joinInOrder(old, current, {
    old: [...removed.keys()].filter(isEven(old)).sort((a, b) => a - b),
    current: [...added.keys()].filter(isEven(current)).sort((a, b) => a - b),
  })
  return pairs.map(([before, at]) => ({ old: [before], current: [at], join: { method: 'order' } }))
}
