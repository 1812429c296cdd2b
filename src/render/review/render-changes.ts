import type { Root } from 'hast'
import type { BilingualDocument } from '../../model/document.ts'
import type { Side } from '../../model/unit.ts'
import type { RenderContext } from '../context.ts'
import { fillSkeleton } from '../fill-skeleton.ts'
import { createPageScope } from '../page/page-scope.ts'
import { transformContent } from '../page/transform-content.ts'
import { toHtml } from '../to-html.ts'
import { leaveOut } from './leave-out.ts'
import { pairBlocks } from './pair-blocks.ts'
import { settleContent } from './settle-content.ts'

/**
 * Renders the parts of a document that changed as on its pages, with a unit of context on each side, as rows of
 * source and target.
 *
 * @param changed numbers of the changed units by key, written to `data-u`.
 */
export function renderChanges(
  document: BilingualDocument,
  changed: ReadonlyMap<string, number>,
  context: RenderContext,
): readonly (readonly [source: string, target: string])[] {
  const rows = pairBlocks(
    contentOf(document, 'source', changed, context),
    contentOf(document, 'target', changed, context),
  )
  return rows.map(([source, target]) => [source.map(toHtml).join(''), target.map(toHtml).join('')])
}

function contentOf(
  document: BilingualDocument,
  side: Side,
  changed: ReadonlyMap<string, number>,
  context: RenderContext,
): Root {
  const tree = fillSkeleton(document, side)
  transformContent(tree, createPageScope(document, side, context))
  leaveOut(tree, (key) => changed.has(key))
  settleContent(tree, changed)
  return tree
}
