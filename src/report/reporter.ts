import type { VFile } from 'vfile'

/** What a reporter may know beyond the messages. */
export interface ReportOptions {
  /** Whether to colour the output with ANSI escapes; `false` unless told. */
  readonly color?: boolean
  /** `pretty`: width of the terminal in characters; lines are not broken unless told. */
  readonly width?: number
  /** Whether to list errors only. */
  readonly quiet?: boolean
  /** How many findings of each rule to list one by one; 20 unless told. */
  readonly limit?: number
  /** Number of units read, for the summary. */
  readonly units?: number
  /** `sarif`: what there is to know of the rules; of others only what their messages tell is known. */
  readonly rules?: readonly ReportRule[]
  /** `sarif`: version of Lockstep. */
  readonly version?: string
}

/** What a report tells of a rule. */
export interface ReportRule {
  readonly id: string
  /** What it finds, one sentence. */
  readonly description: string
  /** How bad its findings are unless the configuration says otherwise. */
  readonly severity: 'error' | 'warning' | 'info'
  readonly tags: readonly string[]
  /** Address of its page. */
  readonly url?: string
  /** Why it matters and what to do, as Markdown. */
  readonly help?: string
}

/** Makes text of the messages of all files of a run; the same files give the same text. */
export type Reporter = (files: readonly VFile[], options?: ReportOptions) => string
