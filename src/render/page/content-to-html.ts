import type { ElementContent } from 'hast'
import { work } from '../../model/work.ts'
import { ContentWriter } from './content-writer.ts'
import type { PageScope } from './page-scope.ts'

/** The content of a page, and what its frame has to know of it. */
export interface PageContent {
  readonly content: string
  /** Whether it has a first-level heading. */
  readonly hasHeading: boolean
  /** Whether any segment has an other side. */
  readonly hasOther: boolean
}

/**
 * The content of a page, written while its skeleton is walked once: what filling the skeleton, `transformContent` and `toHtml` give, in a
 * third of their time, as no tree is made.
 *
 * @returns `null` where the skeleton holds what only these know, as footnotes and videos.
 */
export function contentToHtml(scope: PageScope): PageContent | null {
  const { skeleton } = scope.document
  const tree = skeleton.full?.[scope.side]?.tree ?? skeleton.tree
  const writer = new ContentWriter(scope)
  writer.writeAll(tree.children as ElementContent[], false)
  if (writer.isUnusual) return null
  work.skeletonsFilled++
  return { content: writer.toString(), hasHeading: writer.hasHeading, hasOther: writer.hasOther }
}
