import type { Root } from 'hast'
import { titleAlerts } from './alerts.ts'
import { dropBlankParagraphs } from './blank-paragraphs.ts'
import { wrapCodeBlocks } from './code-blocks.ts'
import { labelContainers } from './containers.ts'
import { labelFootnotes } from './footnotes.ts'
import { rewriteLinks } from './links.ts'
import { labelMissing } from './missing.ts'
import { addOtherSide } from './other-side.ts'
import type { PageScope } from './page-scope.ts'
import { wrapTables } from './tables.ts'
import { wrapVideos } from './videos.ts'

/** Transforms of a page's content, in this order. */
const TRANSFORMS: readonly ((tree: Root, scope: PageScope) => void)[] = [
  dropBlankParagraphs,
  addOtherSide,
  rewriteLinks,
  titleAlerts,
  labelContainers,
  labelMissing,
  labelFootnotes,
  wrapVideos,
  wrapTables,
  wrapCodeBlocks,
]

/** Turns a filled skeleton into the content of a page; changes `tree`. */
export function transformContent(tree: Root, scope: PageScope): void {
  for (const transform of TRANSFORMS) transform(tree, scope)
}
