import { hashOf } from '../../util/data/hash-of.ts'
import { detachString } from '../../util/text/detach-string.ts'
import type { ScannedDocument, ScannedUnit } from '../scan/scanned-document.ts'
import type { UnitReview } from '../types/unit-review.ts'

/** Length of a key in hexadecimal digits. */
const LENGTH = 32

/** Both versions of a document, as far as keys depend on them. */
interface Versions {
  readonly old: ScannedDocument | undefined
  readonly current: ScannedDocument | undefined
}

/** Both texts of a unit as written, and its number among the units with equal texts. */
interface Keyed {
  readonly source: string | null
  readonly target: string | null
  readonly ordinal: number
  /** Number of units that it was split into, if there are several. */
  readonly parts?: number
  readonly isRemoved?: boolean
}

/**
 * Gives changed units their keys. A key depends on the document that has the unit and on nothing else, so that
 * it is the same whatever the document is compared with.
 */
export function withKeys(
  path: string,
  units: readonly UnitReview[],
  { old, current }: Versions,
): readonly UnitReview[] {
  if (!units.some(({ texts }) => texts)) return units
  const ordinals = { old: old && ordinalsOf(old.units), current: current && ordinalsOf(current.units) }
  const composites = new Map<string, number>()
  return units.map((unit) => {
    const { texts, newIds, structure, offset } = unit
    if (!texts || offset === undefined) return unit
    if (structure === 'removed') {
      const ordinal = ordinals.old?.get(offset) ?? 0
      const key = keyOf(path, {
        source: texts.oldSource,
        target: texts.oldTarget,
        ordinal,
        isRemoved: true,
      })
      return { ...unit, key }
    }
    const { newSource: source, newTarget: target } = texts
    const parts = newIds.length
    if (parts === 1)
      return { ...unit, key: keyOf(path, { source, target, ordinal: ordinals.current?.get(offset) ?? 0 }) }
    return {
      ...unit,
      key: keyOf(path, { source, target, ordinal: count(composites, source, target), parts }),
    }
  })
}

/** The keys of all units of a document, in document order. */
export function keyOfUnits(path: string, { units }: ScannedDocument): readonly string[] {
  const ordinals = ordinalsOf(units)
  return units.map(({ source, target, start }) =>
    keyOf(path, { source, target, ordinal: ordinals.get(start)! }),
  )
}

/** The key of a text pair. */
function keyOf(path: string, { source, target, ordinal, parts = 1, isRemoved = false }: Keyed): string {
  const facts = [path, source, target, ordinal, parts, isRemoved ? 'removed' : 'present']
  return detachString(hashOf(JSON.stringify(facts)).slice(0, LENGTH))
}

/** A key that no unit has, for a decision on a unit whose key another one took. */
export function lapsedKey(key: string): string {
  return hashOf(JSON.stringify([key, 'lapsed'])).slice(0, LENGTH)
}

/** Numbers of units among those with equal texts, by offset. */
function ordinalsOf(units: readonly ScannedUnit[]): ReadonlyMap<number, number> {
  const counts = new Map<string, number>()
  return new Map(units.map(({ source, target, start }) => [start, count(counts, source, target)]))
}

/** Counts a pair of texts, and returns how many came before it. */
function count(counts: Map<string, number>, source: string | null, target: string | null): number {
  const pair = `${source === null ? '-' : `+${source}`}\0${target === null ? '-' : `+${target}`}`
  const before = counts.get(pair) ?? 0
  counts.set(pair, before + 1)
  return before
}
