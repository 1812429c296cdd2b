import type { Element } from 'hast'
import type { UnitTables } from '../../model/text.ts'
import { memoize } from '../../util/memoize.ts'
import { textOfNodes } from '../content.ts'
import type { TakeNote } from '../decision.ts'
import { contentOf } from '../map-steps.ts'
import type { ContextPassage, Passage, ProcedurePassage } from '../passage.ts'
import type { Step } from '../types.ts'
import { isWarning } from './instructions.ts'

/**
 * Moves warnings of sections that are otherwise background to the first step that names the same command, file or
 * the like. Such a section is then left out; without such a step it stays in sight.
 */
export function moveWarnings(
  passages: readonly Passage[],
  units: UnitTables,
  note: TakeNote,
): readonly Passage[] {
  const procedures = passages.filter((passage) => passage.type === 'procedure')
  const namesOf = memoize((step: Step) => namesIn(textOfNodes(contentOf(step), units, 'source')))
  return passages.filter((passage) => {
    if (passage.type !== 'context' || !passage.onlyWarnings) return true
    if (!moveAll(passage, procedures, namesOf, units)) return true
    note(passage.onlyWarnings, {
      became: 'left-out',
      reason: 'it contains no instruction, and its warnings are with the steps that they are about',
      cause: 'background',
    })
    return false
  })
}

/** Returns the names in a step. */
type NamesOf = (step: Step) => ReadonlySet<string>

/** Moves the warnings of a section; nothing if one of them has no step. */
function moveAll(
  { context }: ContextPassage,
  procedures: readonly ProcedurePassage[],
  namesOf: NamesOf,
  units: UnitTables,
): boolean {
  const places = context
    .filter(isWarning)
    .map((warning) => ({ warning, ...placeOf(warning, procedures, namesOf, units) }))
  if (places.length === 0 || places.some(({ procedure }) => !procedure)) return false
  for (const { warning, procedure, at } of places) {
    const steps = [...procedure!.steps]
    steps[at!] = { ...steps[at!]!, notes: [...steps[at!]!.notes, warning] }
    procedure!.steps = steps
  }
  return true
}

/** The step that a warning is about. */
function placeOf(
  warning: Element,
  procedures: readonly ProcedurePassage[],
  namesOf: NamesOf,
  units: UnitTables,
): { readonly procedure?: ProcedurePassage; readonly at?: number } {
  const names = namesIn(textOfNodes([warning], units, 'source'))
  for (const procedure of procedures) {
    const at = procedure.steps.findIndex((step) => [...namesOf(step)].some((name) => names.has(name)))
    if (at >= 0) return { procedure, at }
  }
  return {}
}

/** Commands, files and other names in code style: `Invoke-CsPoolFailOver`, `setup.exe`, `poolFqdn`. */
function namesIn(text: string): ReadonlySet<string> {
  const names = text.match(
    /\b(?:[A-Z][a-z]+-[A-Z]\w+|[\w-]+\.(?:exe|msi|ps1|cmd|bat|config|xml|dll)|[a-z]+[A-Z]\w+)\b/g,
  )
  return new Set(names?.map((name) => name.toLowerCase()))
}
