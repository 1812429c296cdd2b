import type { VFile } from 'vfile'

/** A file to read as a document. */
export interface Input {
  /** Absolute path of the folder that includes and links may reach: see {@link readInputs}. */
  readonly root: string
  /** Path relative to `root`, with `/`. */
  readonly path: string
  /** Absolute path. */
  readonly absolute: string
  /** Whether it is only there to be included by others: it gets no page of its own. */
  readonly fragment: boolean
  /** Target locale that the folders it lies in tell, if they do. */
  readonly folderLocale?: string
}

/** What was found. */
export interface Inputs {
  /** Sorted by root, then path. */
  readonly inputs: readonly Input[]
  /** Files that were refused or ignored, with a message that says why. */
  readonly problems: readonly VFile[]
}
