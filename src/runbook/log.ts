/** Record of work with a runbook, as its page exports it. */
export interface RunbookLog {
  readonly type: 'runbook-log'
  /** Version of this format. */
  readonly version: 1
  /** Time of the export: ISO 8601 with the offset from UTC. */
  readonly exported: string
  readonly runbook: LoggedRunbook
  /** Number of the incident; empty, like all texts here, if none was entered. */
  readonly incident: string
  readonly operator: string
  readonly started: LogTime | null
  readonly progress: LogProgress
  readonly sections: readonly LogSection[]
  readonly remarks: string
  readonly signOff: readonly LogSignOff[]
}

/** Identifies the runbook and its version. */
export interface LoggedRunbook {
  /** Path of the input. */
  readonly path: string
  readonly title: string
  /** BCP 47 tag. */
  readonly locale: string
  /** Hash of the runbook's content: equal hashes mean equal text. */
  readonly hash: string
  /**
   * Facts about the document in the runbook's header, by name: `documentId`, `sourceDate`, `sourceCommit`, ….
   */
  readonly facts: Readonly<Record<string, string>>
}

/** A time as it was entered. */
export interface LogTime {
  /** As the page shows it. */
  readonly text: string
  /** ISO 8601 with the offset from UTC; `null` if the entered text is not a time of day. */
  readonly at: string | null
}

/** Numbers of steps; `total` is the sum of the others. */
export interface LogProgress {
  readonly done: number
  readonly notApplicable: number
  readonly open: number
  readonly total: number
}

/** A section with its steps. */
export interface LogSection {
  readonly letter: string
  readonly title: string
  readonly steps: readonly LogStep[]
}

/** A step or check item. */
export interface LogStep {
  /** Name, unique in the runbook: `A-3.1`. */
  readonly ref: string
  /** The situation of a check item; empty for a step. */
  readonly situation: string
  /** Text of the step, or the expected state of the check item. */
  readonly text: string
  /** Sub-steps of a step that is not applicable are not applicable either. */
  readonly status: 'done' | 'notApplicable' | 'open'
  readonly initials: string
  readonly time: LogTime | null
}

/** A line of the sign-off. */
export interface LogSignOff {
  readonly role: 'performedBy' | 'checkedBy'
  readonly name: string
  readonly signature: string
  readonly time: LogTime | null
}
