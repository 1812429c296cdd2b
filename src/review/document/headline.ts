import type { Headline, StructureChange, TargetChange, TextChange } from '../types/unit-review.ts'

/** Facts of a unit that both versions, or one of them, have. */
export interface UnitFacts {
  readonly source: TextChange
  readonly target: TargetChange
  readonly structure: StructureChange
  readonly moved: boolean
}

const WORDS: ReadonlySet<TargetChange> = new Set(['punctuation', 'case', 'text'])
const MARKUP: ReadonlySet<TargetChange> = new Set(['markup', 'url'])

/** Sums up the facts of a unit in one word. */
export function headlineOf({ source, target, structure, moved }: UnitFacts): Headline {
  if (structure !== 'one-to-one') return structure
  if (target === 'became-source') return 'untranslated'
  const [isSourceNew, isTargetNew] = [WORDS.has(source), WORDS.has(target)]
  if (isSourceNew && isTargetNew) return 'source-changed+retranslated'
  // White space is no translation of anything.
  if (isSourceNew) return MARKUP.has(target) ? 'source-changed' : 'stale'
  if (isTargetNew) return 'retranslated'
  if (MARKUP.has(source) || MARKUP.has(target)) return 'markup-only'
  if (source === 'whitespace' || target === 'whitespace') return 'whitespace-only'
  return moved ? 'moved' : 'unchanged'
}
