import type { DocumentReview } from '../types/document-review.ts'
import type { ReviewCounts } from '../types/review.ts'
import type { Headline } from '../types/unit-review.ts'

/** Headlines in the order of reports. */
export const HEADLINES: readonly Headline[] = [
  'untranslated',
  'stale',
  'source-changed',
  'source-changed+retranslated',
  'new',
  'split',
  'merged',
  'retranslated',
  'moved',
  'markup-only',
  'whitespace-only',
  'removed',
  'unchanged',
]

/**
 * Counts documents and units.
 *
 * @param total number of documents of the new version.
 * @param equal number of documents with equal bytes under the same path, which are not in the list.
 */
export function countReview(
  documents: readonly DocumentReview[],
  {
    total,
    equal,
    hasFindings,
  }: { readonly total: number; readonly equal: number; readonly hasFindings: boolean },
): ReviewCounts {
  const units = Object.fromEntries(HEADLINES.map((headline) => [headline, 0])) as Record<Headline, number>
  const findings = { added: 0, solved: 0 }
  const kinds = { added: 0, removed: 0, moved: 0 }
  for (const { facts, units: own } of documents) {
    for (const kind of ['added', 'removed', 'moved'] as const) if (facts.includes(kind)) kinds[kind]++
    for (const { headline, findings: both } of own) {
      units[headline]++
      findings.added += both?.added.length ?? 0
      findings.solved += both?.solved.length ?? 0
    }
  }
  const changed = documents.length - kinds.added - kinds.removed
  return {
    documents: { total, equal, changed, ...kinds },
    units,
    ...(hasFindings && { findings }),
  }
}
