import { resolve } from 'node:path'
import { type DecidedText, decidedTexts } from '../../review/decisions/decided-texts.ts'
import { changeDecisions, type DecisionChanges } from '../../review/decisions/merge-decisions.ts'
import { withDecisions } from '../../review/decisions/with-decisions.ts'
import { scanDocument } from '../../review/scan/scan-document.ts'
import type { Decision, DecisionFile } from '../../review/types/decisions.ts'
import type { Review } from '../../review/types/review.ts'
import { memoize } from '../../util/memoize.ts'
import { readDecisions, updateDecisions, type WrittenDecisions } from './decision-files.ts'
import type { Snapshots } from './open-snapshots.ts'
import type { ReviewOptions } from './review-options.ts'

const FOLDER = 'reviews'

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
  return { review: withDecisions(review, decisions, createFinder(snapshots)), decisions }
}

/** Returns a function that finds the text of a decision in the new version; `undefined` if it has lapsed. */
function createFinder({ head }: Snapshots): (decision: Decision) => DecidedText | undefined {
  const files = new Map(head.files.map((file) => [file.path, file]))
  const textsOf = memoize((path: string) => {
    const file = files.get(path)
    const text = file && head.read([file])[0]?.text
    return decidedTexts(path, text === undefined ? undefined : scanDocument(text))
  })
  return (decision) => textsOf(decision.path)(decision)
}

/**
 * Makes a reviewer's changes to the file of decisions of a locale.
 *
 * @throws {UserError} if it cannot be read or written.
 */
export function changeDecisionFile(
  locale: string,
  changes: DecisionChanges,
  options: Pick<ReviewOptions, 'decisions'> & { readonly cwd: string },
  written: WrittenDecisions,
): DecisionFile {
  const change = (file: DecisionFile) => changeDecisions(file, changes)
  return updateDecisions(decisionFolder(options), locale, options.cwd, change, written)
}
