import type { UnitTables } from '../../model/text.ts'
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
  return passages.filter((passage, at) => {
    if (passage.type !== 'context' || !passage.onlyIfNamed) return true
    const kinds = kindsIn(passage)
    if (passages.slice(at + 1).some((later) => namesAny(later, kinds, units))) return true
    for (const element of [passage.onlyIfNamed, ...passage.context])
      if (element.type === 'element') note(element, BACKGROUND)
    return false
  })
}

/** Whether a section has code, a table, or both. */
function kindsIn({ context }: ContextPassage): ReadonlySet<'code' | 'table'> {
  const has = (tagName: string) => context.some((node) => hasElement(node, tagName))
  return new Set([...(has('pre') ? ['code' as const] : []), ...(has('table') ? ['table' as const] : [])])
}

/** Whether a procedure refers to code or a table above it. */
function namesAny(passage: Passage, kinds: ReadonlySet<'code' | 'table'>, units: UnitTables): boolean {
  if (passage.type !== 'procedure') return false
  const said = textOfNodes([...passage.context, ...passage.steps.flatMap(contentOf)], units, 'source')
  return clausesOf(said).some((sentence) => {
    const kind = refersAbove(sentence)
    return kind === 'any' || (kind !== null && kinds.has(kind))
  })
}
