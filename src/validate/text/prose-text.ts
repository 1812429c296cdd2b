import type { Element, ElementContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { isFormulaElement } from '../../model/formulas.ts'
import type { Segment } from '../../model/unit.ts'
import { foldSpace } from '../../util/text/fold-space.ts'
import { replaceFormulas } from './formulas.ts'

/** Replaces code: neither letter nor bracket nor white space, so that the text on both sides stays separate. */
const GAP = '\uFFFC'

/** Elements whose text is not language: code and formulas, keys, programs. */
const literal: ReadonlySet<string> = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style'])

const PROSE = new WeakMap<Segment, string>()

/** Returns the text of a segment with code and formulas replaced by U+FFFC and white space folded; cached, because most rules need it. */
export function proseText(segment: Segment): string {
  // Most texts have no markup.
  if (!segment.content) return replaceFormulas(segment.text, () => GAP)
  let text = PROSE.get(segment)
  if (text === undefined) {
    text = replaceFormulas(textWithoutCode(segment), () => GAP)
    PROSE.set(segment, text)
  }
  return text
}

/** Returns the same with what the model does not have as a formula, though it looks like one. */
export function textWithoutCode(segment: Segment): string {
  return textOf(segment, ({ tagName }) => literal.has(tagName))
}

/** Returns the same with formulas as written, of which a translation can have lost dollars. */
export function textWithFormulas(segment: Segment): string {
  // Nearly all texts have none.
  if (!/[$\\]/.test(segment.text)) return proseText(segment)
  return textOf(segment, (node) => literal.has(node.tagName) && !isFormulaElement(node))
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
