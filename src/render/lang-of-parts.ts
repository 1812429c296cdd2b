import type { BilingualDocument } from '../model/document.ts'
import type { TextPart } from '../model/hast.ts'
import { otherSide, unitOf } from '../model/text.ts'
import type { Side } from '../model/unit.ts'
import { localeOf } from './context.ts'

/** The locale of the other side where that stands in for a unit of a text that lacks this side; else `null`. */
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
