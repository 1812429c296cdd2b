import type { Element, Nodes } from 'hast'
import { type Stretch, type Word, wordsOf } from './words.ts'

/** Elements that run within a line; all others part words. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
)
/** Elements whose content is not text of the document. */
const NO_TEXT = new Set(['script', 'style', 'template', 'iframe', 'object', 'head', 'noscript'])

/** What a tree says, and what of it stands outside of code. */
export interface TreeWords {
  readonly words: readonly Word[]
  /** Visible text outside of code. */
  readonly prose: string
}

/**
 * The words of a tree, alternative texts of images included.
 *
 * @param classOf names the intended class of an element's content; `null` where the element has nothing to read.
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
