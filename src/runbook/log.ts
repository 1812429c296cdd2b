/** What was done with a runbook, as its page exports it. */
export interface RunbookLog {
  readonly type: 'runbook-log'
  /** Version of this format. */
  readonly version: 1
  /** When it was exported: ISO 8601 with the offset from UTC. */
  readonly exported: string
  readonly runbook: LoggedRunbook
  /** Number of the incident; empty where none was entered, as all texts here. */
  readonly incident: string
  readonly operator: string
  readonly started: LogTime | null
  readonly progress: LogProgress
  readonly sections: readonly LogSection[]
  readonly remarks: string
  readonly signOff: readonly LogSignOff[]
}

/** Which runbook it was, and which version of it. */
export interface LoggedRunbook {
  /** Path of the input. */
  readonly path: string
  readonly title: string
  /** BCP 47 tag. */
  readonly locale: string
  /** Hash of what the runbook says: the same hash is the same text. */
  readonly hash: string
  /** What its header tells of the document, by name: `documentId`, `sourceDate`, `sourceCommit`, …. */
  readonly facts: Readonly<Record<string, string>>
}

/** A time as it was entered. */
export interface LogTime {
  /** As the page shows it. */
  readonly text: string
  /** ISO 8601 with the offset from UTC; `null` where what was typed is no time of day. */
  readonly at: string | null
}

/** Numbers of steps; the first three make up the last. */
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
  /** Name that is unique in the runbook: `A-3.1`. */
  readonly ref: string
  /** The situation of a check item; empty for a step. */
  readonly situation: string
  /** What to do, or what is expected. */
  readonly text: string
  /** A step below one that is not applicable is not either. */
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
