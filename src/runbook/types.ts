import type { ElementContent } from 'hast'

/** Part of the skeleton: hast nodes in which units are slots, so that any locale can fill it. */
export type RunbookContent = readonly ElementContent[]

/** What an operator holds during an event: the same for every locale. Pure data. */
export interface Runbook {
  readonly type: 'runbook'
  /** Version of this format. */
  readonly version: 1
  /** What the document says before its first section. */
  readonly context: RunbookContent
  /** What it says there of what is needed before. */
  readonly prerequisites: RunbookContent
  /** What to work through, in this order. */
  readonly sections: readonly RunbookSection[]
}

/** A part of a runbook under a heading of its own. */
export type RunbookSection = StageSection | ProcedureSection | ContextSection

/** What holds at one stage of an event: one check item per situation. */
export interface StageSection {
  readonly type: 'stage'
  /** Letter that is unique in the runbook: `A`, `B`, …, `Z`, `AA`, …. */
  readonly letter: string
  /** When, seen from the event. */
  readonly phase: 'before' | 'during' | 'until' | 'after' | 'numbered' | 'condition'
  /** Name of the stage: its column header. */
  readonly title: RunbookContent
  /** What each table says of this stage, in document order. */
  readonly groups: readonly StageGroup[]
}

/** What one table says of one stage. */
export interface StageGroup {
  /** Index of the table in the document's tables. */
  readonly table: number
  /** Column of the table's grid that the stage is. */
  readonly column: number
  /** Headings that the table stands under, outermost first, the document's title left out. */
  readonly headings: readonly RunbookHeading[]
  /** Header of the first column: what the situations are. */
  readonly situationHeader: RunbookContent
  /** Text and notes that introduce the table; for every stage but the table's first only the notes. */
  readonly context: RunbookContent
  readonly items: readonly CheckItem[]
  /** Text and notes that follow the table; for every stage but the table's last only the notes. */
  readonly after: RunbookContent
}

/** A situation and what is expected in it. */
export interface CheckItem {
  /** Unique in its section: `1`, `2`, …. */
  readonly number: string
  /** Header of the group of rows that the item stands in, on the first item of the group. */
  readonly band?: RunbookContent
  readonly situation: RunbookContent
  /** Sentences that begin with a condition stand in a `span` with `dataMark`. */
  readonly expected: RunbookContent
  /** Whether it holds under conditions only, so that it may not apply. */
  readonly conditional: boolean
  /** What the columns that are no stages say. */
  readonly fields: readonly StepField[]
}

/** Steps to take in order. */
export interface ProcedureSection {
  readonly type: 'procedure'
  /** Letter that is unique in the runbook. */
  readonly letter: string
  /** What the procedure does: its heading; empty where there is none. */
  readonly title: RunbookContent
  /** Id of the title's heading, where it has one. */
  readonly id?: string
  /** Headings above the title, outermost first, the document's title left out. */
  readonly headings: readonly RunbookHeading[]
  /** Text, notes and tables before the steps. */
  readonly context: RunbookContent
  /** What is said there of what is needed before. */
  readonly prerequisites: RunbookContent
  readonly steps: readonly Step[]
  /** Text, notes and tables after the steps. */
  readonly after: RunbookContent
}

/** What has to be known beside the steps. */
export interface ContextSection {
  readonly type: 'context'
  /** `prerequisites`: what is needed before, such as permissions; `results`: how to tell that the work has succeeded. */
  readonly role: 'prerequisites' | 'results'
  readonly title: RunbookContent
  readonly id?: string
  readonly headings: readonly RunbookHeading[]
  readonly content: RunbookContent
}

/** A heading above a section. */
export interface RunbookHeading {
  /** Anchor; empty for a heading without one. */
  readonly id: string
  readonly content: RunbookContent
}

/** A step of a procedure. */
export interface Step {
  /** Number as the document counts, sub-steps behind a point: `3`, `3.1`. */
  readonly number: string
  /** Whether the document calls it optional. */
  readonly optional: boolean
  /** Whether it starts with a condition, so that it may not apply. */
  readonly conditional: boolean
  /** Notes and warnings, wherever the step has them: they have to be read before it is taken. */
  readonly notes: RunbookContent
  /** Content and sub-steps in the order written; sentences that tell what to see stand in a `span` with `dataMark`. */
  readonly parts: readonly StepPart[]
}

/** A piece of a step. */
export type StepPart = StepContent | StepList | StepField

/** Text, notes, code, images of a step. */
export interface StepContent {
  readonly type: 'content'
  readonly content: RunbookContent
}

/** Sub-steps. */
export interface StepList {
  readonly type: 'steps'
  readonly steps: readonly Step[]
}

/** What a column of a table says of a step or item. */
export interface StepField {
  readonly type: 'field'
  /** The column's header. */
  readonly label: RunbookContent
  readonly content: RunbookContent
}
