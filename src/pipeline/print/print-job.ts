import type { VFile } from 'vfile'
import type { Input } from '../../read/input.ts'

/** A written page to print. */
export interface PrintJob {
  /** Path of the HTML relative to the output folder. */
  readonly path: string
  /** Locale of the page. */
  readonly locale: string
  /** Receives messages about the page. */
  readonly file: VFile
  /** The documents on the page. */
  readonly documents: readonly PrintedDocument[]
}

/** A document on a printed page. */
export interface PrintedDocument {
  readonly input: Input
  /** Receives messages about the document. */
  readonly file: VFile
}
