import type { VFile } from 'vfile'
import type { BuildOptions } from '../options.ts'

/** How documents are served while they are written. */
export interface DevOptions extends Omit<BuildOptions, 'out' | 'cache' | 'pdf' | 'book' | 'onProgress'> {
  /** Absolute paths of files that decide the options: a change of one is told as `settings`. */
  readonly watched?: readonly string[]
  /** Called after each change. */
  readonly onChange: (change: DevChange) => void
}

/** Something has changed. */
export interface DevChange {
  /**
   * - `content`: what is at some paths is another;
   * - `findings`: what was found in documents is another, or known now;
   * - `settings`: a file that decides the options has changed.
   */
  readonly type: 'content' | 'findings' | 'settings'
  /** Whether it concerns what is at a path. */
  readonly concerns: (path: string) => boolean
}

/** A file that is served. */
export interface DevFile {
  readonly content: string | Uint8Array
}

/** What was found in the document behind a path. */
export interface DevFindings {
  /** The inputs with their messages; none where no document is behind the path. */
  readonly files: readonly VFile[]
  /** Whether the checks across documents have run since the last change. */
  readonly isComplete: boolean
}

/** A docset that is rendered on demand, in memory. */
export interface DevSession {
  /**
   * What a build would write at a path (relative to the output folder, with `/`), made when it is asked for; `undefined` where there would
   * be nothing.
   */
  get(path: string): Promise<DevFile | undefined>
  findings(path: string): DevFindings
  /** Number of documents. */
  size(): number
  /** Ends watching. */
  close(): Promise<void>
}
