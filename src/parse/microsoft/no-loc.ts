import type { Element, ElementContent, Root } from 'hast'
import { NodeReplacements } from '../../util/tree/replace-nodes.ts'
import { SKIP, visit } from '../../util/tree/visit.ts'

const NO_LOC = /:::no-loc\s+text\s*=\s*(?:"([^"]*)"|“([^”]*)”)\s*:::/gi

/** Turns `:::no-loc text="…":::` in a text of raw HTML into elements; `null` if there is none. */
export function noLocInText(value: string): (Element | { type: 'text'; value: string })[] | null {
  if (!value.includes(':::')) return null
  const nodes: (Element | { type: 'text'; value: string })[] = []
  let from = 0
  for (const { 0: whole, 1: straight, 2: curly, index } of value.matchAll(NO_LOC)) {
    if (index > from) nodes.push({ type: 'text', value: value.slice(from, index) })
    const children: ElementContent[] = [{ type: 'text', value: straight ?? curly ?? '' }]
    nodes.push({ type: 'element', tagName: 'span', properties: { translate: 'no' }, children })
    from = index + whole.length
  }
  if (from === 0) return null
  if (from < value.length) nodes.push({ type: 'text', value: value.slice(from) })
  return nodes
}

/** Turns `:::no-loc:::` in a tree into elements, except in code. */
export function noLocInTree(tree: Root): Root {
  const replacements = new NodeReplacements()
  visit(tree, (node, _, parent) => {
    if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre')) return SKIP
    const nodes = node.type === 'text' ? noLocInText(node.value) : null
    if (nodes && parent) replacements.add(parent, node, nodes)
    return
  })
  replacements.apply()
  return tree
}

/** Replaces `:::no-loc:::` by its text, for texts that cannot contain elements. */
export function withoutNoLoc(value: string | null | undefined): string | null {
  return value?.includes(':::')
    ? value.replace(NO_LOC, (_, straight, curly) => straight ?? curly)
    : (value ?? null)
}
