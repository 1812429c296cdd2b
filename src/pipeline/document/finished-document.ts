import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { CachedDocument } from '../cache/cached-documents.ts'
import type { DocumentInputs } from './document-inputs.ts'
import type { DocumentResult } from './document-result.ts'

/** What came of one document. */
export interface FinishedDocument {
  readonly group: DocumentInputs
  readonly result: DocumentResult
  /** Where nothing had changed. */
  readonly cached?: CachedDocument
  /** One for each input. */
  readonly files: readonly VFile[]
}

/** A document of a run that has ended. */
export interface CheckedDocument extends FinishedDocument {
  /** For each file, the messages that it had before the checks across documents. */
  readonly own: readonly ReadonlySet<VFileMessage>[]
  /** For each file, the messages that these checks have added. */
  readonly later: readonly ReadonlySet<VFileMessage>[]
}
