import type { VFile } from 'vfile'

/** Options of reporters. */
export interface ReportOptions {
  /** Whether to colour the output with ANSI escapes. Default: `false`. */
  readonly color?: boolean
  /** `pretty`: width of the terminal in characters. Default: lines are not broken. */
  readonly width?: number
  /** Whether to list errors only. */
  readonly quiet?: boolean
  /** Maximum number of findings to list for each rule. Default: 20. */
  readonly limit?: number
  /** Number of units for the summary. */
  readonly units?: number
  /** `github`, `codeclimate`: working folder, relative to the repository. Default: the repository. */
  readonly folder?: string | undefined
  /** `sarif`: descriptions of the rules; rules without one are described by their messages. */
  readonly rules?: readonly ReportRule[]
  /** `sarif`: version of Lockstep. */
  readonly version?: string
}

/** Description of a rule in a report. */
export interface ReportRule {
  readonly id: string
  /** What it finds, in one sentence. */
  readonly description: string
  /** Default severity of its findings. */
  readonly severity: 'error' | 'warning' | 'info'
  readonly tags: readonly string[]
  /** URL of its page. */
  readonly url?: string
  /** Why it matters and how to fix it, as Markdown. */
  readonly help?: string
}

/** Formats the messages of all files of a run; the output depends on nothing else. */
export type Reporter = (files: readonly VFile[], options?: ReportOptions) => string
