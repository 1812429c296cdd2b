import type { VFile } from 'vfile'
import type { BuildOptions } from '../options.ts'

/** Options of a session that serves documents while people edit them. */
export interface DevOptions extends Omit<BuildOptions, 'out' | 'cache' | 'pdf' | 'book' | 'onProgress'> {
  /** Absolute paths of files that decide the options: a change to one is reported as `settings`. */
  readonly watched?: readonly string[]
  /** Called after templates, labels or files of the site have changed: with the reason if they are unusable and the earlier ones stay, else with `undefined`. */
  readonly onProblem?: (reason: string | undefined) => void
  /** Called after each change. */
  readonly onChange: (change: DevChange) => void
}

/** A change to the served docset. */
export interface DevChange {
  /**
   * - `content`: the content of some paths has changed;
   * - `findings`: findings have changed or become known;
   * - `settings`: a file that decides the options has changed.
   */
  readonly type: 'content' | 'findings' | 'settings'
  /** Whether the change concerns a path. */
  readonly concerns: (path: string) => boolean
}

/** A served file. */
export interface DevFile {
  readonly content: string | Uint8Array
}

/** Findings in the document of a path. */
export interface DevFindings {
  /** The inputs with their messages; empty if no document has the path. */
  readonly files: readonly VFile[]
  /** Whether the checks across documents have run since the last change. */
  readonly isComplete: boolean
}

/** A docset that is rendered in memory, on demand. */
export interface DevSession {
  /**
   * Makes the file that a build would write at a path (relative to the output folder, with `/`); `undefined`
   * if it would write none.
   */
  get(path: string): Promise<DevFile | undefined>
  findings(path: string): DevFindings
  /** Number of documents. */
  size(): number
  /** Stops watching. */
  close(): Promise<void>
}
