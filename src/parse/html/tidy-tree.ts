import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import { encodeUrlPart } from '../../util/encode-url-part.ts'
import { SKIP, visit } from '../../util/visit.ts'

const HEADING = /^h[1-6]$/

/**
 * Evens out what the input's HTML and its history leave in a tree: `<a name>` becomes an id, in a heading the heading's; elements that
 * say nothing (`<span> </span>`, `<span>` without attributes, comments) go, with their content kept.
 */
export function tidyTree(tree: Root): Root {
  tree.children = tidied(tree.children, [])
  visit(tree, 'element', (node) => {
    if (!HEADING.test(node.tagName)) return
    adoptAnchor(node)
    return SKIP
  })
  joinTexts(tree)
  return tree
}

/** Adds what stays of nodes to others. */
function tidied(nodes: readonly RootContent[], kept: RootContent[]): RootContent[] {
  for (const node of nodes) {
    if (node.type === 'comment' || node.type === 'doctype') continue
    if (node.type === 'element') {
      nameToId(node)
      if (node.tagName === 'xref') asXref(node)
      if (node.tagName === 'p' && isBlank(node)) continue
      if (node.tagName === 'span' && saysNothing(node.properties)) {
        tidied(node.children, kept)
        continue
      }
      node.children = tidied(node.children, []) as ElementContent[]
    }
    kept.push(node)
  }
  return kept
}

/** The localization tool and the publisher leave spans that carry nothing but a class of theirs. */
function saysNothing(properties: Properties): boolean {
  return Object.keys(properties).length === 0
}

function isBlank(node: Element): boolean {
  return node.children.every((child) => child.type === 'text' && child.value.trim() === '')
}

function nameToId(node: Element): void {
  const { name, id } = node.properties
  if (node.tagName !== 'a' || typeof name !== 'string') return
  delete node.properties.name
  if (id === undefined && name !== '') node.properties.id = name
}

/** DocFX's element becomes the link that Markdown has for it. */
function asXref(node: Element): void {
  const { href, uid, displayproperty, text } = node.properties
  const query = new URLSearchParams()
  if (displayproperty) query.set('displayProperty', String(displayproperty))
  if (text) query.set('text', String(text))
  const written = String(href ?? encodeUrlPart(String(uid ?? '')))
  const separator = written.includes('?') ? '&' : '?'
  node.tagName = 'a'
  node.properties = { href: `xref:${written}${query.size > 0 ? `${separator}${query}` : ''}` }
}

/** The first empty anchor of a heading names the heading; others stay as they are, as links may point at them. */
function adoptAnchor(heading: Element): void {
  const index = heading.children.findIndex(isAnchor)
  if (index < 0 || heading.properties.id !== undefined) return
  const anchor = heading.children[index] as Element
  heading.properties.id = anchor.properties.id
  heading.children.splice(index, 1)
}

function isAnchor(node: ElementContent): boolean {
  if (node.type !== 'element' || node.tagName !== 'a' || node.properties.href !== undefined) return false
  return node.properties.id !== undefined && isBlank(node)
}

/** Joins texts that stand next to each other. */
function joinTexts(tree: Root | Element): void {
  visit(tree, (node) => {
    if (node.type !== 'element' && node.type !== 'root') return
    const joined: RootContent[] = []
    for (const child of node.children) {
      const last = joined[joined.length - 1]
      if (child.type === 'text' && last?.type === 'text') last.value += child.value
      else joined.push(child)
    }
    node.children = joined as ElementContent[]
  })
}
