import type { Point } from 'unist'

/** A finding that was looked at and is to stay as it is. */
export interface Suppression {
  /** Id of the rule. */
  readonly rule: string
  /**
   * The exact source text of the unit that the finding is about (plain or as marked up; white space folded), or its hash, both for every
   * translation of it; or the fingerprint of the finding, for this one translation.
   */
  readonly source: string
  /** Globs of the documents it is for, relative to the configuration's folder; all unless told. */
  readonly files?: readonly string[]
  /** Why the finding is no fault. */
  readonly reason: string
}

/** A suppression with where it was written. */
export interface PlacedSuppression extends Suppression {
  /** Where it stands in its file; absent where the file is a program. */
  readonly place?: Point
}
