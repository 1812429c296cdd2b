/** Known findings of a project that are not repaired yet. */
export interface Baseline {
  /** Version of this format. */
  readonly version: 1
  /** Sorted by path, rule and fingerprint. */
  readonly findings: readonly BaselineEntry[]
}

/** Findings of a document with the same fingerprint. */
export interface BaselineEntry {
  /** Hash of the rule and the texts that the finding is about; stays the same until one of them changes. */
  readonly fingerprint: string
  /** Id of the rule. */
  readonly rule: string
  /**
   * Path of the document relative to the baseline's folder, with `/`; for people only, because documents
   * move.
   */
  readonly path: string
  /** Message, shortened and without ids; for people. */
  readonly reason: string
  /** Number of findings, at least 1. */
  readonly count: number
}
