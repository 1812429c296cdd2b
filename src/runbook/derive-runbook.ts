import type { Element } from 'hast'
import type { BilingualDocument } from '../model/document.ts'
import type { UnitTables } from '../model/text.ts'
import { lettersInstead } from './alternatives/letters-instead.ts'
import { addBranches } from './branches/add-branches.ts'
import { markOtherSteps } from './branches/mark-other-steps.ts'
import type { TakeNote, Verdict } from './decision.ts'
import { collectElements, type RunbookElements } from './elements.ts'
import { missingTexts, titleOf, toFlow } from './flow.ts'
import { addDocumentFootnotes, takeDocumentFootnotes, withFootnotes } from './footnotes/document-footnotes.ts'
import { notIncluded } from './not-included.ts'
import type { Passage, StagePassage } from './passage.ts'
import { readPassages } from './passages.ts'
import { distinguish } from './prose/distinguish.ts'
import { dropUnnamed } from './prose/drop-unnamed.ts'
import { moveWarnings } from './prose/move-warnings.ts'
import { qualifyTitles } from './prose/qualify-titles.ts'
import { takePrerequisites } from './prose/take-prerequisites.ts'
import { whyNoWork } from './prose/why-no-work.ts'
import {
  frontMatterRunbookSetting,
  layerRunbookSetting,
  type RunbookSetting,
  type RunbookSettings,
} from './settings.ts'
import { toStageSections } from './stages/to-stages.ts'
import { lettersOf } from './step-numbers.ts'
import { symptomTables } from './symptoms.ts'
import type {
  ContextSection,
  ProcedureSection,
  Runbook,
  RunbookHeading,
  RunbookSection,
  StageSection,
} from './types.ts'
import { collectValues } from './values/collect-values.ts'

export type {
  CheckItem,
  ProcedureSection,
  Runbook,
  RunbookContent,
  RunbookSection,
  RunbookValue,
  StageSection,
  Step,
  StepField,
  StepPart,
} from './types.ts'

/**
 * Derives the runbook of a document: stage tables become a section per stage, procedures become steps. `null` if
 * the document has nothing to work through, or if the settings disable it.
 *
 * Only the source side and the settings decide, so the runbook is the same in every locale.
 *
 * @param setting applies unless the document's front matter overrides it.
 */
export function deriveRunbook(document: BilingualDocument, setting?: RunbookSetting): Runbook | null {
  if (setting !== undefined) return readRunbook(document, setting).runbook
  const known = DERIVED.get(document)
  if (known !== undefined) return known
  const { runbook } = readRunbook(document)
  DERIVED.set(document, runbook)
  return runbook
}

/** Runbooks without settings, because rules need them too. */
const DERIVED = new WeakMap<BilingualDocument, Runbook | null>()

/** Like {@link deriveRunbook}, but also returns the elements that it found and the verdict on each. */
export function readRunbook(
  document: BilingualDocument,
  setting?: RunbookSetting,
): {
  readonly runbook: Runbook | null
  /** Whether the settings allow a runbook. */
  readonly isWanted: boolean
  /** Why the document has nothing to work through; `null` if it has, or if the settings allow no runbook. */
  readonly reason: string | null
  readonly elements: RunbookElements
  readonly verdicts: ReadonlyMap<Element, Verdict>
} {
  const layered = layerRunbookSetting(setting, frontMatterRunbookSetting(document.metadata))
  const elements = collectElements(document.skeleton.tree.children, document.tables)
  const verdicts = new Map<Element, Verdict>()
  if (layered === false) return { runbook: null, isWanted: false, reason: null, elements, verdicts }
  const settings = layered === true ? {} : layered
  const note: TakeNote = (element, verdict) => verdicts.set(element, verdict)
  const { content, footnotes } = takeDocumentFootnotes(document.skeleton.tree.children, note)
  const root = toFlow(content, document)
  const indexes = new Map(elements.tables.map((element, at) => [element, at]))
  const { passages: read, rest } = readPassages(root, [], {
    units: document,
    tableOf: (element) => document.tables[indexes.get(element) ?? -1],
    keyOf: (element) => elements.keys.get(element) ?? '',
    settings,
    note,
  })
  const passages = dropUnnamed(moveWarnings(read, document, note), document, note)
  const title = titleOf(root)?.heading ?? null
  const sections = toSections(passages, title, settings, document).map((section) =>
    addDocumentFootnotes(section, footnotes),
  )
  const before = takePrerequisites(rest, document)
  const isForced = [...verdicts.values()].some(
    ({ became, overridden }) => overridden && (became === 'steps' || became === 'stages'),
  )
  const reason = isForced ? null : whyNoWork(passages, root, document)
  return {
    runbook:
      reason === null
        ? complete(
            {
              ...before,
              context: withFootnotes(before.context, before, footnotes),
              ...addBranches(sections, document),
              notIncluded: notIncluded(
                root,
                title,
                verdicts,
                missingTexts(document.skeleton.tree.children, document),
              ),
            },
            elements.tables,
            document,
          )
        : null,
    isWanted: true,
    reason,
    elements,
    verdicts,
  }
}

/** Completes a runbook with the values that its commands need, and the document’s tables of symptoms. */
function complete(
  content: Omit<Runbook, 'type' | 'version' | 'values' | 'symptoms'>,
  tables: readonly Element[],
  document: BilingualDocument,
): Runbook {
  return {
    type: 'runbook',
    version: 1,
    ...content,
    ...markOtherSteps(content, document),
    values: collectValues(content, document),
    symptoms: symptomTables(tables, document),
  }
}

/** Turns passages into lettered sections; all stages are merged and sorted, at the place of the first one. */
function toSections(
  passages: readonly Passage[],
  title: RunbookHeading | null,
  { stages: order = [] }: RunbookSettings,
  units: UnitTables,
): readonly RunbookSection[] {
  const withoutTitle = (headings: readonly RunbookHeading[]) =>
    headings.filter((heading) => heading !== title)
  const stages = passages.filter((passage) => passage.type === 'stage')
  const stageSections = toStageSections(stages, (passage) => withoutTitle(allHeadings(passage)), units, order)
  const sections = qualifyTitles(distinguish(passages, title, units), title, units).flatMap((passage) =>
    toUnlettered(passage).map((section) => ({ passage, section })),
  )
  let count = 0
  const lettered = sections.map(({ passage, section }) => ({
    passage,
    section,
    letter: section.type === 'context' ? '' : lettersOf(++count).toUpperCase(),
  }))
  return lettered.map(({ passage, section, letter }): RunbookSection => {
    if (section.type === 'context') return section
    const insteadOf = passage.type === 'procedure' ? lettersInstead(passage, lettered, units) : []
    return { ...section, letter, ...(insteadOf.length > 0 && { insteadOf }) }
  })

  function toUnlettered(passage: Passage): readonly Unlettered[] {
    if (passage.type === 'stage') return passage === stages[0] ? stageSections : []
    const common = {
      title: passage.heading?.content ?? [],
      ...(passage.heading?.id ? { id: passage.heading.id } : {}),
      headings: withoutTitle(passage.headings),
    }
    if (passage.type === 'context')
      return [{ type: 'context', role: passage.role, ...common, content: passage.context }]
    const before = takePrerequisites(passage.context, units)
    const later = takePrerequisites(passage.after, units)
    return [
      {
        type: 'procedure',
        ...common,
        ...before,
        prerequisites: [...before.prerequisites, ...later.prerequisites],
        steps: passage.steps,
        after: later.context,
      },
    ]
  }
}

/** A section without a letter. */
type Unlettered = ContextSection | Omit<ProcedureSection, 'letter'> | Omit<StageSection, 'letter'>

/** Lists all headings of a passage, its own last. */
function allHeadings(passage: StagePassage): readonly RunbookHeading[] {
  return passage.heading ? [...passage.headings, passage.heading] : passage.headings
}
