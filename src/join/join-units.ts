import { align } from '../align/align.ts'
import type { Join } from '../align/alignment.ts'
import type { JoinedTarget, JoinedUnit, UnjoinedReason, UnjoinedUnit } from '../model/multilingual.ts'
import type { TranslationUnit } from '../model/unit.ts'

/** Units of one file to join. */
export interface UnitsToJoin {
  /** Units of the base with their new keys. */
  readonly base: readonly (readonly [string, TranslationUnit])[]
  /** Units of a locale with the keys that they would have on their own. */
  readonly locale: readonly (readonly [string, TranslationUnit])[]
  /** Whether both come from the same hand-off, so that equal ordinals mean the same unit. */
  readonly sameHandoff: boolean
}

/** Result of joining the units of one file. */
export interface JoinedUnits {
  /** By key of the base's unit. */
  readonly targets: ReadonlyMap<string, JoinedTarget>
  readonly unjoined: readonly UnjoinedUnit[]
}

/**
 * Joins a locale's units with those of the base: within the same hand-off by ordinal if the source texts are
 * equal, and otherwise by aligning the source texts.
 */
export function joinUnits({ base, locale, sameHandoff }: UnitsToJoin): JoinedUnits {
  const known = sameHandoff ? confirmedPairs(base, locale) : []
  const { joins, right } = align(
    base.map(([, unit]) => sourceOf(unit)),
    locale.map(([, unit]) => sourceOf(unit)),
    known,
  )
  const targets = new Map<string, JoinedTarget>()
  for (const join of joins) {
    const [first, ...others] = join.left.map((index) => base[index]!)
    const method = join.method === 'known' ? 'ordinal' : join.method
    const similarity =
      join.similarity === undefined ? {} : { similarity: Math.round(join.similarity * 1000) / 1000 }
    const units = join.right.map((index) => joinedUnit(locale[index]![1], isChanged(join, first![1])))
    targets.set(first![0], { units, join: method, ...similarity })
    for (const [key] of others) targets.set(key, { units: [], continues: first![0], join: method })
  }
  const unjoined = [...right].map(([index, reason]): UnjoinedUnit => {
    const name: UnjoinedReason = reason === 'empty' ? 'source-missing' : reason
    return { unit: locale[index]![1], reason: name }
  })
  return { targets, unjoined }
}

/** Whether to keep the source text of a locale's unit, because it differs from the base's. */
function isChanged(join: Join, first: TranslationUnit): (unit: TranslationUnit) => boolean {
  return (unit) =>
    join.method !== 'known' && (join.left.length > 1 || unit.source?.markup !== first.source?.markup)
}

function joinedUnit(unit: TranslationUnit, changed: (unit: TranslationUnit) => boolean): JoinedUnit {
  const { key, id, target, source } = unit
  return { key, id, target, ...(source && changed(unit) && { source }) }
}

/** Pairs of indexes with the same key and the same source text. */
function confirmedPairs(
  base: UnitsToJoin['base'],
  locale: UnitsToJoin['locale'],
): readonly (readonly [number, number])[] {
  const places = new Map(locale.map(([key], index) => [key, index]))
  return base.flatMap(([key, unit], index) => {
    const other = places.get(key)
    if (other === undefined) return []
    const text = sourceOf(unit)
    return text !== '' && text === sourceOf(locale[other]![1]) ? [[index, other] as const] : []
  })
}

/** The source text of a unit for comparison: its markup if it has no text, empty if it has no source. */
function sourceOf({ source }: TranslationUnit): string {
  return source ? source.text || source.markup.trim() : ''
}
