import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import type { PassageInput } from '../block.ts'
import { isElement, textOfNodes } from '../content.ts'
import type { FlowSection } from '../flow.ts'
import { announcesCommand, lastSentence } from '../language/cue.ts'
import type { Passage, Place } from '../passage.ts'
import { isCommandCode } from '../steps/command-code.ts'
import { itemsOf, stepOf } from '../steps/steps.ts'
import type { Step } from '../types.ts'
import { instructionSteps } from './paragraph-steps.ts'

/** A subsection as it was read. */
export interface ReadChild {
  readonly child: FlowSection
  readonly passages: readonly Passage[]
  readonly rest: readonly Element[]
}

/** Steps of a section, with the blocks before them, and why they are steps. */
interface SectionSteps {
  readonly before: readonly Element[]
  readonly steps: readonly Step[]
  readonly reason: string
}

/**
 * Reads sections without steps as their siblings were read: the instructions of a tab, if another tab of its group has
 * steps; a sentence with a command, if two sections that are no more than that are steps.
 */
export function stepsOfSiblings(
  all: readonly ReadChild[],
  placeOf: (child: FlowSection) => Place,
  { units, note }: PassageInput,
): readonly ReadChild[] {
  return all.map((own): ReadChild => {
    const { child } = own
    if (own.passages.some(({ type }) => type !== 'context')) return own
    const found = stepsOfTab(own, all, units) ?? stepsOfCommand(own, all, units)
    if (!found || found.steps.length === 0) return own
    if (child.element) note(child.element, { became: 'steps', reason: found.reason })
    const content = { context: [...found.before], steps: found.steps, after: [] }
    const passage = {
      type: 'procedure',
      bullets: false,
      prose: 'paragraphs',
      ...placeOf(child),
      ...content,
    } as const
    return { child, passages: [passage], rest: [] }
  })
}

/** The instructions of a tab; `null` if no other tab of its group has steps, or if they leave out a command. */
function stepsOfTab(
  { child, passages, rest }: ReadChild,
  all: readonly ReadChild[],
  units: UnitTables,
): SectionSteps | null {
  const { tab } = child
  if (!tab || passages.length > 0) return null
  if (!all.some((other) => other.child.tab?.group === tab.group && hasSteps(other))) return null
  const { before, steps, reason } = instructionSteps(rest, 1, units)
  const hasCommandBefore = before.some(
    (block, at) =>
      isElement(rest[at + 1], 'pre') && announcesCommand(requestOf(textOfNodes([block], units, 'source'))),
  )
  return hasCommandBefore ? null : { before, steps, reason: `${reason}, and other tabs have steps` }
}

/** The command of a section of nothing else; `null` if fewer than two other such sections have steps. */
function stepsOfCommand(
  { child }: ReadChild,
  all: readonly ReadChild[],
  units: UnitTables,
): SectionSteps | null {
  const command = commandOf(child, units)
  const others = all.filter((other) => hasSteps(other) && commandOf(other.child, units))
  if (!command || others.length < 2) return null
  return {
    before: [],
    steps: [stepOf(command, '1', units)],
    reason: 'it is a sentence with a command, as are other sections that are steps',
  }
}

/** The content of a section that is one sentence with a command, perhaps as an item; `null` if it is not. */
function commandOf({ blocks, sections, tab }: FlowSection, units: UnitTables): readonly Element[] | null {
  if (sections.length > 0 || tab) return null
  const [list, ...others] = blocks
  const items = isElement(list, 'ul') && others.length === 0 ? itemsOf(list) : []
  const content = items.length === 1 ? items[0]!.children.filter((node) => node.type === 'element') : blocks
  const [text, code, ...more] = content
  return isElement(text, 'p') && isElement(code, 'pre') && more.length === 0 && isCommandCode(code, units)
    ? [text, code]
    : null
}

function hasSteps({ passages }: ReadChild): boolean {
  return passages.some(({ type }) => type === 'procedure')
}

/** The last sentence of a text without the words that call it an example. */
function requestOf(text: string): string {
  return lastSentence(text).replace(/^for (?:example|instance), /i, '')
}
