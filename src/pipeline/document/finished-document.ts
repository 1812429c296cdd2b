import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { CachedDocument } from '../cache/cached-documents.ts'
import type { DocumentInputs } from './document-inputs.ts'
import type { DocumentResult } from './document-result.ts'

/** Result of one document. */
export interface FinishedDocument {
  readonly group: DocumentInputs
  readonly result: DocumentResult
  /** Set if the result comes from the cache. */
  readonly cached?: CachedDocument
  /** One for each input. */
  readonly files: readonly VFile[]
}

/** A document of a finished run. If no cache stores it, its result has only what the checks across documents need. */
export interface CheckedDocument extends FinishedDocument {
  /** For each file, its messages before the checks across documents; empty if no cache stores them. */
  readonly own: readonly ReadonlySet<VFileMessage>[]
  /** For each file, the messages that these checks added; empty likewise. */
  readonly later: readonly ReadonlySet<VFileMessage>[]
}
