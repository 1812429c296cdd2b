import type { Severity } from '../../src/validate/engine/define-rule.ts'

/** How many findings there are, and how many of those that people judged are right. */
export interface Counts {
  readonly findings: number
  readonly judged: number
  readonly right: number
}

/** The content of `results.json`. */
export interface Results {
  /** Number of documents that were checked, by folder (`docset/locale`). */
  readonly documents: Readonly<Record<string, number>>
  /** Counts by rule, folder and severity. */
  readonly rules: Readonly<
    Record<string, Readonly<Record<string, Readonly<Partial<Record<Severity, Counts>>>>>>
  >
}
