import { textOfParts } from '../../model/text.ts'
import { encodeUrlPart } from '../../util/encode-url-part.ts'
import { langOfParts } from '../lang-of-parts.ts'
import type { PageScope } from './page-scope.ts'

/** A heading as the “on this page” list shows it. */
export interface OutlineItem {
  readonly url: string
  readonly text: string
  /** Language of the text where it is not that of the page: that of the other side, which stands in. */
  readonly lang: string | null
  readonly children: readonly OutlineItem[]
}

/** Fewest headings that make a list worth its room. */
const FEWEST = 2

/** The second- and third-level headings as a list of lists; `null` where there are too few. */
export function buildOutline({ document, side }: PageScope): readonly OutlineItem[] | null {
  const items: (OutlineItem & { children: OutlineItem[] })[] = []
  let count = 0
  for (const { id, depth, parts } of document.outline) {
    const text = textOfParts(parts, document, side)
    if (!text || (depth !== 2 && depth !== 3)) continue
    const item = {
      url: `#${encodeUrlPart(id)}`,
      text,
      lang: langOfParts(parts, document, side),
      children: [],
    }
    const parent = depth === 3 ? items.at(-1) : undefined
    ;(parent?.children ?? items).push(item)
    count++
  }
  return count < FEWEST ? null : items
}
