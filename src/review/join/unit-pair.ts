import type { ScannedUnit } from '../scan/scanned-document.ts'
import type { UnitJoin } from '../types/unit-review.ts'

/** Units of both versions that belong together: consecutive indexes, several if one was split or merged. */
export interface UnitPair {
  readonly old: readonly number[]
  readonly current: readonly number[]
  readonly join: UnitJoin
}

/** Units to join, and the text before and after each. */
export interface UnitsToJoin {
  readonly units: readonly ScannedUnit[]
  readonly literals: readonly string[]
}
