import { otherSide } from '../model/text.ts'
import type { Side } from '../model/unit.ts'
import { OffsetMap } from './offset-map.ts'
import { scanSxs } from './scan-sxs.ts'
import type { MadeText } from './skeleton-text.ts'
import { sideMarkup } from './unit-drafts.ts'

/** A bilingual text in one locale: each unit replaced by that side as written, or by its other side where it has none. */
export function monolingualText(input: string, side: Side): MadeText {
  const map = new OffsetMap()
  let text = ''
  for (const piece of scanSxs(input)) {
    if (piece.type === 'text') {
      map.add(text.length, piece.start, true)
      text += input.slice(piece.start, piece.end)
      continue
    }
    const name = piece[side] ? side : otherSide(side)
    const found = piece[name]
    if (!found) continue
    map.add(text.length, found.start, found.units.length === 0)
    text += sideMarkup(input, found, name)
  }
  map.add(text.length, input.length, false)
  return { text, map }
}
