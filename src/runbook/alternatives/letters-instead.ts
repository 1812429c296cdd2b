import type { UnitTables } from '../../model/text.ts'
import { linksIn, textOfNodes } from '../content.ts'
import { leadsBelow, leadsTo } from '../language/alternatives.ts'
import { contentOf } from '../map-steps.ts'
import type { Passage, ProcedurePassage } from '../passage.ts'

/** A passage with its letter. */
interface Lettered {
  readonly passage: Passage
  readonly letter: string
}

/**
 * Lists the letters of the procedures that a procedure replaces. One that sends to another at its end goes on with it, so
 * that both are done.
 */
export function lettersInstead(
  own: ProcedurePassage,
  all: readonly Lettered[],
  units: UnitTables,
): readonly string[] {
  return all.flatMap(({ passage, letter }) => {
    if (passage.type !== 'procedure' || !areAlternatives(own, passage)) return []
    return goesOnWith(own, passage, all, units) || goesOnWith(passage, own, all, units) ? [] : [letter]
  })
}

function areAlternatives(one: ProcedurePassage, other: ProcedurePassage): boolean {
  return (one.alternatives ?? []).some(({ group, option }) =>
    other.alternatives?.some((each) => each.group === group && each.option !== option),
  )
}

/** Whether the last step of a procedure sends to another one, by a link or because that is the next. */
function goesOnWith(
  from: ProcedurePassage,
  to: ProcedurePassage,
  all: readonly Lettered[],
  units: UnitTables,
): boolean {
  const content = from.steps.slice(-1).flatMap(contentOf)
  const text = textOfNodes(content, units, 'source')
  const procedures = all.flatMap(({ passage }) => (passage.type === 'procedure' ? passage : []))
  const isNext = procedures.indexOf(to) === procedures.indexOf(from) + 1
  if (isNext && leadsBelow(text)) return true
  const id = to.heading?.id
  return id ? leadsTo(text) && linksIn(content, units).includes(`#${id}`) : false
}
