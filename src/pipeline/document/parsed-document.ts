import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { BilingualDocument } from '../../model/document.ts'
import type { MultilingualDocument } from '../../model/multilingual.ts'
import type { FileState } from '../../read/files/file-state.ts'
import type { Input } from '../../read/input.ts'
import type { InputDocset } from './document-inputs.ts'
import type { XrefResult } from './document-result.ts'

/** A document that was read and checked, in all its locales. */
export interface ParsedDocument {
  /** Path relative to the roots. */
  readonly path: string
  /** Its locales, in the order of the roots; each locale once. */
  readonly members: readonly Member[]
  /** The locales joined; absent in a docset of one locale. */
  readonly joined?: MultilingualDocument
  readonly docset: InputDocset
}

/**
 * Checks other texts of the same document, as if they had been read: nothing is noted of that.
 *
 * @param texts by input; an input that is not named keeps its own.
 * @returns what is found in each input that is asked about, with what was found when it was read.
 */
export type Recheck = (texts: ReadonlyMap<Input, string>) => ReadonlyMap<Input, readonly VFileMessage[]>

/** A document in one locale. */
export interface Member {
  readonly document: BilingualDocument
  readonly input: Input
  /** Takes messages. */
  readonly file: VFile
  /** Whether a file exists inside the document's root. */
  readonly hasFile: (path: string) => boolean
  /** What an included file was like when it was read. */
  readonly stateOf: (path: string) => FileState | undefined
  /** What files of its root have asked about uids, by their paths. */
  readonly xrefsOf: (paths: readonly string[]) => readonly XrefResult[]
}
