/** Record of work with a runbook, as its page exports it. */
export interface RunbookLog {
  readonly type: 'runbook-log'
  /** Version of this format. */
  readonly version: 1
  /** Time of the export: ISO 8601 with the offset from UTC. */
  readonly exported: string
  /** Id of the record: logs of the same work have the same one. */
  readonly record: string
  readonly runbook: LoggedRunbook
  /** Number of the incident; empty, like all texts here, if none was entered. */
  readonly incident: string
  readonly operator: string
  readonly started: LogTime | null
  readonly outageBegan: LogTime | null
  readonly outageEnded: LogTime | null
  /** What was filled in for the placeholders of commands. */
  readonly values: readonly LogValue[]
  readonly progress: LogProgress
  /** Answers to the questions at the head. */
  readonly answers: readonly LogAnswer[]
  readonly sections: readonly LogSection[]
  readonly remarks: string
  readonly signOff: readonly LogSignOff[]
  /** Everything that was entered, in order of time: later exports of a record repeat it and add to it. */
  readonly history: readonly LogEntry[]
}

/** A change of one field. */
export interface LogEntry {
  /** Unique, so that logs can be merged. */
  readonly id: string
  /** Time of the change: ISO 8601 with the offset from UTC. */
  readonly at: string
  /** The operator at that time, else the initials used last; empty if neither was entered. */
  readonly by: string
  /** Name of the field: `incident`, `A-1/done`, `A/notApplicable`, `value/Pool FQDN`, …. */
  readonly field: string
  /** What was entered: a text, or `true` (never `false`) for a ticked box; `null` if it was removed. */
  readonly value: string | boolean | null
  /** The entered time, if it is one: ISO 8601 with the offset from UTC. */
  readonly time: string | null
  /** Whether ticking a box entered it. */
  readonly filled: boolean
}

/** A value of a placeholder. */
export interface LogValue {
  /** Name of the placeholder: `Pool FQDN`. */
  readonly name: string
  readonly value: string
}

/** Identifies the runbook and its version. */
export interface LoggedRunbook {
  /** Path of the input. */
  readonly path: string
  readonly title: string
  /** The title in the second language of a bilingual runbook; like all such texts here, absent if it is the same. */
  readonly otherTitle?: string
  /** BCP 47 tag. */
  readonly locale: string
  /** Second language of a bilingual runbook: BCP 47 tag. */
  readonly otherLocale?: string
  /** Hash of the runbook's content: equal hashes mean equal text. */
  readonly hash: string
  /** Hash of its source side: equal hashes mean equal steps, whatever the language. */
  readonly sourceHash: string
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
  /** Steps that a choice or an answer rules out. */
  readonly notTaken: number
  readonly open: number
  readonly total: number
}

/** The answer to a question on which several steps depend. */
export interface LogAnswer {
  /** Name of the question: `Q1`. */
  readonly id: string
  /** The condition. */
  readonly question: string
  /** The condition in the second language. */
  readonly otherQuestion?: string
  /** Whether the condition holds; `null` if it was not answered. */
  readonly answer: 'yes' | 'no' | null
}

/** A section with its steps. */
export interface LogSection {
  readonly letter: string
  readonly title: string
  /** The title in the second language. */
  readonly otherTitle?: string
  /** Whether all of it is not applicable. */
  readonly notApplicable: boolean
  /** Time that the section took, as it was entered. */
  readonly taken: string
  readonly steps: readonly LogStep[]
}

/** A step or check item. */
export interface LogStep {
  /** Name, unique in the runbook: `A-3.1`. */
  readonly ref: string
  /** The situation of a check item; empty for a step. */
  readonly situation: string
  /** The situation in the second language. */
  readonly otherSituation?: string
  /** Text of the step, or the expected state of the check item. */
  readonly text: string
  /** The text in the second language. */
  readonly otherText?: string
  /**
   * A step that a jump skips is not applicable; one that a choice or an answer rules out is not taken. Both also hold
   * for its sub-steps.
   */
  readonly status: 'done' | 'notApplicable' | 'notTaken' | 'open'
  /** Whether the step’s jump to a later step was taken. */
  readonly jumped: boolean
  /** What was observed. */
  readonly observed: string
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
