import type { ElementContent } from 'hast'

/** Part of the skeleton: hast nodes with slots for units, so that any locale can fill it. */
export type RunbookContent = readonly ElementContent[]

/** What an operator holds during an event: the same for every locale. Pure data; `Content` is what its texts are. */
export interface Runbook<Content = RunbookContent> {
  readonly type: 'runbook'
  /** Version of this format. */
  readonly version: 1
  /** What the document says before its first section. */
  readonly context: Content
  /** What it says there of what is needed before. */
  readonly prerequisites: Content
  /** Conditions on which several lines depend, to answer once. */
  readonly questions: readonly RunbookQuestion<Content>[]
  /** What to work through, in this order. */
  readonly sections: readonly RunbookSection<Content>[]
  /** Sections of the document that are not in it, in document order; those inside a listed one are not listed. */
  readonly notIncluded: readonly NotIncluded<Content>[]
  /** Placeholders in its commands and steps, in order of first use: what an operator fills in once. */
  readonly values: readonly RunbookValue[]
  /** Tables that lead from a symptom to where it is dealt with, for the front page of a book. */
  readonly symptoms: Content
}

/** A placeholder in the commands or steps of a runbook. */
export interface RunbookValue {
  /** Its name as first written in the source, without brackets: `Pool FQDN`. */
  readonly name: string
  /** All spellings in the source: `<Pool FQDN>`, `<pool FQDN>`. */
  readonly spellings: readonly string[]
  /** What shows that it is a placeholder, in English. */
  readonly reason: string
}

/** A condition on which several lines of a runbook depend. */
export interface RunbookQuestion<Content = RunbookContent> {
  /** Name, unique in the runbook: `Q1`. */
  readonly id: string
  /** A sentence that begins with the condition. */
  readonly condition: Content
}

/** The answer for which a line holds. Sentences carry it as `dataQuestion` and `dataAnswer` beside their `dataMark`. */
export interface RunbookAnswer {
  /** Name of the question. */
  readonly id: string
  readonly answer: 'yes' | 'no'
}

/** A time that the text names for work to take. */
export interface RunbookDuration {
  readonly minutes: number
  /** Whether it is the longest time. */
  readonly upTo: boolean
}

/** A section of the document that is not in the runbook. */
export interface NotIncluded<Content = RunbookContent> {
  /** Anchor of its heading; empty if it has none. */
  readonly id: string
  readonly title: Content
  /** Headings above it, outermost first, without the document's title. */
  readonly headings: readonly RunbookHeading<Content>[]
  readonly reason: OmissionReason
}

/**
 * Why a section is not in the runbook: settings exclude it, it leads elsewhere (“See also”), it is background
 * without instructions and warnings, or it is a missing text at the start or end of the document.
 */
export type OmissionReason = 'excluded' | 'elsewhere' | 'background' | 'missing'

/** A part of a runbook under a heading of its own. */
export type RunbookSection<Content = RunbookContent> =
  | StageSection<Content>
  | ProcedureSection<Content>
  | ContextSection<Content>

/** What holds at one stage of an event: one check item per situation. */
export interface StageSection<Content = RunbookContent> {
  readonly type: 'stage'
  /** Letter, unique in the runbook: `A`, `B`, …, `Z`, `AA`, …. */
  readonly letter: string
  /** Time of the stage relative to the event. */
  readonly phase: 'before' | 'during' | 'until' | 'after' | 'numbered' | 'condition'
  /** Name of the stage: its column header. */
  readonly title: Content
  /** What each table says of this stage, in document order. */
  readonly groups: readonly StageGroup<Content>[]
}

/** What one table says of one stage. */
export interface StageGroup<Content = RunbookContent> {
  /** Index of the table in the document's tables. */
  readonly table: number
  /** Column of the stage in the table's grid; 0 if a row is the stage. */
  readonly column: number
  /** Headings that the table stands under, outermost first, the document's title left out. */
  readonly headings: readonly RunbookHeading<Content>[]
  /** Header of the first column: what the situations are; empty if rows are stages. */
  readonly situationHeader: Content
  /** Text and notes that introduce the table; for every stage but the table's first only the notes. */
  readonly context: Content
  readonly items: readonly CheckItem<Content>[]
  /** Text and notes that follow the table; for every stage but the table's last only the notes. */
  readonly after: Content
}

/** A situation and what is expected in it. */
export interface CheckItem<Content = RunbookContent> {
  /** Unique in its section: `1`, `2`, …. */
  readonly number: string
  /** Header of the group of rows that the item stands in, on the first item of the group. */
  readonly band?: Content
  /** Empty for an action of a stage that is a row. */
  readonly situation: Content
  /** Sentences that begin with a condition stand in a `span` with `dataMark`. */
  readonly expected: Content
  /** Sub-steps of an action, and the text between and after them. */
  readonly parts?: readonly StepPart<Content>[]
  /** Whether its result is to be noted. */
  readonly observed?: true
  /** Whether it holds under conditions only, so that it may not apply. */
  readonly conditional: boolean
  /** The answer for which it holds, if it depends on a question. */
  readonly question?: RunbookAnswer
  /** Where it can lead other than to the next item of its table. */
  readonly jump?: StepJump
  /** Sections to go to if it fails. */
  readonly onFailure?: readonly RunbookReference<Content>[]
  /** What the columns that are no stages say. */
  readonly fields: readonly StepField<Content>[]
}

/** Steps to take in order. */
export interface ProcedureSection<Content = RunbookContent> {
  readonly type: 'procedure'
  /** Letter, unique in the runbook. */
  readonly letter: string
  /** What the procedure does: its heading; empty where there is none. */
  readonly title: Content
  /** Id of the title's heading, where it has one. */
  readonly id?: string
  /** Headings above the title, outermost first, the document's title left out. */
  readonly headings: readonly RunbookHeading<Content>[]
  /** Text, notes and tables before the steps. */
  readonly context: Content
  /** What is said there of what is needed before. */
  readonly prerequisites: Content
  readonly steps: readonly Step<Content>[]
  /** Letters of the procedures that it is an alternative to: the operator takes one or the other. */
  readonly insteadOf?: readonly string[]
  /** Time that the procedure takes, if its text names one. */
  readonly duration?: RunbookDuration
  /** Text, notes and tables after the steps. */
  readonly after: Content
}

/** What has to be known beside the steps. */
export interface ContextSection<Content = RunbookContent> {
  readonly type: 'context'
  /**
   * `prerequisites`, such as permissions; `results`: expected results, which show that the work succeeded;
   * `failure`: why the work fails, and what to do then; `reference`: text with instructions or warnings.
   */
  readonly role: 'prerequisites' | 'results' | 'failure' | 'reference'
  readonly title: Content
  readonly id?: string
  readonly headings: readonly RunbookHeading<Content>[]
  readonly content: Content
  /** For expected results: sections to go to if they are others. */
  readonly onFailure?: readonly RunbookReference<Content>[]
}

/** A heading above a section. */
export interface RunbookHeading<Content = RunbookContent> {
  /** Anchor; empty for a heading without one. */
  readonly id: string
  readonly content: Content
}

/** A step of a procedure. */
export interface Step<Content = RunbookContent> {
  /**
   * Number as the document counts, sub-steps behind a point: `3`, `3.1`. Sub-steps without a number, beside others with
   * one, have Roman numerals: `3.i`.
   */
  readonly number: string
  /** Whether the document marks it as optional. */
  readonly optional: boolean
  /** Whether it starts with a condition, so that it may not apply. */
  readonly conditional: boolean
  /** The answer for which it holds, if it depends on a question. */
  readonly question?: RunbookAnswer
  /** Where the step can lead other than to the next one. */
  readonly jump?: StepJump
  /** For steps whose result is to be noted: sentences with the expected result; empty if the instruction says it. */
  readonly expected?: Content
  /** Time that the step takes, if its text names one. */
  readonly duration?: RunbookDuration
  /** Sections to go to if the step fails: those that its text names, and the one after its procedure about failures. */
  readonly onFailure?: readonly RunbookReference<Content>[]
  /** Warnings, wherever the step has them, and notes before its text: they have to be read before it is taken. */
  readonly notes: Content
  /** Content and sub-steps in the order written; sentences that tell what to see stand in a `span` with `dataMark`. */
  readonly parts: readonly StepPart<Content>[]
}

/** A jump over steps. */
export interface StepJump {
  /** Number of the step to go on with; empty for the end of the procedure. */
  readonly to: string
  /** Numbers of the steps that the jump skips, without their sub-steps. */
  readonly skips: readonly string[]
}

/** A reference to a section of the runbook. */
export interface RunbookReference<Content = RunbookContent> {
  /** Its letter; empty if it has none. */
  readonly letter: string
  /** Id of its heading, where it has one. */
  readonly id?: string
  readonly title: Content
}

/** A piece of a step. */
export type StepPart<Content = RunbookContent> =
  | StepContent<Content>
  | StepList<Content>
  | StepChoice<Content>
  | StepField<Content>

/** Text, notes, code, images of a step. */
export interface StepContent<Content = RunbookContent> {
  readonly type: 'content'
  readonly content: Content
}

/** Sub-steps. */
export interface StepList<Content = RunbookContent> {
  readonly type: 'steps'
  readonly steps: readonly Step<Content>[]
}

/** Alternatives, of which one is taken. */
export interface StepChoice<Content = RunbookContent> {
  readonly type: 'choice'
  readonly options: readonly Step<Content>[]
}

/** What a column of a table says of a step or item. */
export interface StepField<Content = RunbookContent> {
  readonly type: 'field'
  /** The column's header. */
  readonly label: Content
  readonly content: Content
}
