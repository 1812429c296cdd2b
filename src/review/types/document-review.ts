import type { UnitReview } from './unit-review.ts'

/** What is true of a document as a whole. */
export type DocumentFact =
  /** It has no partner in the old version. */
  | 'added'
  /** It has no partner in the new version. */
  | 'removed'
  /** Its partner has another path. */
  | 'moved'
  /** `ms.translationtype` went from human (`HT`) to machine (`MT`), or back. */
  | 'human-to-machine'
  | 'machine-to-human'
  /** `ms.lasthandoff` is earlier than before. */
  | 'handed-off-back'
  /** Nothing but ids and the hand-off's front matter (`ms.*`) changed. */
  | 'ids-only'
  /** Units and the text between them are the same; front matter other than `ms.*` changed. */
  | 'front-matter-only'
  /** All units are the same; the text between them changed. */
  | 'skeleton-only'
  /** Only targets changed. */
  | 'targets-only'

/** How the two versions of a document were found to be the same document. */
export type DocumentJoin =
  | { readonly method: 'path' | 'source-hash' }
  /** By the share of distinctive source sentences that both have in common. */
  | { readonly method: 'sentences'; readonly share: number }
  | { readonly method: 'none' }

/** One document in both versions. Documents with equal bytes under the same path are not among them. */
export interface DocumentReview {
  /** Path of the new version, or of the old one if it was removed; relative to the compared folder or revision, with `/`. */
  readonly path: string
  /** Path of the old version; `null` if the document was added. */
  readonly oldPath: string | null
  /** BCP 47 tag of the target side. */
  readonly locale: string
  readonly join: DocumentJoin
  readonly facts: readonly DocumentFact[]
  /** All units in the order of the new document, unchanged ones included; removed ones after the unit that they followed. */
  readonly units: readonly UnitReview[]
  /** Why the document could not be read or compared; absent if it could. */
  readonly problem?: string
}
