import type { UnitTables } from '../../model/text.ts'
import { textOfNodes } from '../content.ts'
import { mapStepLists } from '../item-steps.ts'
import { isFailureTitle } from '../language/cue.ts'
import { refersToFirst, statesFailure } from '../language/outcome.ts'
import { clausesOf } from '../language/sentences.ts'
import { endsOf, mapSteps } from '../map-steps.ts'
import type { ProcedureSection, RunbookReference, RunbookSection, Step } from '../types.ts'

/**
 * Adds to steps and items the sections to go to if they fail: those that the text names after “If you see the error
 * …”, and to the last step of a procedure (if that is a choice, to each alternative) or action of a stage, and to the
 * expected results after it, a section after it about why it failed.
 */
export function addFailures(
  sections: readonly RunbookSection[],
  units: UnitTables,
): readonly RunbookSection[] {
  return sections.map((section, at) => {
    if (section.type === 'context' && section.role === 'results') {
      const next = failureAfter(sections, at, units)
      return next ? { ...section, onFailure: [referenceTo(next)] } : section
    }
    return mapStepLists(section, (steps, areWork) => {
      const next = areWork ? failureAfter(sections, at, units) : undefined
      const ends = endsOf(steps).map(({ number }) => number)
      return mapSteps(steps, (step) => {
        const named = namedIn(step, sections, at, units)
        const found = [
          ...named,
          ...(next && ends.includes(step.number) && !named.includes(next) ? [next] : []),
        ]
        return found.length > 0 ? { ...step, onFailure: found.map(referenceTo) } : step
      })
    })
  })
}

function referenceTo(section: RunbookSection): RunbookReference {
  const { title } = section
  if (section.type !== 'context') return { letter: section.letter, title }
  return { letter: '', ...(section.id && { id: section.id }), title }
}

/** The section about failures that follows a procedure, before the next procedure. */
function failureAfter(
  sections: readonly RunbookSection[],
  at: number,
  units: UnitTables,
): RunbookSection | undefined {
  const next = sections
    .slice(at + 1)
    .find((section) => section.type !== 'context' || isAboutFailure(section, units))
  return next && isAboutFailure(next, units) ? next : undefined
}

/** Whether a section is about a failure of the work before it. */
function isAboutFailure(section: RunbookSection, units: UnitTables): boolean {
  if (section.type === 'context' && section.role === 'failure') return true
  return isFailureTitle(textOfNodes(section.title, units, 'source'))
}

/** The sections that a step names for its failure. */
function namedIn(
  step: Step,
  sections: readonly RunbookSection[],
  own: number,
  units: UnitTables,
): readonly RunbookSection[] {
  const text = step.parts
    .map((part) => (part.type === 'content' ? textOfNodes(part.content, units, 'source') : ''))
    .join(' ')
  const sentences = clausesOf(text)
  const start = sentences.findIndex(statesFailure)
  if (start < 0) return []
  const said = sentences.slice(start).join(' ').toLowerCase()
  return sections.filter((section, at): section is ProcedureSection => {
    if (section.type !== 'procedure' || at === own) return false
    const title = textOfNodes(section.title, units, 'source').toLowerCase()
    return (title.length > 8 && said.includes(title)) || (at < own && refersToFirst(said))
  })
}
