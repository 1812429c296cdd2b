import type { DecisionFile } from './decisions.ts'

/**
 * A block of a rendered document in both languages, as HTML of sanitized trees; `data-u` is the number of a unit among
 * the changed ones of its document.
 */
export type RenderedRow = readonly [source: string, target: string]

/** Changed units and rendered rows of documents, several to a chunk. */
export interface PackedDocuments {
  /** Raw DEFLATE of JSON: lists of packed documents. */
  readonly chunks: readonly Uint8Array[]
  /** Where documents are, by index in the review: number of the chunk, and index in its list. Documents without changed units are nowhere. */
  readonly places: ReadonlyMap<number, { readonly chunk: number; readonly at: number }>
}

/** What the page needs to know about the server that takes its decisions. */
interface ReviewServer {
  /** What requests carry. */
  readonly token: string
  /** Hash of the folder of decisions: servers of other projects have the same address at other times. */
  readonly project: string
  /** The reviewer's name, if it is known. */
  readonly reviewer?: string
}

/** What the page of a review needs besides the review. */
export interface ReviewPage {
  /** Style sheet. */
  readonly style: string
  /** Script that sets the theme before anything is shown. */
  readonly theme: string
  /** Script of the page. */
  readonly script: string
  /** BCP 47 tag of the language of labels. */
  readonly language: string
  /** Returns the direction of a locale. */
  readonly directionOf: (locale: string) => 'ltr' | 'rtl'
  /** Changed units and rendered rows of the documents. */
  readonly documents: PackedDocuments
  /** Files of decisions, whole, so that an export loses nothing. */
  readonly decisions: readonly DecisionFile[]
  /** Present if a server takes decisions. */
  readonly server?: ReviewServer
}
