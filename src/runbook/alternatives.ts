import type { UnitTables } from '../model/text.ts'
import { isElement, textOfNodes } from './content.ts'
import { type FlowSection, isAlert } from './flow.ts'
import { alternativesOffered, isFollowUp, isOptionTitle } from './language/alternatives.ts'
import { isNumberedStep } from './language/cue.ts'
import type { Passage, ProcedurePassage } from './passage.ts'

/** A section with its passages. */
export interface ReadSection {
  readonly section: FlowSection
  readonly passages: readonly Passage[]
}

/**
 * Marks the procedures of sections as alternatives: sections named “Option 1”, “Option 2”, or those below “Use one of
 * the following procedures to …”.
 */
export function markAlternatives(
  { blocks }: FlowSection,
  children: readonly ReadSection[],
  units: UnitTables,
): void {
  const options = children
    .map(({ section, passages }) => ({ section, procedures: passages.filter(isProcedure) }))
    .filter(({ procedures }) => procedures.length > 0)
  if (options.length < 2) return
  const named = options.filter(({ section }) => isOptionTitle(section.text))
  const open = options.filter(({ section: { text } }) => !isNumberedStep(text) && !isFollowUp(text))
  const group = named.length > 1 ? named : isOffered(open.length) ? open : []
  if (group.length < 2) return
  for (const [option, { procedures }] of group.entries())
    for (const procedure of procedures)
      procedure.alternatives = [...(procedure.alternatives ?? []), { group, option }]

  function isOffered(count: number): boolean {
    const said = blocks.filter((block) => isElement(block, 'p') && !isAlert(block))
    const offered = said.map((block) => alternativesOffered(textOfNodes([block], units, 'source')))
    return offered.some((number) => number === 'any' || number === count)
  }
}

/** Lists the letters of the procedures that a procedure replaces. */
export function lettersInstead(
  own: ProcedurePassage,
  all: readonly { readonly passage: Passage; readonly letter: string }[],
): readonly string[] {
  return all
    .filter(({ passage }) => isProcedure(passage) && areAlternatives(own, passage))
    .map(({ letter }) => letter)
}

function areAlternatives(one: ProcedurePassage, other: ProcedurePassage): boolean {
  return (one.alternatives ?? []).some(({ group, option }) =>
    other.alternatives?.some((each) => each.group === group && each.option !== option),
  )
}

function isProcedure(passage: Passage): passage is ProcedurePassage {
  return passage.type === 'procedure'
}
