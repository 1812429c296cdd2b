import { scanSxs } from '../../bitext/scan-sxs.ts'
import type { SxsSide, SxsUnit } from '../../bitext/sxs-piece.ts'
import type { TranslationUnit } from '../../model/unit.ts'
import { compare } from '../../util/data/compare.ts'
import { groupBy } from '../../util/data/group-by.ts'
import { scanDocument } from '../scan/scan-document.ts'
import type { Decision } from '../types/decisions.ts'
import { stateOf } from './state-of.ts'
import { keyOfUnits, lapsedKey } from './unit-keys.ts'

/** A target to replace in a text, and the decisions that ask for it. */
export interface SuggestionEdit {
  /** Index of the unit in the scan. */
  readonly unit: number
  /** Range of its target, without delimiters. */
  readonly start: number
  readonly end: number
  readonly suggestion: string
  /** Another spelling, which is tried if the suggestion cannot be proved. */
  readonly otherwise?: string
  readonly decisions: readonly Decision[]
  /**
   * Whether the unit says in the changed text what it should; the suggestion is then written as it is. Default: its line breaks are
   * adapted to the document, and it must say there what it says by itself.
   */
  readonly reads?: (unit: TranslationUnit, text: string) => boolean
}

/** A suggestion that is not written. */
export interface RefusedSuggestion {
  readonly path: string
  /** Line and column of the target in the file, from 1; absent if the text is gone. */
  readonly line?: number
  readonly column?: number
  readonly suggestion: string
  readonly reason: string
}

/** A refusal, by its offset. */
export interface PlacedRefusal {
  readonly offset: number
  readonly suggestion: string
  readonly reason: string
}

/** What decisions ask of a text. */
export interface SuggestionEdits {
  readonly edits: readonly SuggestionEdit[]
  readonly refused: readonly PlacedRefusal[]
}

/**
 * Finds the targets that decisions want replaced, in document order. Decisions on other texts than those of the
 * document have lapsed, and ask for nothing.
 *
 * @param decisions on the document.
 */
export function suggestionEdits(path: string, text: string, decisions: readonly Decision[]): SuggestionEdits {
  const scanned = scanDocument(text)
  const byKey = groupBy(decisions, ({ key }) => key)
  const sides = targetsOf(text)
  const edits: SuggestionEdit[] = []
  const refused: PlacedRefusal[] = []
  for (const [unit, key] of keyOfUnits(path, scanned).entries()) {
    const own = byKey.get(key)
    const suggested = own?.flatMap(({ suggestion }) => suggestion ?? []) ?? []
    if (!own || suggested.length === 0) continue
    const suggestion = suggested[0]!
    const { start, target } = scanned.units[unit]!
    const side = sides.get(start)
    const refuse = (reason: string, offset = side?.start ?? start) =>
      refused.push({ offset, suggestion: [...new Set(suggested)].sort(compare).join(' | '), reason })
    if (stateOf(own) === 'contradicted') refuse('reviewers contradict each other')
    else if (suggestion.trim() === '') refuse('the suggestion is empty')
    else if (!side) refuse('the unit has no target to replace')
    else if (side.units.length > 0) refuse('other units are inside the target')
    else if (target !== suggestion)
      edits.push({ unit, start: side.start, end: side.end, suggestion, decisions: own })
  }
  return { edits, refused }
}

/** Targets by the offset of their unit. */
function targetsOf(text: string): ReadonlyMap<number, SxsSide> {
  const sides = new Map<number, SxsSide>()
  const visit = ({ start, target, source }: SxsUnit) => {
    if (target) sides.set(start, target)
    for (const side of [target, source]) for (const unit of side?.units ?? []) visit(unit)
  }
  for (const piece of scanSxs(text)) if (piece.type === 'unit') visit(piece)
  return sides
}

/**
 * The decisions on a document after some of its targets were replaced: a suggestion becomes an approval of the
 * text that now is what its reviewer wrote, other decisions on that unit lapse, and those on other units keep to
 * their units.
 *
 * @param before the text that the decisions are on.
 * @param written the replaced targets.
 */
export function decisionsAfter(
  path: string,
  [before, after]: readonly [before: string, after: string],
  decisions: readonly Decision[],
  written: readonly SuggestionEdit[],
): readonly Decision[] {
  const scanned = scanDocument(after)
  const [old, current] = [keyOfUnits(path, scanDocument(before)), keyOfUnits(path, scanned)]
  const place = new Map(old.map((key, at) => [key, at]))
  const replaced = new Map(written.map(({ unit, suggestion }) => [unit, suggestion]))
  const taken = new Set(current)
  return decisions.map((decision): Decision => {
    const unit = place.get(decision.key)
    if (unit === undefined) return decision
    const key = current[unit]!
    if (!replaced.has(unit)) return { ...decision, key }
    const { suggestion, ...rest } = decision
    if (suggestion !== undefined && suggestion === replaced.get(unit))
      return { ...rest, key, state: 'approved', target: scanned.units[unit]!.target }
    // Nobody else has seen the new text. Another unit may now have the key of the old one.
    return taken.has(decision.key) ? { ...decision, key: lapsedKey(decision.key) } : decision
  })
}
