import { hashOf } from '../../util/data/hash-of.ts'
import type { DocumentResult } from '../document/document-result.ts'

/** Hashes what other documents may depend on: anchors, URLs of links, includes and the texts of titles, wherever these stand. */
export function interfaceHash({ members }: Pick<DocumentResult, 'members'>): string {
  const interfaces = members.map(({ document }) => {
    if (!document) return null
    const { anchors, links, includes, title } = document.summary
    return [
      anchors,
      links.map(({ type, url, side, unit, include }) => [type, url, side, unit, include]),
      includes,
      title ? [title.source, title.target] : null,
    ]
  })
  return hashOf(JSON.stringify(interfaces)).slice(0, 16)
}
