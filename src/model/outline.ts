import type { TextPart } from './hast.ts'
import type { Place } from './place.ts'

/** A heading of the document; the outline lists them in document order. */
export interface OutlineEntry {
  /** Anchor of the heading, the same in every locale. */
  readonly id: string
  /** Heading level, 1 to 6. */
  readonly depth: number
  /** Text of the heading. */
  readonly parts: readonly TextPart[]
  /** Place of the heading in the input, if known. */
  readonly place?: Place
}

/** The headings above a place in a document, outermost first; `index` is the innermost one's index in the outline. */
export function headingsAbove(
  outline: readonly OutlineEntry[],
  index: number | undefined,
): readonly OutlineEntry[] {
  const above: OutlineEntry[] = []
  let depth = Number.POSITIVE_INFINITY
  for (let at = index ?? -1; at >= 0; at--) {
    const entry = outline[at]!
    if (entry.depth >= depth) continue
    depth = entry.depth
    above.unshift(entry)
  }
  return above
}
