import type { Element, ElementContent, Properties, Root, RootContent, Text } from 'hast'
import { encodeUrlPart } from '../../util/text/encode-url-part.ts'
import { visit } from '../../util/tree/visit.ts'
import { sanitizeTree } from './sanitize.ts'

const HEADING = /^h[1-6]$/

/**
 * Sanitizes a tree and normalizes legacy HTML: `<a name>` becomes an id, in a heading the heading's; elements without meaning
 * (`<span> </span>`, `<span>` without attributes, blank paragraphs, comments) are removed, and their content stays.
 *
 * @param isPlaced whether nodes keep their positions.
 */
export function tidyTree(tree: Root, isPlaced: boolean): Root {
  visit(tree, (node) => {
    if (!isPlaced) delete node.position
    if (node.type !== 'element') return
    if (node.tagName === 'a') nameToId(node)
    else if (node.tagName === 'xref') asXref(node)
  })
  return { type: 'root', children: tidied(sanitizeTree(tree).children, []) }
}

/** Appends the tidied nodes to `kept`, and joins adjacent texts. */
function tidied(nodes: readonly RootContent[], kept: RootContent[]): RootContent[] {
  for (const node of nodes) {
    if (node.type === 'text') addText(node, kept)
    if (node.type !== 'element') continue
    const { tagName, properties } = node
    if (tagName === 'span' && Object.keys(properties).length === 0) {
      tidied(node.children, kept)
      continue
    }
    if (tagName === 'p' && isBlank(node)) continue
    node.children = tidied(node.children, []) as ElementContent[]
    if (HEADING.test(tagName)) adoptAnchor(node)
    kept.push(node)
  }
  return kept
}

function addText(text: Text, kept: RootContent[]): void {
  const last = kept[kept.length - 1]
  if (last?.type === 'text') last.value += text.value
  else kept.push(text)
}

/** Whether an element contains only white space. */
export function isBlank(node: Element): boolean {
  return node.children.every((child) => child.type === 'text' && child.value.trim() === '')
}

function nameToId(link: Element): void {
  const { name, id } = link.properties
  if (typeof name === 'string' && name !== '' && id === undefined) link.properties.id = name
}

/** Turns DocFX's `xref` element into the link that Markdown produces for a uid. */
function asXref(node: Element): void {
  const { href, uid, displayproperty, text }: Properties = node.properties
  const query = new URLSearchParams()
  if (displayproperty) query.set('displayProperty', String(displayproperty))
  if (text) query.set('text', String(text))
  const written = String(href ?? encodeUrlPart(String(uid ?? '')))
  const separator = written.includes('?') ? '&' : '?'
  node.tagName = 'a'
  node.properties = { href: `xref:${written}${query.size > 0 ? `${separator}${query}` : ''}` }
}

/** Moves the id of a heading's first empty anchor to the heading; other anchors stay, as links may point to them. */
function adoptAnchor(heading: Element): void {
  const index = heading.children.findIndex(isAnchor)
  if (index < 0 || heading.properties.id !== undefined) return
  heading.properties.id = (heading.children[index] as Element).properties.id
  const after = heading.children.splice(index).slice(1)
  heading.children = tidied(after, heading.children) as ElementContent[]
}

function isAnchor(node: ElementContent): boolean {
  if (node.type !== 'element' || node.tagName !== 'a' || node.properties.href !== undefined) return false
  return node.properties.id !== undefined && isBlank(node)
}
