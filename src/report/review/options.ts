import type { ReviewPage } from '../../review/types/review-page.ts'

/** Options of reports of a review. */
export interface ReviewReportOptions {
  /** Returns a label of the section `review` in the reviewer's language. */
  readonly label: (key: string, values?: Record<string, unknown>) => string
  /** Whether the text is shown in colour. */
  readonly color?: boolean
  /** `github`: working folder, relative to the repository. Default: the repository. */
  readonly folder?: string | undefined
  /** What the page needs; only `html` uses it. */
  readonly page?: ReviewPage | undefined
}

/** A report of a review, in pieces that follow each other: a docset's can be longer than a string may be. */
export type ReviewReport = Iterable<string>
