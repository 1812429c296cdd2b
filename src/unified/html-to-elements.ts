/**
 * Raw HTML as nodes of mdast that become elements, for pipelines that cannot have raw HTML.
 *
 * The children of each parent are parsed together, because a tag in one node can end in another: the HTML parser gets the raw HTML as it is, and
 * a placeholder for every other node.
 */

import type { ElementContent, Root as HastRoot } from 'hast'
import { raw } from 'hast-util-raw'
import type { Emphasis, Html, Nodes, PhrasingContent, Root } from 'mdast'
import { escapePlaceholders, isPlaceholder } from '../parse/html/placeholders.ts'
import { visit } from '../util/tree/visit.ts'

/** A node that is no HTML, by its index. */
interface Other {
  readonly type: 'mdast'
  readonly index: number
}

/** Replaces the raw HTML of a tree by nodes that `mdast-util-to-hast` turns into elements; comments are removed. */
export function htmlToElements(tree: Root): void {
  visit(tree, (node: Nodes) => {
    if (!('children' in node) || !node.children.some(({ type }) => type === 'html')) return
    node.children = elementsIn(node.children, node.type === 'root') as typeof node.children
  })
}

function elementsIn(children: readonly Nodes[], isRoot: boolean): Nodes[] {
  const given = children.map((node, index) => {
    if (node.type !== 'html') return { type: 'mdast', index } as const satisfies Other
    return isPlaceholder(node.value) && !isRoot
      ? { type: 'text' as const, value: node.value }
      : { type: 'raw' as const, value: escapePlaceholders(node.value) }
  })
  const position = children.find((node): node is Html => node.type === 'html')?.position
  const { children: made } = raw({ type: 'root', children: given } as HastRoot, {
    passThrough: ['mdast'],
  }) as HastRoot
  return made.flatMap(toMdast).filter((node) => !isRoot || node.type !== 'text' || node.value.trim() !== '')

  function toMdast(node: HastRoot['children'][number] | Other): Nodes[] {
    if (node.type === 'mdast') return [children[node.index]!]
    if (node.type === 'text') return [{ type: 'text', value: node.value }]
    if (node.type !== 'element') return []
    // A node of mdast without a meaning of its own: only its element counts.
    const element: Emphasis = {
      type: 'emphasis',
      children: (node.children as ElementContent[]).flatMap(toMdast) as PhrasingContent[],
      data: { hName: node.tagName, hProperties: node.properties },
      ...(position && { position }),
    }
    return [element]
  }
}
