import type { VFile } from 'vfile'

/** What a reporter may know beyond the messages. */
export interface ReportOptions {
  /** Whether to colour the output with ANSI escapes; `false` unless told. */
  readonly color?: boolean
  /** Whether to list errors only. */
  readonly quiet?: boolean
  /** How many findings of each rule to list one by one; 20 unless told. */
  readonly limit?: number
  /** Number of units read, for the summary. */
  readonly units?: number
}

/** Makes text of the messages of all files of a run; the same files give the same text. */
export type Reporter = (files: readonly VFile[], options?: ReportOptions) => string
