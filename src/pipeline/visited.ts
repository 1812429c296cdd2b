import type { VFile } from 'vfile'
import type { BilingualDocument } from '../model/document.ts'
import type { MultilingualDocument } from '../model/multilingual.ts'
import type { FileState } from '../read/file-state.ts'
import type { Input } from '../read/input.ts'
import type { InputDocset } from './group-inputs.ts'
import type { XrefResult } from './group-result.ts'

/** A document that was read and checked, in all its locales. */
export interface Visited {
  /** Path relative to the roots. */
  readonly path: string
  /** Its locales, in the order of the roots; each locale once. */
  readonly members: readonly Member[]
  /** The locales joined; absent in a docset of one locale. */
  readonly joined?: MultilingualDocument
  readonly docset: InputDocset
}

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
