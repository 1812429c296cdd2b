import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Baseline, BaselineEntry } from '../model/findings/baseline.ts'
import { compare } from '../util/data/compare.ts'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'
import { writeAtomically } from './write-atomically.ts'

/**
 * Writes the accepted findings, sorted to keep diffs small.
 *
 * @param path absolute.
 * @throws {UserError} if it cannot be written.
 */
export function writeBaseline(path: string, entries: readonly BaselineEntry[]): void {
  const findings = entries
    .map(({ fingerprint, rule, path, reason, count }) => ({ fingerprint, rule, path, reason, count }))
    .sort(
      (a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint),
    )
  const baseline: Baseline = { version: 1, findings }
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeAtomically(path, `${JSON.stringify(baseline, undefined, 2)}\n`)
  } catch (error) {
    throw new UserError(`Cannot write the baseline ${path}: ${reasonOf(error)}`)
  }
}
