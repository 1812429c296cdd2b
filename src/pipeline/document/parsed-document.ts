import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { BilingualDocument } from '../../model/document.ts'
import type { FormulaMacros } from '../../model/formulas.ts'
import type { MultilingualDocument } from '../../model/multilingual.ts'
import type { SizedImage } from '../../read/create-image-sizes.ts'
import type { FileState } from '../../read/files/file-state.ts'
import type { Input } from '../../read/input.ts'
import type { InputDocset } from './document-inputs.ts'
import type { XrefResult } from './document-result.ts'

/** A document in all its locales, read and checked. */
export interface ParsedDocument {
  /** Path relative to the roots. */
  readonly path: string
  /** Its locales, in the order of the roots; each locale once. */
  readonly members: readonly Member[]
  /** The locales joined; absent in a docset of one locale. */
  readonly joined?: MultilingualDocument
  readonly docset: InputDocset
  /** Findings of `check` in one of its locales and in the files that it includes, without those of the checks across documents. */
  findingsOf(member: Member): readonly VFileMessage[]
}

/**
 * Checks other texts of the same document as if they had been read, without recording anything.
 *
 * @param texts by input; inputs without a text keep their own.
 * @returns all messages by input, including those of reading it.
 */
export type Recheck = (texts: ReadonlyMap<Input, string>) => ReadonlyMap<Input, readonly VFileMessage[]>

/** A document in one locale. */
export interface Member {
  readonly document: BilingualDocument
  readonly input: Input
  /** Receives messages. */
  readonly file: VFile
  /** Whether a file exists inside the document's root. */
  readonly hasFile: (path: string) => boolean
  /** Whether its docset has formulas, if it says so. */
  readonly formulas?: boolean
  /** TeX macros of its docset. */
  readonly formulaMacros: FormulaMacros
  /** Returns the size of an image inside the document's root. */
  readonly imageOf: (path: string) => SizedImage
  /** State of an included file when it was read. */
  readonly stateOf: (path: string) => FileState | undefined
  /** Findings in an included file, as a document of its own. */
  readonly findingsIn: (path: string) => readonly VFileMessage[]
  /** Uids that files of its root, given by their paths, refer to. */
  readonly xrefsOf: (paths: readonly string[]) => readonly XrefResult[]
}
