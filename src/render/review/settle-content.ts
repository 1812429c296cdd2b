import type { Element, ElementContent, Properties, Root } from 'hast'
import { visit } from '../../util/tree/visit.ts'
import { classNames, element } from '../page/element.ts'
import { segmentKey } from '../segment-key.ts'

/** Properties that stay: what the style sheet needs, and what gives a table its shape. */
const KEPT: ReadonlySet<string> = new Set([
  'className',
  'colSpan',
  'dataAlert',
  'dataLanguage',
  'dataN',
  'dir',
  'display',
  'lang',
  'open',
  'reversed',
  'rowSpan',
  'scope',
  'start',
  'tabIndex',
  'translate',
  'type',
  'value',
])
const HEADING = /^h[1-6]$/

/**
 * Makes the content of a page part of another one that loads nothing: links lead nowhere, images are their
 * descriptions, headings are paragraphs, and nothing has an id. Changed units get their number. Changes `tree`.
 */
export function settleContent(tree: Root, changed: ReadonlyMap<string, number>): void {
  visit(tree, 'element', (node, index, parent) => {
    const key = segmentKey(node)
    const number = key === undefined ? undefined : changed.get(key)
    const { lang } = node.properties
    const isPlain = key !== undefined && number === undefined && node.tagName === 'span' && lang === undefined
    if (isPlain) {
      parent!.children.splice(index!, 1, ...node.children)
      return index!
    }
    const shown = replaced(node)
    if (shown !== node) {
      parent!.children[index!] = shown
      return index! + 1
    }
    node.properties = { ...keptOf(node.properties), ...(number !== undefined && { dataU: number }) }
    if (HEADING.test(node.tagName)) {
      node.properties.className = [...classNames(node), 'heading', node.tagName]
      node.tagName = 'p'
    }
    if (node.tagName === 'a') {
      node.properties.className = [...classNames(node), 'link']
      node.tagName = 'span'
    }
    return undefined
  })
}

function keptOf(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => KEPT.has(name)))
}

/** What stands for an element that would load something or ask for input. */
function replaced(node: Element): ElementContent {
  const { tagName, properties } = node
  if (tagName === 'img')
    return element('span', { className: ['image'] }, [String(properties.alt || nameOf(properties.src) || '')])
  if (tagName === 'iframe' || tagName === 'video' || tagName === 'audio')
    return element('span', { className: ['image'] }, [
      String(properties.title || nameOf(properties.src) || ''),
    ])
  if (tagName === 'input') return { type: 'text', value: properties.checked ? '☑ ' : '☐ ' }
  return node
}

function nameOf(url: unknown): string {
  return String(url ?? '')
    .replace(/[?#].*$/s, '')
    .replace(/^.*\//s, '')
}
