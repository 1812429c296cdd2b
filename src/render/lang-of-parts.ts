import type { BilingualDocument } from '../model/document.ts'
import type { TextPart } from '../model/hast.ts'
import { otherSide, unitOf } from '../model/text.ts'
import type { Side } from '../model/unit.ts'
import { localeOf } from './context.ts'

/** Returns the locale of the other side if it replaces a missing side of a unit in a text; else `null`. */
export function langOfParts(
  parts: readonly TextPart[],
  document: BilingualDocument,
  side: Side,
): string | null {
  const isForeign = parts.some((part) => {
    const unit = typeof part === 'string' ? undefined : unitOf(document, part.unit)
    return unit !== undefined && !unit[side] && unit[otherSide(side)] !== null
  })
  return isForeign ? localeOf(document, otherSide(side)) : null
}
