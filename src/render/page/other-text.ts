import type { ElementContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Segment } from '../../model/unit.ts'
import { foldSpace } from '../../util/text/fold-space.ts'

const SCRIPTS: Readonly<Record<string, readonly [plain: string, raised: string]>> = {
  sup: ['0123456789+-−=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ'],
  sub: ['0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'],
}

/**
 * Plain text of a segment for attributes, which have no markup: superscripts and subscripts are characters of
 * their own (`10²`), because `102` would be another number.
 */
export function otherTextOf({ markup, text, content }: Segment): string {
  if (!content || !/<su[bp]\b/i.test(markup)) return text
  return foldSpace(content.map(scriptedText).join(''))
}

function scriptedText(node: ElementContent): string {
  if (node.type !== 'element') return hastToString(node)
  const script = SCRIPTS[node.tagName]
  const inner = node.children.map(scriptedText).join('')
  if (!script) return inner
  const [plain, raised] = script
  const characters = [...inner].map((character) => raised[plain.indexOf(character)])
  return characters.includes(undefined) ? inner : characters.join('')
}
