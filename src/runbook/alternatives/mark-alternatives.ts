import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { isElement, textOfNodes } from '../content.ts'
import { type FlowSection, isAlert } from '../flow.ts'
import {
  areAlternativeTitles,
  beginsWith,
  isGerund,
  namesTool,
  repeatsInShell,
  shareWord,
} from '../language/alternative-titles.ts'
import {
  alternativesOffered,
  eitherOr,
  goesOnAfterBoth,
  isFollowUp,
  isOptionTitle,
  offersOtherWay,
  workOffered,
} from '../language/alternatives.ts'
import { isNumberedStep } from '../language/cue.ts'
import { sentencesOf } from '../language/sentences.ts'
import { contentOf } from '../map-steps.ts'
import type { Passage, ProcedurePassage } from '../passage.ts'
import { objectCreated } from '../steps/command-code.ts'
import { offeredLinks } from './offered-links.ts'

/** A section with its passages. */
export interface ReadSection {
  readonly section: FlowSection
  readonly passages: readonly Passage[]
}

/** A section with its procedures. */
interface Option {
  readonly section: FlowSection
  readonly procedures: readonly ProcedurePassage[]
}

/** Sections of which one is worked through, each with those that go together with it. */
type Group = readonly (readonly Option[])[]

/**
 * Marks the procedures of sections as alternatives: sections named “Option 1”, “Option 2”; those below “Use one of the
 * following procedures to …”, or to which a list of cases links; those whose headings name opposites, or the same work
 * with two tools or for one thing and for several; those after “… by using Windows PowerShell”, which do the work of the
 * sections before it; and those that create the same object.
 */
export function markAlternatives(
  { blocks }: FlowSection,
  children: readonly ReadSection[],
  units: UnitTables,
): void {
  const all = children.map(({ section, passages }) => ({ section, procedures: passages.filter(isProcedure) }))
  markTabs(all)
  const options = all.filter(({ procedures }) => procedures.length > 0)
  if (options.length < 2) return
  const linked = linkedSections([blocks, ...children.map(({ section }) => section.blocks)], options, units)
  const groups = [offeredGroup(blocks, options, units), linked, ...pairs(all), ...repeated(all)]
  for (const group of [...groups, ...creatingTheSame(options, units)]) mark(group)
}

/** Marks procedures of a section whose text offers them in place of the one before: “Alternatively, you can …”. */
export function markOtherWays(passages: readonly Passage[], units: UnitTables): void {
  for (const [at, passage] of passages.entries()) {
    const before = passages[at - 1]
    if (!before || !isProcedure(before) || !isProcedure(passage) || !isOtherWay(passage, units)) continue
    const group = {}
    addAlternative(before, { group, option: 0 })
    addAlternative(passage, { group, option: 1 })
  }
}

/** Whether the text that leads to a procedure offers it in place of another one, and nothing in it follows both. */
function isOtherWay({ context, steps }: ProcedurePassage, units: UnitTables): boolean {
  const said = steps.map((step) => textOfNodes(contentOf(step), units, 'source'))
  if (said.some(goesOnAfterBoth)) return false
  const lead = context.findLast((block) => !isAlert(block))
  const text = lead ? textOfNodes([lead], units, 'source') : (said[0] ?? '')
  return sentencesOf(text).some(offersOtherWay)
}

/** Marks the procedures of tabs as alternatives, unless the tabs count steps. */
function markTabs(options: readonly Option[]): void {
  const groups = new Set(options.flatMap(({ section: { tab } }) => tab?.group ?? []))
  for (const group of groups) {
    const tabs = options.filter(({ section: { tab } }) => tab?.group === group)
    if (!tabs.some(({ section: { text } }) => isNumberedStep(text)))
      mark(tabs.filter(({ procedures }) => procedures.length > 0).map((tab) => [tab]))
  }
}

function addAlternative(
  procedure: ProcedurePassage,
  alternative: NonNullable<ProcedurePassage['alternatives']>[number],
): void {
  procedure.alternatives = [...(procedure.alternatives ?? []), alternative]
}

function mark(group: Group): void {
  const isIncomplete = group.some((sections) => sections.every(({ procedures }) => procedures.length === 0))
  if (group.length < 2 || isIncomplete) return
  for (const [option, sections] of group.entries())
    for (const procedure of sections.flatMap(({ procedures }) => procedures))
      addAlternative(procedure, { group, option })
}

/** Sections that are named as options, or that the text before them offers. */
function offeredGroup(blocks: readonly Element[], options: readonly Option[], units: UnitTables): Group {
  const named = options.filter(({ section }) => isOptionTitle(section.text))
  if (named.length > 1) return named.map((option) => [option])
  const open = options.filter(({ section: { text } }) => !isNumberedStep(text) && !isFollowUp(text))
  const said = blocks.filter((block) => isElement(block, 'p') && !isAlert(block))
  for (const block of said) {
    const text = textOfNodes([block], units, 'source')
    const offered = offeredBy(text, open)
    if (offered.length > 1) return offered.map((option) => [option])
  }
  return []
}

/** Sections that a text offers: those that begin with the verb of its work, if it names that; else all. */
function offeredBy(text: string, open: readonly Option[]): readonly Option[] {
  const number = alternativesOffered(text)
  const verb = workOffered(text)
  const doing = open.filter(({ section }) => verb !== null && beginsWith(verb, section.text))
  if (doing.length > 1 && (number === null || number === 'any' || number === doing.length)) return doing
  if (number === 'any' || number === open.length) return open
  const either = eitherOr(text)
  const areNamed = either?.every((half, at) => shareWord(half, open[at]?.section.text ?? ''))
  return areNamed && open.length === 2 ? open : []
}

/** Sections to which a list links that offers cases: “There are four possible scenarios:”. */
function linkedSections(
  texts: readonly (readonly Element[])[],
  options: readonly Option[],
  units: UnitTables,
): Group {
  const links = texts.flatMap((blocks) => offeredLinks(blocks, units))
  return options
    .filter(({ section: { heading } }) => heading?.id && links.includes(`#${heading.id}`))
    .map((option) => [option])
}

/** Sections with the same and only command, if it creates an object: it cannot be created twice. */
function creatingTheSame(options: readonly Option[], units: UnitTables): readonly Group[] {
  const groups = new Map<string, Option[]>()
  for (const option of options) {
    const created = objectCreated(option.procedures.flatMap(({ steps }) => steps).flatMap(contentOf), units)
    if (created !== null) groups.set(created, [...(groups.get(created) ?? []), option])
  }
  return [...groups.values()].map((same) => same.map((option) => [option]))
}

/** Pairs of sections whose headings are alternatives, unless one of these has no steps. */
function pairs(options: readonly Option[]): readonly Group[] {
  const open = options.filter(({ section: { tab, text } }) => !tab && !isNumberedStep(text))
  const found = open.flatMap((one, at) =>
    open
      .slice(at + 1)
      .filter((other) => areAlternativeTitles(one.section.text, other.section.text))
      .map((other): readonly Option[] => [one, other]),
  )
  // A heading without steps can introduce those after it.
  const introduces = ({ section: { text } }: Option, at: number) =>
    !namesTool(text) || open.slice(0, at).some(({ section }) => repeatsInShell(text, section.text))
  const without = open.filter(
    (option, at) =>
      option.procedures.length === 0 &&
      !introduces(option, at) &&
      found.some((pair) => pair.includes(option)),
  )
  const isComplete = (option: Option) =>
    !found.some((pair) => pair.includes(option) && pair.some((other) => without.includes(other)))
  return found.filter((pair) => pair.every(isComplete)).map((pair) => pair.map((option) => [option]))
}

/** Sections whose work a later one repeats in a shell, or those after its heading if it has no steps of its own. */
function repeated(options: readonly Option[]): readonly Group[] {
  return options.map(({ section: { text }, procedures }, at): Group => {
    const hasOwn = procedures.length > 0
    if (hasOwn && !isGerund(text)) return []
    const before = options.slice(0, at).filter(({ section }) => repeatsInShell(text, section.text))
    const after = options.slice(at + 1).filter(({ section }) => !isFollowUp(section.text))
    return [before, hasOwn ? options.slice(at, at + 1) : after]
  })
}

function isProcedure(passage: Passage): passage is ProcedurePassage {
  return passage.type === 'procedure'
}
