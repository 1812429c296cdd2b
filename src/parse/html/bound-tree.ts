/**
 * Bounds the depth of trees.
 *
 * Time and memory stay linear in the input's length, even for hostile input. `DEEPEST` is the only depth limit, applied when trees are made:
 * `boundTree` flattens Markdown; `bound-raw.ts` turns tags that are too deep into comments of the same length before an HTML parser sees
 * them, so positions stay correct. All content stays. Every later stage can therefore recurse per level. Remark needs quadratic time for some
 * shapes; `markdown/find-unreadable.ts` finds them, and such a text is read as plain text. `simplified` in the model records each case, and
 * `document-simplified` reports it with its place. `npm run bench:shapes` measures such shapes at n, 2n and 4n.
 */

import type { Nodes, Parents, Root, RootContent, Table } from 'mdast'
import type { Position } from 'unist'
import type { Simplified } from '../../model/findings/simplified.ts'

/**
 * Maximum depth of a tree. Browsers have a similar limit (Chromium: 512). It is the only limit; code that walks trees recurses per level
 * and relies on it.
 */
export const DEEPEST = 400

/** Receives each construct that was simplified, with its position if known. */
export type OnSimplified = (why: Simplified['why'], position: Position | undefined) => void

/** Nodes that can be replaced by their content. Links do not nest. */
const WRAPPERS = new Set([
  ...['blockquote', 'delete', 'emphasis', 'footnoteDefinition', 'list'],
  ...['listItem', 'strong'],
])
/** Maximum number of cells added to short rows of a pipe table: so many per existing cell, plus a constant. */
const MOST_ADDED = { forEachCell: 30, beyond: 300 }

/**
 * Limits the depth of a tree to {@link DEEPEST}: nodes below lose their wrappers and keep their content. Not recursive. Pipe tables that
 * would be padded with far more cells than they have keep their short rows.
 */
export function boundTree(tree: Root, onSimplified: OnSimplified): Root {
  const open: { readonly node: Parents; at: number }[] = [{ node: tree, at: 0 }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.node.children[top.at++] as Nodes | undefined
    if (!child) open.pop()
    else if ('children' in child && child.children.length > 0) {
      if (child.type === 'table') boundTable(child)
      open.push({ node: child, at: 0 })
      if (open.length > DEEPEST) flatten(child, onSimplified)
    }
  }
  return tree
}

/** Replaces all wrappers in a node by their content. */
function flatten(node: Parents, onSimplified: OnSimplified): void {
  const flat: RootContent[] = []
  const left = [...node.children].reverse() as RootContent[]
  let isFlattened = false
  for (let next = left.pop(); next; next = left.pop()) {
    if (!WRAPPERS.has(next.type)) {
      flat.push(next)
      continue
    }
    isFlattened = true
    const { children } = next as Parents
    for (let at = children.length - 1; at >= 0; at--) left.push(children[at] as RootContent)
  }
  if (!isFlattened) return
  onSimplified('flattened', node.position)
  node.children = flat as never
}

/** Removes `align`, so that rows are not padded, and the cells beyond the header, which `align` would have dropped. */
function boundTable(table: Table): void {
  const columns = table.align?.length ?? 0
  const own = table.children.reduce((sum, row) => sum + row.children.length, 0)
  if (columns * table.children.length <= own * (MOST_ADDED.forEachCell + 1) + MOST_ADDED.beyond) return
  for (const row of table.children) row.children.length = Math.min(row.children.length, columns)
  delete table.align
}
