import { SPACING } from '../data/spacing.ts'
import { quoteMarkup } from '../engine/quote.ts'
import { type EdgeFault, NAMES, type Sides } from './sides.ts'

/**
 * White space and a mark that ends a sentence or a part of it; not before `...`, `.NET` and `,5`. Text follows the marks of Chinese and
 * Japanese without a space.
 */
const SPACED =
  /[ \t\n\u00A0\u202F]+(?<mark>[.,;:!?،؛؟](?![\p{L}\p{N}.\\/_*-])|[。，、：；！？](?![.\\/_*-]))/uy

/** Finds marks that a space separates from the markup before them, if the source text has none. */
export function spacesBeforeMarks(sides: Sides): readonly EdgeFault[] {
  const { source, target, actual, to } = sides
  const usual = SPACING[to]?.before ?? ''
  const found = actual.flatMap(({ kind, end }) => {
    const match = spacedAt(target.markup, end)
    const mark = match?.groups?.mark ?? ''
    if (!match || usual.includes(mark)) return []
    const space = { start: end, end: SPACED.lastIndex - mark.length }
    return {
      found: `space between ${NAMES[kind]} and ${quoteMarkup(mark)}`,
      wanted: 'none',
      note: 'Delete the space before the mark.',
      ...space,
      fix: { ...space, text: '' },
    }
  })
  return found.length > 0 && sides.expected.some(({ end }) => spacedAt(source.markup, end)) ? [] : found
}

function spacedAt(markup: string, at: number): RegExpExecArray | null {
  SPACED.lastIndex = at
  return SPACED.exec(markup)
}
