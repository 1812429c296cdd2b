import type { VFile } from 'vfile'
import type { Input } from '../../read/input.ts'

/** A page that was written and is to be printed. */
export interface PrintJob {
  /** Path of the HTML relative to the output folder. */
  readonly path: string
  /** Locale of the page. */
  readonly locale: string
  /** Takes messages about the page. */
  readonly file: VFile
  /** The documents that it shows. */
  readonly documents: readonly PrintedDocument[]
}

/** A document that is printed. */
export interface PrintedDocument {
  readonly input: Input
  /** Takes messages about the document. */
  readonly file: VFile
}
