import type { Place } from '../../model/place.ts'
import type { TocLink } from '../../model/toc.ts'
import { isDocument, resolveIn } from './create-toc-reader.ts'
import type { TocItem } from './toc-items.ts'

/** Characters around an address that is not part of a longer one. */
const BEFORE = /[\s"'(<:,{[]/
const AFTER = /[\s"')>,}\]]/

/** Lists the entries of a file that lead to a document of the docset. */
export function toTocLinks(file: string, items: readonly TocItem[]): readonly TocLink[] {
  const links: TocLink[] = []
  let lists = 0
  addLinks(items)
  return links

  function addLinks(own: readonly TocItem[]): void {
    const list = lists++
    for (const { name, hrefs, items: below } of own) {
      for (const href of hrefs) {
        const path = resolveIn(file, href)
        if (path !== undefined && isDocument(path)) links.push({ name, href, path, list })
      }
      addLinks(below)
    }
  }
}

/** Finds an address in the text of a table of contents, from an offset on. */
export function placeOfAddress(text: string, href: string, from = 0): Place | undefined {
  if (href === '') return undefined
  for (let at = text.indexOf(href, from); at >= 0; at = text.indexOf(href, at + 1)) {
    const end = at + href.length
    if ((at === 0 || BEFORE.test(text[at - 1]!)) && (end === text.length || AFTER.test(text[end]!)))
      return [at, end]
  }
  return undefined
}
