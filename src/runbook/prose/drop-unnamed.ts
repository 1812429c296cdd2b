import type { UnitTables } from '../../model/text.ts'
import { memoize } from '../../util/memoize.ts'
import { hasElement, textOfNodes } from '../content.ts'
import type { TakeNote } from '../decision.ts'
import { refersAbove } from '../language/reference.ts'
import { clausesOf } from '../language/sentences.ts'
import { contentOf } from '../map-steps.ts'
import type { ContextPassage, Passage } from '../passage.ts'
import { BACKGROUND } from './whole-section.ts'

/**
 * Leaves out background with code or tables, unless steps after it refer to something above them (“the XML that you
 * created above”).
 */
export function dropUnnamed(
  passages: readonly Passage[],
  units: UnitTables,
  note: TakeNote,
): readonly Passage[] {
  const namedBy = memoize((passage: Passage) => kindsNamedBy(passage, units))
  return passages.filter((passage, at) => {
    if (passage.type !== 'context' || !passage.onlyIfNamed) return true
    const kinds = ['any', ...kindsIn(passage)] as const
    if (passages.slice(at + 1).some((later) => kinds.some((kind) => namedBy(later).has(kind)))) return true
    for (const element of [passage.onlyIfNamed, ...passage.context])
      if (element.type === 'element') note(element, BACKGROUND)
    return false
  })
}

/** Whether a section has code, a table, or both. */
function kindsIn({ context }: ContextPassage): readonly ('code' | 'table')[] {
  const has = (tagName: string) => context.some((node) => hasElement(node, tagName))
  return [...(has('pre') ? ['code' as const] : []), ...(has('table') ? ['table' as const] : [])]
}

/** What a procedure, or the text that introduces it, refers to above it: code, tables, anything. */
function kindsNamedBy(passage: Passage, units: UnitTables): ReadonlySet<ReturnType<typeof refersAbove>> {
  if (passage.type === 'stage' || (passage.type === 'context' && !passage.isAbove)) return new Set()
  const steps = passage.type === 'procedure' ? passage.steps : []
  const said = textOfNodes([...passage.context, ...steps.flatMap(contentOf)], units, 'source')
  return new Set(clausesOf(said).map(refersAbove))
}
