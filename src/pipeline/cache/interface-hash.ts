import { hashOf } from '../../util/hash-of.ts'
import type { DocumentResult } from '../document/document-result.ts'

/** A hash of what other documents may depend on: its anchors and what it includes. */
export function interfaceHash({ members }: Pick<DocumentResult, 'members'>): string {
  const faces = members.map(({ document }) =>
    document ? [document.summary.anchors, document.summary.includes] : null,
  )
  return hashOf(JSON.stringify(faces)).slice(0, 16)
}
