import type { VFile } from 'vfile'

/** A file to read as a document. */
export interface Input {
  /** Absolute path of the folder that includes and links may reach: see {@link readInputs}. */
  readonly root: string
  /** Path relative to `root`, with `/`. */
  readonly path: string
  /** Absolute path. */
  readonly absolute: string
  /** Whether it only serves as an include and gets no page of its own. */
  readonly fragment: boolean
  /** Target locale according to the folders it is in, if they name one. */
  readonly folderLocale?: string
}

/** The inputs of a run. */
export interface Inputs {
  /** Sorted by root, then path. */
  readonly inputs: readonly Input[]
  /** Rejected or ignored files, with a message that gives the reason. */
  readonly problems: readonly VFile[]
}
