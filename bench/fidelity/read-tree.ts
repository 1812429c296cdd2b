import type { Element, Nodes } from 'hast'
import { type Stretch, type Word, wordsOf } from './words.ts'

/** Inline elements; all others separate words. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
)
/** Elements without text of the document. */
const NO_TEXT = new Set(['script', 'style', 'template', 'iframe', 'object', 'head', 'noscript'])

/** Words of a tree, and its text outside code. */
export interface TreeWords {
  readonly words: readonly Word[]
  /** Visible text outside code. */
  readonly prose: string
}

/**
 * Reads the words of a tree, including text alternatives of images.
 *
 * @param classOf returns the intended class of an element's content, if any; `null` to skip the element.
 */
export function readTree(root: Nodes, classOf: (element: Element) => string | null | undefined): TreeWords {
  const stretches: Stretch[] = []
  let prose = ''
  const add = (text: string, className: string | undefined, isCode: boolean) => {
    stretches.push({ text, className })
    prose += isCode || className !== undefined ? ' ' : text
  }
  const walk = (node: Nodes, outer: string | undefined, isCode: boolean) => {
    if (node.type === 'text') add(node.value, outer, isCode)
    if (node.type !== 'element') {
      if ('children' in node) for (const child of node.children) walk(child, outer, isCode)
      return
    }
    const own = classOf(node)
    if (own === null || NO_TEXT.has(node.tagName)) return
    const className = outer ?? own
    const parts = !INLINE.has(node.tagName)
    if (parts) add('\n', className, isCode)
    if (node.tagName === 'img' || node.tagName === 'area')
      add(` ${node.properties.alt ?? ''} `, className, isCode)
    const inCode = isCode || ['code', 'pre', 'kbd', 'samp'].includes(node.tagName)
    for (const child of node.children) walk(child, className, inCode)
    if (parts) add('\n', className, isCode)
  }
  walk(root, undefined, false)
  return { words: wordsOf(stretches), prose }
}
