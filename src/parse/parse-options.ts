import type { BilingualDocument } from '../model/document.ts'
import type { ResolveFile } from '../model/resolve.ts'
import type { ResolveXref } from '../model/xref.ts'
import type { MarkdownParser } from './markdown/parse-markdown.ts'
import type { ParsedBody } from './parsed-body.ts'

/** Options of {@link parseDocument}. */
export interface ParseOptions {
  /** Path of the document relative to its root, with `/`. */
  readonly path: string
  /** BCP 47 tag of the source side. Default: `en-US`. */
  readonly sourceLocale?: string
  /** BCP 47 tag of the target side if the front matter has none. Default: `und`. */
  readonly targetLocale?: string
  /** Reads includes and code files. Without it, all of them are missing. */
  readonly resolve?: ResolveFile
  /** Resolves uids. Without it, references show a name derived from the uid. */
  readonly xrefs?: ResolveXref
  /** Included documents by {@link includeName}, shared between the documents of a run so that each is read once. */
  readonly includes?: Map<string, BilingualDocument>
  /**
   * Parsed bodies by path, shared between the locales of a document: if the text between the units and the source texts are equal, the body
   * is not parsed again.
   */
  readonly bodies?: Map<string, ParsedBody>
  /**
   * Whether to parse a side in full if its segments reach beyond their edges; pages need that, rules do not. Default: `true`.
   */
  readonly full?: boolean
  /** Whether documents have formulas (`$…$`). Default: those that contain one with a TeX command. */
  readonly formulas?: boolean
  /** Markdown parser. Default: `native`, which falls back to remark if the binary is not installed or its tree may differ. */
  readonly parser?: MarkdownParser
}

/** Name of an included document: whether it has formulas can depend on the including document. */
export function includeName(path: string, { formulas }: Pick<ParseOptions, 'formulas'>): string {
  return `${formulas ?? 'own'} ${path}`
}
