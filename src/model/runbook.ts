import type { Element, RootContent } from 'hast'
import type { BilingualDocument } from './document.ts'
import { isElement } from './runbook-content.ts'
import { type Draft, draftSection, type StageDraft } from './runbook-draft.ts'
import { titleOf, toFlow } from './runbook-flow.ts'
import { toStageSections } from './runbook-stages.ts'
import type {
  ContextSection,
  ProcedureSection,
  Runbook,
  RunbookHeading,
  RunbookSection,
  StageSection,
} from './runbook-types.ts'

export type {
  CheckItem,
  ProcedureSection,
  Runbook,
  RunbookContent,
  RunbookSection,
  StageSection,
  Step,
  StepField,
  StepPart,
} from './runbook-types.ts'

/**
 * The runbook of a document: stage tables as one section per stage, procedures as steps; `null` where it has neither.
 *
 * What is a stage or a procedure is told by the source side alone, so the runbook is the same in every locale.
 */
export function deriveRunbook(document: BilingualDocument): Runbook | null {
  const tables = tableElements(document.skeleton.tree.children)
  const tableOf = (element: Element) => document.tables[tables.indexOf(element)]
  const root = toFlow(document.skeleton.tree.children, document)
  const { drafts, rest } = draftSection(root, [], { units: document, tableOf })
  if (!drafts.some(({ type }) => type !== 'context')) return null
  const title = titleOf(root)?.heading ?? null
  return {
    type: 'runbook',
    version: 1,
    context: rest,
    sections: toSections(drafts, title),
  }
}

/** The table elements of a tree in document order, as the model counts them. */
function tableElements(nodes: readonly RootContent[]): readonly Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    const below = tableElements(node.children)
    return isElement(node, 'table') ? [node, ...below] : below
  })
}

/** The drafts with letters, those of stages merged and in order where the first of them stands. */
function toSections(drafts: readonly Draft[], title: RunbookHeading | null): readonly RunbookSection[] {
  const withoutTitle = (headings: readonly RunbookHeading[]) =>
    headings.filter((heading) => heading !== title)
  const stages = drafts.filter((draft) => draft.type === 'stage')
  const stageSections = toStageSections(stages, (draft) => withoutTitle(allHeadings(draft)))
  const sections = drafts.flatMap((draft): readonly Unlettered[] => {
    if (draft.type === 'stage') return draft === stages[0] ? stageSections : []
    const common = {
      title: draft.heading?.content ?? [],
      ...(draft.heading?.id ? { id: draft.heading.id } : {}),
      headings: withoutTitle(draft.headings),
    }
    if (draft.type === 'context') return [{ type: 'context', ...common, content: draft.context }]
    return [{ type: 'procedure', ...common, context: draft.context, steps: draft.steps, after: draft.after }]
  })
  let count = 0
  return sections.map((section) =>
    section.type === 'context' ? section : { ...section, letter: letterOf(count++) },
  )
}

/** A section that has no letter yet, or needs none. */
type Unlettered = ContextSection | Omit<ProcedureSection, 'letter'> | Omit<StageSection, 'letter'>

/** All headings of a draft, its own last. */
function allHeadings(draft: StageDraft): readonly RunbookHeading[] {
  return draft.heading ? [...draft.headings, draft.heading] : draft.headings
}

/** `A` to `Z`, then `AA`, `AB`, …, counted from 0. */
function letterOf(count: number): string {
  const letter = String.fromCharCode(65 + (count % 26))
  return count < 26 ? letter : letterOf(Math.floor(count / 26) - 1) + letter
}
