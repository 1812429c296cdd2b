/**
 * Bounds the depth of trees.
 *
 * Time and memory follow the input's length, whatever it claims. `DEEPEST` is the one limit of depth, applied where trees are made: `boundTree` flattens
 * Markdown; `bound-raw.ts` turns tags that are too deep into comments of the same length before an HTML parser sees them, so places stay right.
 * All content stays. Every later stage can therefore recurse per level. Remark needs quadratic time for some shapes; `markdown/find-unreadable.ts`
 * finds them, and such a text is read as plain text. `simplified` in the model records each case, and `document-simplified` reports it with its
 * place. `npm run bench:shapes` measures such shapes at n, 2n and 4n.
 */

import type { Nodes, Parents, Root, RootContent, Table } from 'mdast'
import type { Position } from 'unist'
import type { Simplified } from '../../model/findings/simplified.ts'

/**
 * Deepest nesting of a tree that is made. Browsers have such a limit too (Chromium: 512). It is the only one: all that walks through
 * trees calls itself for each level, and may rely on it.
 */
export const DEEPEST = 400

/** Is told what was read more simply than it is written, and where, if known. */
export type OnSimplified = (why: Simplified['why'], position: Position | undefined) => void

/** Nodes that hold what they stand among, so that their content can take their place. Links do not nest. */
const WRAPPERS = new Set([
  ...['blockquote', 'delete', 'emphasis', 'footnoteDefinition', 'list'],
  ...['listItem', 'strong'],
])
/** Most cells that are added to the short rows of a pipe table, for each of its own cells, and beyond that. */
const MOST_ADDED = { forEachCell: 30, beyond: 300 }

/**
 * Makes sure that a tree is no deeper than {@link DEEPEST}: what is nested more deeply loses its wrappers, and its content stays. It does
 * not call itself. Pipe tables whose short rows would be filled with far more cells than there are keep their rows short.
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

/** Replaces all wrappers in a node by what they hold. */
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

/** Without `align`, rows are not filled up; cells beyond the header, which are dropped by it, have to go. */
function boundTable(table: Table): void {
  const columns = table.align?.length ?? 0
  const own = table.children.reduce((sum, row) => sum + row.children.length, 0)
  if (columns * table.children.length <= own * (MOST_ADDED.forEachCell + 1) + MOST_ADDED.beyond) return
  for (const row of table.children) row.children.length = Math.min(row.children.length, columns)
  delete table.align
}
