import type { Review } from '../../review/types/review.ts'
import { toJson } from '../text/words.ts'
import type { ReviewReport } from './options.ts'

/** Writes a review as JSON, a document, an item or a group per line. */
export function* reviewJson(review: Review): ReviewReport {
  const { documents, items, groups, ...rest } = review
  yield `${toJson(rest).slice(0, -1)},\n`
  yield* list('documents', documents)
  yield ',\n'
  yield* list('items', items)
  yield ',\n'
  yield* list('groups', groups)
  yield '}\n'
}

function* list(name: string, values: readonly unknown[]): ReviewReport {
  yield `"${name}":[`
  for (const [at, value] of values.entries()) yield `${at === 0 ? '\n' : ',\n'}${toJson(value)}`
  yield '\n]'
}
