import type { Element, ElementContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { isFormulaElement } from '../../model/formulas.ts'
import type { Segment } from '../../model/unit.ts'
import { foldSpace } from '../../util/text/fold-space.ts'

/** Replaces code: neither letter nor bracket nor white space, so that the text on both sides stays separate. */
const GAP = '\uFFFC'

/** Elements whose text is not language: code, keys, programs. */
const literal: ReadonlySet<string> = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style'])

/** Returns the text of a segment with code replaced by U+FFFC and white space folded. */
export function proseText(segment: Segment): string {
  // Formulas are read as text: their length is that of a sentence's part.
  return textOf(segment, (node) => literal.has(node.tagName) && !isFormulaElement(node))
}

/** Returns the text of a segment with code and formulas replaced by U+FFFC and white space folded. */
export function textWithoutCode(segment: Segment): string {
  return textOf(segment, ({ tagName }) => literal.has(tagName))
}

function textOf({ content, text }: Segment, isGap: (node: Element) => boolean): string {
  const read = (node: ElementContent): string => {
    if (node.type === 'text') return node.value
    if (node.type !== 'element') return ''
    if (node.tagName === 'br') return ' '
    if (isGap(node)) return GAP
    return node.children.length > 0 ? node.children.map(read).join('') : hastToString(node)
  }
  return content ? foldSpace(content.map(read).join('')) : text
}
