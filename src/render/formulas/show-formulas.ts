import type { Element } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { isFormulaElement } from '../../model/formulas.ts'
import { memoizeSome } from '../../util/memoize-some.ts'
import type { RenderContext } from '../context.ts'
import { element } from '../page/element.ts'
import { texToMathml } from './tex-to-mathml.ts'

/** Keeps converted formulas; a docset repeats them often, and two pages and a runbook show each. */
const converted = memoizeSome<Element | null>(2000)

/**
 * Makes MathML of a formula (`code` of the class `math`), inside the segment that it contains, if any. A formula that is not valid TeX stays
 * code. Other elements are returned as they are.
 */
export function showFormula(node: Element, { formulaMacros }: Pick<RenderContext, 'formulaMacros'>): Element {
  if (!isFormulaElement(node)) return node
  const written = hastToString(node)
  const math = converted(
    JSON.stringify([written, formulaMacros]),
    () => texToMathml(written, formulaMacros) ?? null,
  )
  if (math === null) return node
  const segment = node.children.find((child) => child.type === 'element' && child.tagName === 'span')
  const shown = element('span', { className: ['formula'], dir: 'ltr', translate: 'no' }, [
    structuredClone(math),
  ])
  return segment?.type === 'element' ? { ...segment, children: [shown] } : shown
}
