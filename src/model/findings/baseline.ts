/** Findings that a project knows and has not repaired yet. */
export interface Baseline {
  /** Version of this format. */
  readonly version: 1
  /** Sorted by path, rule and fingerprint. */
  readonly findings: readonly BaselineEntry[]
}

/** Findings of a document that have one fingerprint. */
export interface BaselineEntry {
  /** Hash of the rule and the texts it is about: stays the same until one of them changes. */
  readonly fingerprint: string
  /** Id of the rule. */
  readonly rule: string
  /** Path of the document relative to the baseline's folder, with `/`: for people; a document may be moved. */
  readonly path: string
  /** What was found, shortened and without ids: for people. */
  readonly reason: string
  /** Number of findings, at least 1. */
  readonly count: number
}
