import type { Review } from '../../review/types/review.ts'
import { reviewCsv } from './csv.ts'
import { reviewGithub } from './github.ts'
import { reviewHtml } from './html/html.ts'
import { reviewJson } from './json.ts'
import { reviewMarkdown } from './markdown.ts'
import type { ReviewReport, ReviewReportOptions } from './options.ts'
import { reviewPretty } from './pretty.ts'

/** Reports of a review by format. */
export const reviewFormats = {
  pretty: reviewPretty,
  json: reviewJson,
  csv: reviewCsv,
  markdown: reviewMarkdown,
  github: reviewGithub,
  html: reviewHtml,
} as const satisfies Readonly<Record<string, (review: Review, options: ReviewReportOptions) => ReviewReport>>
