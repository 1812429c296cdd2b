import type { Nodes, PhrasingContent, Root, Text } from 'mdast'
import type { Position } from 'unist'
import { readAttributes } from '../../bitext/triple-colon.ts'
import { NodeReplacements } from '../../util/tree/replace-nodes.ts'
import { visit } from '../../util/tree/visit.ts'
import { enlarged } from './lightbox.ts'
import { withoutNoLoc } from './no-loc.ts'

const CONSTRUCT = /:::(no-loc|image)\s+((?:[a-z-]+\s*=\s*(?:"[^"]*"|“[^”]*”)\s*)*):::/gi
/** The start of a construct, up to a point inside one of its values. */
const VALUE_OPEN =
  /:::(?:no-loc|image)\s+(?:[a-z-]+\s*=\s*(?:"[^"]*"|“[^”]*”)\s*)*[a-z-]+\s*=\s*["“][^"”:]*$/i
/** Maximum length of that start, so that time stays linear in the text. */
const LONGEST_CONSTRUCT = 2000
/** The end of a value. */
const VALUE_END = /^[^"”]*["”]/

/** Transforms Microsoft's constructs within a line: `:::no-loc text="…":::`, `:::image source="…" …:::`. */
export function inlineConstructs(tree: Root): void {
  visit(tree, ['image', 'link'], (node) => {
    if (node.type === 'image') node.alt = withoutNoLoc(node.alt)
    if (node.type === 'image' || node.type === 'link') node.title = withoutNoLoc(node.title)
  })
  const replacements = new NodeReplacements()
  visit(tree, 'text', (node, index, parent) => {
    if (index === undefined || !parent || !node.value.includes(':::')) return
    unlinkInValue(node, index, parent.children)
    const nodes = split(node.value, node.position)
    if (nodes.some((each) => each.type !== 'text')) replacements.add(parent, node, nodes)
  })
  replacements.apply()
}

/** Turns the link that Markdown makes of an address inside a construct's value back into text. */
function unlinkInValue(node: Text, index: number, siblings: Nodes[]): void {
  while (VALUE_OPEN.test(node.value.slice(-LONGEST_CONSTRUCT))) {
    const [link, after] = siblings.slice(index + 1, index + 3)
    const text = link?.type === 'link' && link.children.length === 1 ? link.children[0] : undefined
    if (text?.type !== 'text' || after?.type !== 'text' || !VALUE_END.test(after.value)) return
    node.value += text.value + after.value
    siblings.splice(index + 1, 2)
  }
}

function split(value: string, position: Position | undefined): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let offset = 0
  for (const match of value.matchAll(CONSTRUCT)) {
    if (match.index > offset) nodes.push({ type: 'text', value: value.slice(offset, match.index) })
    nodes.push(construct(match[1]!.toLowerCase(), readAttributes(match[2]!.replace(/[“”]/g, '"')), position))
    offset = match.index + match[0].length
  }
  if (offset < value.length || nodes.length === 0) nodes.push({ type: 'text', value: value.slice(offset) })
  return nodes
}

/** Makes the node of a construct; its position is that of the text around it. */
function construct(
  name: string,
  attributes: Record<string, string>,
  position: Position | undefined,
): PhrasingContent {
  if (name === 'image') {
    const { source: url = '', 'alt-text': alt = '' } = attributes
    return enlarged({ type: 'image', url, alt, ...(position && { position }) }, attributes)
  }
  const text = { type: 'text' as const, value: attributes.text ?? '' }
  return { type: 'emphasis', children: [text], data: { hName: 'span', hProperties: { translate: 'no' } } }
}
