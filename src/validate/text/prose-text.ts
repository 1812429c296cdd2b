import type { ElementContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Segment } from '../../model/unit.ts'
import { foldSpace } from '../../util/fold-space.ts'

/** Stands where code was: no letter, no bracket, no white space, so that nothing joins across it. */
const GAP = '\uFFFC'

/** Elements whose text is not language: code, keys, programs. */
const literal: ReadonlySet<string> = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style'])

/** The text of a segment without its code, which U+FFFC takes the place of; white space folded. */
export function proseText(segment: Segment): string {
  if (!segment.content) return segment.text
  return foldSpace(segment.content.map(textOf).join(''))
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  if (node.tagName === 'br') return ' '
  if (literal.has(node.tagName)) return GAP
  return node.children.length > 0 ? node.children.map(textOf).join('') : hastToString(node)
}
