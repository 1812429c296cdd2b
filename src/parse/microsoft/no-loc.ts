import type { Element, ElementContent, Root } from 'hast'
import { NodeReplacements } from '../../util/replace-nodes.ts'
import { SKIP, visit } from '../../util/visit.ts'

const NO_LOC = /:::no-loc\s+text\s*=\s*(?:"([^"]*)"|“([^”]*)”)\s*:::/gi

/** A text of raw HTML with what is not to be translated (`:::no-loc text="…":::`) in elements; `null` where there is none. */
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

/** Puts what is not to be translated into elements, in all of a tree but code. */
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

/** A text that holds no elements: texts that are not to be translated stand in it as they are. */
export function withoutNoLoc(value: string | null | undefined): string | null {
  return value?.includes(':::')
    ? value.replace(NO_LOC, (_, straight, curly) => straight ?? curly)
    : (value ?? null)
}
