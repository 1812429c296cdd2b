import type { PhrasingContent, Root } from 'mdast'
import { NodeReplacements } from '../../util/replace-nodes.ts'
import { visit } from '../../util/visit.ts'
import { readAttributes } from '../triple-colon.ts'

const NO_LOC = /:::no-loc\s+text\s*=\s*(?:"([^"]*)"|“([^”]*)”)\s*:::/gi
const CONSTRUCT = /:::(no-loc|image)\s+((?:[a-z-]+\s*=\s*(?:"[^"]*"|“[^”]*”)\s*)*):::/gi

/** Reads Microsoft's constructs within a line: `:::no-loc text="…":::`, `:::image source="…" …:::`. */
export function inlineConstructs(tree: Root): void {
  visit(tree, ['image', 'link'], (node) => {
    if (node.type === 'image') node.alt = withoutNoLoc(node.alt)
    if (node.type === 'image' || node.type === 'link') node.title = withoutNoLoc(node.title)
  })
  const replacements = new NodeReplacements()
  visit(tree, 'text', (node, _, parent) => {
    if (!parent || !node.value.includes(':::')) return
    const nodes = split(node.value)
    if (nodes.some((each) => each.type !== 'text')) replacements.add(parent, node, nodes)
  })
  replacements.apply()
}

/** A text that holds no elements: texts that are not to be translated stand in it as they are. */
function withoutNoLoc(value: string | null | undefined): string | null {
  return value?.includes(':::')
    ? value.replace(NO_LOC, (_, straight, curly) => straight ?? curly)
    : (value ?? null)
}

function split(value: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let offset = 0
  for (const match of value.matchAll(CONSTRUCT)) {
    if (match.index > offset) nodes.push({ type: 'text', value: value.slice(offset, match.index) })
    nodes.push(construct(match[1]!.toLowerCase(), readAttributes(match[2]!.replace(/[“”]/g, '"'))))
    offset = match.index + match[0].length
  }
  if (offset < value.length || nodes.length === 0) nodes.push({ type: 'text', value: value.slice(offset) })
  return nodes
}

function construct(name: string, attributes: Record<string, string>): PhrasingContent {
  if (name === 'image')
    return { type: 'image', url: attributes.source ?? '', alt: attributes['alt-text'] ?? '' }
  const text = { type: 'text' as const, value: attributes.text ?? '' }
  return { type: 'emphasis', children: [text], data: { hName: 'span', hProperties: { translate: 'no' } } }
}
