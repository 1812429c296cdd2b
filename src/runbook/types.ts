import type { ElementContent } from 'hast'

/** Part of the skeleton: hast nodes with slots for units, so that any locale can fill it. */
export type RunbookContent = readonly ElementContent[]

/** Work sheet for an operator during an event; the same for every locale. Pure data. */
export interface Runbook {
  readonly type: 'runbook'
  /** Version of this format. */
  readonly version: 1
  /** Content of the document before its first section, without prerequisites. */
  readonly context: RunbookContent
  /** Prerequisites in that content. */
  readonly prerequisites: RunbookContent
  /** Sections to work through, in this order. */
  readonly sections: readonly RunbookSection[]
}

/** A part of a runbook with its own heading. */
export type RunbookSection = StageSection | ProcedureSection | ContextSection

/** Check list for a stage of an event: one check item per situation. */
export interface StageSection {
  readonly type: 'stage'
  /** Letter, unique in the runbook: `A`, `B`, …, `Z`, `AA`, …. */
  readonly letter: string
  /** Time of the stage relative to the event. */
  readonly phase: 'before' | 'during' | 'until' | 'after' | 'numbered' | 'condition'
  /** Name of the stage: its column header. */
  readonly title: RunbookContent
  /** Check items of this stage by table, in document order. */
  readonly groups: readonly StageGroup[]
}

/** Check items of a stage from one table. */
export interface StageGroup {
  /** Index of the table in the document's tables. */
  readonly table: number
  /** Column of the stage in the table's grid. */
  readonly column: number
  /** Headings above the table, outermost first, without the document's title. */
  readonly headings: readonly RunbookHeading[]
  /** Header of the first column, which contains the situations. */
  readonly situationHeader: RunbookContent
  /** Text and notes before the table; from the table's second stage on, only the notes. */
  readonly context: RunbookContent
  readonly items: readonly CheckItem[]
  /** Text and notes after the table; only the notes, except for the table's last stage. */
  readonly after: RunbookContent
}

/** A situation and the expected state in it. */
export interface CheckItem {
  /** Unique in its section: `1`, `2`, …. */
  readonly number: string
  /** Header of the item's group of rows, on the first item of the group. */
  readonly band?: RunbookContent
  readonly situation: RunbookContent
  /** Expected state; sentences that begin with a condition are in a `span` with `dataMark`. */
  readonly expected: RunbookContent
  /** Whether it depends on a condition, so that it may not apply. */
  readonly conditional: boolean
  /** Cells in columns that are not stages. */
  readonly fields: readonly StepField[]
}

/** Steps to take in order. */
export interface ProcedureSection {
  readonly type: 'procedure'
  /** Letter, unique in the runbook. */
  readonly letter: string
  /** Heading of the procedure; empty if there is none. */
  readonly title: RunbookContent
  /** Id of the title's heading, if it has one. */
  readonly id?: string
  /** Headings above the title, outermost first, without the document's title. */
  readonly headings: readonly RunbookHeading[]
  /** Text, notes and tables before the steps, without prerequisites. */
  readonly context: RunbookContent
  /** Prerequisites among them. */
  readonly prerequisites: RunbookContent
  readonly steps: readonly Step[]
  /** Text, notes and tables after the steps. */
  readonly after: RunbookContent
}

/** Information in addition to the steps. */
export interface ContextSection {
  readonly type: 'context'
  /**
   * `prerequisites`, such as permissions, or `results`: expected results, which show that the work succeeded.
   */
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
  /** Number as in the document, with sub-steps after a point: `3`, `3.1`. */
  readonly number: string
  /** Whether the document marks it as optional. */
  readonly optional: boolean
  /** Whether it starts with a condition, so that it may not apply. */
  readonly conditional: boolean
  /** Notes and warnings from anywhere in the step: operators must read them before they take it. */
  readonly notes: RunbookContent
  /**
   * Content and sub-steps in document order; sentences about visible results are in a `span` with `dataMark`.
   */
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

/** Cell of another column of the table, for a step or item. */
export interface StepField {
  readonly type: 'field'
  /** The column's header. */
  readonly label: RunbookContent
  readonly content: RunbookContent
}
