import type { BilingualDocument } from '../model/document.ts'
import type { ResolveFile } from '../model/resolve.ts'
import type { ResolveXref } from '../model/xref.ts'
import type { MarkdownParser } from './markdown/parse-markdown.ts'
import type { ParsedBody } from './parsed-body.ts'

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
  /** Finds what uids stand for; without it none is known, and its reference shows what the uid tells. */
  readonly xrefs?: ResolveXref
  /** Included documents by path, kept between the documents of a run so that each is read once. */
  readonly includes?: Map<string, BilingualDocument>
  /**
   * What was parsed of documents by path, to be used again for the same document in other locales: where the text between the units and
   * the source texts are equal, it is not parsed again.
   */
  readonly bodies?: Map<string, ParsedBody>
  /** Which Markdown parser: a native one where it can be used and gives the same tree (unless told), or remark always. */
  readonly parser?: MarkdownParser
}
