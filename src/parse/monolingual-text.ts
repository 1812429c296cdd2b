import { OffsetMap } from '../bitext/offset-map.ts'
import { scanSxs } from '../bitext/scan-sxs.ts'
import type { MadeText } from '../bitext/skeleton-text.ts'
import { sideMarkup } from '../bitext/unit-drafts.ts'
import { otherSide } from '../model/text.ts'
import type { Side } from '../model/unit.ts'
import { readDocument } from './parse-document.ts'

/** A quick check whether a side may be published differently from how it is written. */
const MAY_DIFFER = /\\[*`]|> https?:/i

/** A bilingual text in one locale: each unit is replaced by that side as published, or by the other side if it lacks it. */
export function monolingualText(input: string, side: Side): MadeText {
  const published = MAY_DIFFER.test(input) ? publishedSides(input) : undefined
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
    const markup = published?.get(found.start)
    if (markup === undefined) {
      map.add(text.length, found.start, found.units.length === 0)
      text += sideMarkup(input, found, name)
      continue
    }
    // The published form is the written one with some characters removed.
    for (let at = 0, from = found.start; at < markup.length; at++, from++) {
      const start = from
      while (input[from] !== markup[at]) from++
      if (at === 0 || from > start) map.add(text.length, from, true)
      text += markup[at]
    }
  }
  map.add(text.length, input.length, false)
  return { text, map }
}

/** The sides that are published differently, by their offset in the input. */
function publishedSides(input: string): ReadonlyMap<number, string> {
  const { units } = readDocument(input, { path: '' })
  return new Map(
    Object.values(units)
      .flatMap(({ source, target }) => [source, target])
      .flatMap((segment) =>
        segment?.published === undefined ? [] : [[segment.place[0], segment.published]],
      ),
  )
}
