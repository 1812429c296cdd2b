import { resolve } from 'node:path'
import { stampOf } from '../../read/files/file-state.ts'
import { formatDecisions } from '../../review/decisions/format-decisions.ts'
import { changeDecisions, type DecisionChanges } from '../../review/decisions/merge-decisions.ts'
import { keyOfUnits } from '../../review/decisions/unit-keys.ts'
import { withDecisions } from '../../review/decisions/with-decisions.ts'
import { scanDocument } from '../../review/scan/scan-document.ts'
import type { DecisionFile } from '../../review/types/decisions.ts'
import type { Review } from '../../review/types/review.ts'
import { memoize } from '../../util/memoize.ts'
import { writeReport } from '../../write/write-report.ts'
import { decisionPath, readDecisions } from './decision-files.ts'
import type { Snapshots } from './open-snapshots.ts'
import type { ReviewOptions } from './review-options.ts'

const FOLDER = 'reviews'
const NONE: ReadonlySet<string> = new Set()

/** A review with the decisions on it. */
export interface DecidedReview {
  readonly review: Review
  readonly decisions: readonly DecisionFile[]
}

/** Absolute path of the folder of decisions. */
export function decisionFolder({
  cwd,
  decisions = FOLDER,
}: Pick<ReviewOptions, 'decisions'> & { readonly cwd: string }): string {
  return resolve(cwd, decisions)
}

/**
 * Reads the decisions of a review's locales and adds them to it.
 *
 * @throws {UserError} if a file cannot be read.
 */
export function decideReview(
  review: Review,
  snapshots: Snapshots,
  options: ReviewOptions & { readonly cwd: string },
): DecidedReview {
  const folder = decisionFolder(options)
  const decisions = review.locales.map((locale) => readDecisions(folder, locale, options.cwd))
  return { review: withDecisions(review, decisions, createLapsed(snapshots)), decisions }
}

/** Returns a function that finds out whether no document has the texts of a decision any longer. */
function createLapsed({
  head,
}: Snapshots): (decision: { readonly path: string; readonly key: string }) => boolean {
  const files = new Map(head.files.map((file) => [file.path, file]))
  const keys = memoize((path: string) => {
    const file = files.get(path)
    const text = file && head.read([file])[0]?.text
    return text === undefined ? NONE : new Set(keyOfUnits(path, scanDocument(text)))
  })
  return ({ path, key }) => !keys(path).has(key)
}

/**
 * Changes the file of decisions of a locale as it is now: reads it if somebody else has written it, changes it and writes
 * it at once.
 *
 * @throws {UserError} if it cannot be read or written.
 */
export type DecisionWriter = (locale: string, changes: DecisionChanges) => DecisionFile

/** Makes a writer of decisions, which keeps what it wrote in memory: reading a large file takes seconds. */
export function createDecisionWriter(
  options: Pick<ReviewOptions, 'decisions'> & { readonly cwd: string },
): DecisionWriter {
  const folder = decisionFolder(options)
  const written = new Map<string, { readonly stamp: string | undefined; readonly file: DecisionFile }>()
  return (locale, changes) => {
    const path = decisionPath(folder, locale)
    const known = written.get(locale)
    const isSame = known?.stamp !== undefined && stampOf(path) === known.stamp
    const before = isSame ? known.file : readDecisions(folder, locale, options.cwd)
    const file = changeDecisions(before, changes)
    writeReport(path, [formatDecisions(file)])
    written.set(locale, { stamp: stampOf(path), file })
    return file
  }
}
