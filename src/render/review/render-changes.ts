import type { Root } from 'hast'
import type { BilingualDocument } from '../../model/document.ts'
import type { Side } from '../../model/unit.ts'
import type { RenderContext } from '../context.ts'
import { fillSkeleton } from '../fill-skeleton.ts'
import { createPageScope } from '../page/page-scope.ts'
import { transformContent } from '../page/transform-content.ts'
import { toHtml } from '../to-html.ts'
import { leaveOut } from './leave-out.ts'
import { markRemoved, removedKey, type UnitOrder } from './mark-removed.ts'
import { pairBlocks } from './pair-blocks.ts'
import { settleContent } from './settle-content.ts'

/**
 * Renders the parts of a document that changed as on its pages, with a unit of context on each side, as rows of
 * source and target. Where units were removed, there are empty elements `removed`.
 *
 * @param changed numbers of the changed units by key, written to `data-u`.
 * @param order the units of the document, and where others were.
 */
export function renderChanges(
  document: BilingualDocument,
  changed: ReadonlyMap<string, number>,
  order: UnitOrder,
  context: RenderContext,
): readonly (readonly [source: string, target: string])[] {
  const marked = new Map(changed)
  for (const unit of order) if (typeof unit !== 'string') marked.set(removedKey(unit.number), unit.number)
  const contentOn = (side: Side) => contentOf(document, side, { changed: marked, order }, context)
  const rows = pairBlocks(contentOn('source'), contentOn('target'))
  return rows.map(([source, target]) => [source.map(toHtml).join(''), target.map(toHtml).join('')])
}

function contentOf(
  document: BilingualDocument,
  side: Side,
  { changed, order }: { readonly changed: ReadonlyMap<string, number>; readonly order: UnitOrder },
  context: RenderContext,
): Root {
  const tree = fillSkeleton(document, side)
  transformContent(tree, createPageScope(document, side, context))
  markRemoved(tree, order)
  leaveOut(tree, (key) => changed.has(key))
  settleContent(tree, changed)
  return tree
}
