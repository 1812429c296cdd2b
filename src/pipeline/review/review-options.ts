import type { DecisionChanges } from '../../review/decisions/merge-decisions.ts'
import type { DecisionFile } from '../../review/types/decisions.ts'
import type { Band, Review } from '../../review/types/review.ts'
import type { ReviewPage } from '../../review/types/review-page.ts'
import type { CheckOptions, ShardsOptions } from '../options.ts'

/** Options of a review. */
export interface ReviewOptions extends Omit<CheckOptions, 'inputs' | 'cache' | 'onStage'>, ShardsOptions {
  /** The old version: a folder, or a revision of the repository that `cwd` is in. */
  readonly base: string
  /** The new version, of the same kind. */
  readonly head: string
  /** Whether to compare with the commit where `head` left `base` (`BASE...HEAD`). Default: `false`. */
  readonly fromFork?: boolean
  /** Globs of documents to review, relative to the folder or to `cwd`. Default: all. */
  readonly globs?: readonly string[]
  /** BCP 47 tags of the target locales to review. Default: all. */
  readonly locales?: readonly string[]
  /** Whether to check changed units on both sides, and report findings that only one side has. Default: `true`. */
  readonly findings?: boolean
  /** Shares of a word's price by band of effort; bands that are left out have their default. */
  readonly weights?: Readonly<Partial<Record<Band, number>>>
  /** Folder of the files of decisions, one for each locale, relative to `cwd`. Default: `reviews`. */
  readonly decisions?: string
  /** Whether to render the documents for the HTML report. Default: `false`. */
  readonly page?: boolean
  /** Templates folder whose `review/` and `assets/` replace style sheets and scripts of the HTML report. */
  readonly templates?: string
  /** BCP 47 tag of the language of reports. Default: the target locale if there is one only, else English. */
  readonly language?: string
  /** Folder with labels that replace the built-in ones, key by key. */
  readonly labels?: string
}

/** Result of a review. */
export interface ReviewResult {
  /** What the HTML report needs; absent without the option `page`. */
  readonly page?: ReviewPage
  readonly review: Review
  /** Absolute path of the folder that the paths of documents are relative to. */
  readonly folder: string
  /** The decisions of each locale of the review, with those that are on no unit of it. */
  readonly decisions: readonly DecisionFile[]
  /** Hash of the absolute path of the folder of decisions. */
  readonly project: string
  /** Returns a label in the language of reports. */
  readonly label: (key: string, values?: Record<string, unknown>) => string
  /**
   * Writes a report to a file, relative to `cwd`.
   *
   * @throws {UserError} if it cannot be written.
   */
  readonly write: (path: string, report: Iterable<string>) => void
  /**
   * Reads the decisions again, and adds them to the review.
   *
   * @throws {UserError} if a file cannot be read.
   */
  readonly decide: () => Pick<ReviewResult, 'review' | 'decisions'>
  /**
   * Changes the file of decisions of a locale, as it is now.
   *
   * @throws {UserError} if it cannot be read or written.
   */
  readonly change: (locale: string, changes: DecisionChanges) => DecisionFile
}
