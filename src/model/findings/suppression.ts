import type { Point } from 'unist'

/** A finding that was reviewed and accepted. */
export interface Suppression {
  /** Id of the rule. */
  readonly rule: string
  /**
   * The exact source text of the finding's unit (plain or as marked up; white space folded) or its hash, for
   * all translations; or the fingerprint of the finding, for this translation only.
   */
  readonly source: string
  /** Globs of the documents it applies to, relative to the configuration's folder. Default: all documents. */
  readonly files?: readonly string[]
  /** Why the finding is not a fault. */
  readonly reason: string
}

/** A suppression with its place. */
export interface PlacedSuppression extends Suppression {
  /** Place in its file; absent if the file is a program. */
  readonly place?: Point
}
