import type { Root } from 'mdast'
import type { Replacement } from '../../bitext/skeleton-text.ts'
import { visit } from '../../util/tree/visit.ts'

/** A quick check for images whose alternative text may have unpaired brackets. */
const SUSPECT = /!\[[^\]\n]{0,2000}(?:\[|\](?![([:]))/
/** An image in source form, up to the first possible end of its alternative text. */
const IMAGE = /(?<!\\)!\[([^\n]{1,2000}?)\](?=\([^\s()<>]+(?:\s+"[^"\n]*")?\s*\))/y
const BRACKET = /\\[\s\S]|[[\]]/g

/**
 * Finds images that are displayed as text because their alternative text has unpaired brackets (translation changes it even outside of
 * units), and returns these texts with the brackets escaped.
 *
 * @param isOpaque whether a text must be neither split nor changed.
 */
export function unpairedBrackets(
  tree: Root,
  text: string,
  isOpaque: (alt: string) => boolean,
): Replacement[] {
  if (!SUSPECT.test(text)) return []
  const found: Replacement[] = []
  visit(tree, 'text', ({ position }) => {
    const [from, to] = [position?.start.offset, position?.end.offset]
    if (from === undefined || to === undefined) return
    for (let at = text.indexOf('![', from); at >= 0 && at < to; at = text.indexOf('![', at + 2)) {
      IMAGE.lastIndex = at
      const alt = IMAGE.exec(text)?.[1]
      if (alt === undefined || arePaired(alt) || isOpaque(alt)) continue
      const start = at + '!['.length
      const escaped = alt.replace(BRACKET, (mark) => (mark.length === 1 ? `\\${mark}` : mark))
      found.push({ start, end: start + alt.length, text: escaped })
    }
  })
  return found
}

function arePaired(alt: string): boolean {
  let depth = 0
  for (const [mark] of alt.matchAll(BRACKET)) {
    depth += mark === '[' ? 1 : mark === ']' ? -1 : 0
    if (depth < 0) return false
  }
  return depth === 0
}
