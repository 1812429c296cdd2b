import { withKeys } from '../decisions/unit-keys.ts'
import { joinUnits } from '../join/join-units.ts'
import type { ScannedDocument } from '../scan/scanned-document.ts'
import type { DocumentJoin, DocumentReview } from '../types/document-review.ts'
import { documentFacts } from './document-facts.ts'
import { reviewUnits } from './review-units.ts'

/** A document to review: one version of it is missing if it was added or removed. */
export interface DocumentPair {
  readonly path: string
  readonly oldPath: string | null
  readonly locale: string
  readonly join: DocumentJoin
  readonly old?: ScannedDocument
  readonly current?: ScannedDocument
}

const EMPTY: Pick<ScannedDocument, 'units' | 'literals'> = { units: [], literals: [''] }

/** Compares two versions of a document, unit by unit. */
export function reviewDocument({ old, current, ...pair }: DocumentPair): DocumentReview {
  const joined = joinUnits(old ?? EMPTY, current ?? EMPTY)
  const units = withKeys(pair.path, reviewUnits(old, current, joined), { old, current })
  const facts = documentFacts({ old, current, join: pair.join, units })
  return { ...pair, facts, units }
}
