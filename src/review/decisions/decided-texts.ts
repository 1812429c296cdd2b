import { linesOf, positionOf } from '../../model/place.ts'
import { memoize } from '../../util/memoize.ts'
import type { ScannedDocument, ScannedUnit } from '../scan/scanned-document.ts'
import { together } from '../text/together.ts'
import type { Decision } from '../types/decisions.ts'
import { keyOfUnits } from './unit-keys.ts'

/** Where a document has the text that a decision was made on. */
export interface DecidedText {
  /** Line of the unit, from 1. */
  readonly line: number
}

/**
 * Returns a function that finds the texts of decisions in a document; it returns `undefined` for those that have
 * lapsed.
 *
 * @param scanned absent if there is no such document any longer.
 */
export function decidedTexts(
  path: string,
  scanned: ScannedDocument | undefined,
): (decision: Decision) => DecidedText | undefined {
  if (!scanned) return () => undefined
  const { units, text } = scanned
  const byKey = new Map(keyOfUnits(path, scanned).map((key, at) => [key, units[at]!]))
  const lines = memoize((_: 'all') => linesOf(text))
  return (decision) => {
    const unit = byKey.get(decision.key) ?? firstOf(units, decision)
    return unit && { line: positionOf({ lines: lines('all') }, unit.start).line }
  }
}

/** The first of consecutive units that together have the texts of a decision on a unit that was split. */
function firstOf(units: readonly ScannedUnit[], { source, target }: Decision): ScannedUnit | undefined {
  return units.find((_, first) => {
    for (let end = first + 2; end <= units.length; end++) {
      const parts = units.slice(first, end)
      const joined = together(parts, 'source')
      if (joined === source && together(parts, 'target') === target) return true
      if (!(source ?? '').startsWith(joined ?? '')) return false
    }
    return false
  })
}
