import { hashOf } from '../../util/data/hash-of.ts'
import type { DocumentResult } from '../document/document-result.ts'

/** Hashes what other documents may depend on: anchors, includes and titles. */
export function interfaceHash({ members }: Pick<DocumentResult, 'members'>): string {
  const interfaces = members.map(({ document }) =>
    document ? [document.summary.anchors, document.summary.includes, document.summary.title ?? null] : null,
  )
  return hashOf(JSON.stringify(interfaces)).slice(0, 16)
}
