import { textOfParts } from '../../model/text.ts'
import { encodeUrlPart } from '../../util/text/encode-url-part.ts'
import { langOfParts } from '../lang-of-parts.ts'
import type { PageScope } from './page-scope.ts'

/** A heading in the “on this page” list. */
export interface OutlineItem {
  readonly url: string
  readonly text: string
  /** Language of the text if it is not that of the page; else `null`. */
  readonly lang: string | null
  readonly children: readonly OutlineItem[]
}

/** Minimum number of headings for a list. */
const FEWEST = 2

/** Makes a nested list of the second- and third-level headings; `null` if there are too few. */
export function buildOutline({
  document,
  side,
  locale,
  contentLocale,
}: PageScope): readonly OutlineItem[] | null {
  const items: (OutlineItem & { children: OutlineItem[] })[] = []
  let count = 0
  for (const { id, depth, parts } of document.outline) {
    const text = textOfParts(parts, document, side)
    if (!text || (depth !== 2 && depth !== 3)) continue
    const item = {
      url: `#${encodeUrlPart(id)}`,
      text,
      lang: contentLocale === locale ? langOfParts(parts, document, side) : contentLocale,
      children: [],
    }
    const parent = depth === 3 ? items.at(-1) : undefined
    ;(parent?.children ?? items).push(item)
    count++
  }
  return count < FEWEST ? null : items
}
