import type { Element } from 'hast'
import type { StageTable } from './stages/stage-table.ts'
import type { ContextSection, RunbookHeading, Step } from './types.ts'

/** A section of the runbook before stages are sorted and letters assigned. */
export type Passage = StagePassage | ProcedurePassage | ContextPassage

/** Place of a passage in the document. */
export interface Place {
  /** Nearest heading. */
  readonly heading: RunbookHeading | null
  /** Headings above that one, outermost first. */
  readonly headings: readonly RunbookHeading[]
  /** Whether the nearest heading is the title of a tab. */
  readonly isTab?: boolean
}

/** What all passages have. */
interface PassageBase extends Place {
  /** Blocks before and after it. */
  context: Element[]
  after: Element[]
}

/** A table of stages. */
export interface StagePassage extends PassageBase {
  readonly type: 'stage'
  readonly table: StageTable
}

/** Steps. */
export interface ProcedurePassage extends PassageBase {
  readonly type: 'procedure'
  /** Whether the steps come from a list with bullets. */
  readonly bullets: boolean
  /** Whether these have check boxes of the document’s own. */
  readonly isTaskList?: boolean
  /** What its steps are, if they are prose: paragraphs that instruct, or that ask for a command; code below a heading of work. */
  readonly prose?: 'paragraphs' | 'commands' | 'code'
  /** Its options in groups of alternatives, of which one is taken. */
  alternatives?: readonly { readonly group: object; readonly option: number | string }[]
  steps: readonly Step[]
}

/** Text beside the steps: prerequisites, expected results, reasons for a failure, and text that has to stay in sight. */
export interface ContextPassage extends PassageBase {
  readonly type: 'context'
  readonly role: ContextSection['role']
  /** Whether it introduces the procedures after it. */
  readonly isAbove?: boolean
  /** The heading's element, if only its warnings keep the section in the runbook. */
  readonly onlyWarnings?: Element
  /** The heading's element, if the section stays in the runbook only where later steps refer to its code or tables. */
  readonly onlyIfNamed?: Element
}
