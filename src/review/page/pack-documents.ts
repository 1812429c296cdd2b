import { deflateRawSync } from 'node:zlib'
import type { DocumentReview } from '../types/document-review.ts'
import type { PackedDocuments, RenderedRow } from '../types/review-page.ts'
import { packDocument } from './pack-document.ts'

/** Characters of JSON that the documents of a chunk have together, at least. */
const CHUNK = 100_000

/** Packs documents one by one, so that only their compressed form stays in memory. */
export interface DocumentPacker {
  /** Adds a document by its index in the review. */
  add(index: number, review: DocumentReview, rows: readonly RenderedRow[]): void
  /** What was added. */
  finish(): PackedDocuments
}

/** Makes a packer. */
export function createDocumentPacker(): DocumentPacker {
  const chunks: Uint8Array[] = []
  const places = new Map<number, { readonly chunk: number; readonly at: number }>()
  let open: string[] = []
  let length = 0
  const close = () => {
    if (open.length > 0) chunks.push(deflateRawSync(`[${open.join(',')}]`, { level: 9 }))
    open = []
    length = 0
  }
  return {
    add(index, review, rows) {
      const packed = packDocument(review, rows)
      if (packed.units.length === 0) return
      places.set(index, { chunk: chunks.length, at: open.length })
      const json = JSON.stringify(packed)
      open.push(json)
      length += json.length
      if (length >= CHUNK) close()
    },
    finish() {
      close()
      return { chunks, places }
    },
  }
}
