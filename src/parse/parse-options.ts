import type { BilingualDocument } from '../model/document.ts'
import type { ResolveFile } from '../model/resolve.ts'

/** How a document is read. */
export interface ParseOptions {
  /** Path of the document relative to its root, with `/`. */
  readonly path: string
  /** BCP 47 tag of the source side; `en-US` unless told. */
  readonly sourceLocale?: string
  /** BCP 47 tag of the target side where the front matter tells none; `und` unless told. */
  readonly targetLocale?: string
  /** Reads includes and code files; without it every one of them is missing. */
  readonly resolve?: ResolveFile
  /** Included documents by path, kept between the documents of a run so that each is read once. */
  readonly includes?: Map<string, BilingualDocument>
}
