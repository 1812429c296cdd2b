import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { readTree, type TreeWords } from './read-tree.ts'

/** Kinds of content that pages add to a document, by class name of the element. */
const ADDED: Readonly<Record<string, string>> = {
  'alert-title': 'alert',
  'container-label': 'container',
  video: 'video',
  'caption-text': 'table caption',
  'table-files': 'table files',
  xref: 'xref',
  'missing-include': 'include',
  missing: 'include',
  'data-footnote-backref': 'footnote',
}

/** Reads the words of a page's main content. */
export function pageWords(html: string): TreeWords {
  const article = find(fromHtml(html), (element) => classNames(element).includes('content'))
  return readTree(article ?? { type: 'root', children: [] }, (element) => {
    if (element.tagName === 'h1' && element.properties.id === undefined) return 'title of the front matter'
    if (element.properties.id === 'footnote-label') return 'footnote'
    if (element.properties.dataXref !== undefined) return 'xref'
    if (element.properties.dataMissing !== undefined) return 'include'
    const name = classNames(element).find((each) => Object.hasOwn(ADDED, each))
    return name === undefined ? undefined : ADDED[name]
  })
}

function classNames(element: Element): readonly string[] {
  return Array.isArray(element.properties.className) ? element.properties.className.map(String) : []
}

function find(node: Nodes, test: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && test(node)) return node
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = find(child, test)
    if (found) return found
  }
  return undefined
}
