import type { Element, ElementContent, Properties, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import temml from 'temml'
import type { FormulaMacros } from '../../model/formulas.ts'

/** Limits of a formula: expansions of macros, size of a rule in em and number of elements. */
const MOST = { expansions: 500, size: [50, 10], elements: 5000 } as const
/** MathML Core without links, scripts and images, and the elements of tables and text that Temml uses. */
const ELEMENTS =
  /^(?:math|m(?:error|frac|i|multiscripts|n|o|over|padded|phantom|prescripts|root|row|s|space|sqrt|style|sub|subsup|sup|table|td|text|tr|under|underover)|span)$/
/** Attributes of MathML Core and tables. Nothing loads, links or runs. */
const ATTRIBUTES =
  /^(?:accent|accentunder|className|class|columnalign|columnlines|columnspacing|columnspan|colSpan|depth|dir|display|displaystyle|fence|form|height|largeop|linethickness|lspace|mathbackground|mathcolor|mathsize|mathvariant|maxsize|minsize|movablelimits|notation|rowlines|rowspacing|rowspan|rowSpan|rspace|scriptlevel|separator|stretchy|style|symmetric|voffset|width)$/i
const SAFE_STYLE = /^(?!.*(?:url|expression|image)\s*\()[\w\s:;.,%#()+-]*$/i
/** Escapes that only make sense for a Markdown parser that runs before TeX: `\_`, `\\{`, `\\\\`. */
const ESCAPED = /(?<!\\)(?:\\\\)*\\[_*~-]|\\\\[{}|,]|\\{3,}/
/** Text of formulas, whose underscores need an escape. */
const TEXT = /\\text\w*\s*\{[^{}]*\}/g

/**
 * Converts TeX to MathML; `undefined` if it is not valid, or too large.
 *
 * @param written with its dollar signs: two make a formula on a line of its own.
 */
export function texToMathml(written: string, macros: FormulaMacros = {}): Element | undefined {
  const [, dollars = '', tex = ''] = /^\s*(\${1,})([\s\S]*?)\1\s*$/.exec(written) ?? []
  if (dollars === '') return undefined
  for (const form of new Set([withoutEscapes(tex), tex])) {
    const math = convert(form.trim(), dollars.length > 1, macros)
    if (math) return math
  }
  return undefined
}

function convert(tex: string, displayMode: boolean, macros: FormulaMacros): Element | undefined {
  try {
    const html = temml.renderToString(tex, {
      displayMode,
      throwOnError: true,
      trust: false,
      // Formulas can define macros, which must not reach other formulas.
      macros: { '\\mbox': '\\text{#1}', ...toTemml(macros) },
      maxExpand: MOST.expansions,
      maxSize: [...MOST.size],
    })
    const [math] = fromHtml(html, { fragment: true, space: 'html' }).children
    const budget = { left: MOST.elements }
    return math?.type === 'element' ? cleaned(math, budget) : undefined
  } catch {
    return undefined
  }
}

/** Undoes Markdown's escapes in a formula that was written for a Markdown parser without formulas, as Microsoft's are. */
export function withoutEscapes(tex: string): string {
  if (!ESCAPED.test(tex.replace(TEXT, ''))) return tex
  return tex.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/(?<!\\)\\(?=\s|$)/g, '\\\\')
}

function toTemml(macros: FormulaMacros): Record<string, string> {
  return Object.fromEntries(Object.entries(macros).map(([name, body]) => [`\\${name}`, body]))
}

/** Copies an element without anything that is not on the lists; throws if it is too large. */
function cleaned(element: Element, budget: { left: number }): Element {
  if (budget.left-- <= 0) throw new RangeError('The formula is too large')
  const properties: Properties = {}
  for (const [name, value] of Object.entries(element.properties)) {
    if (!ATTRIBUTES.test(name) || (name === 'style' && !SAFE_STYLE.test(String(value)))) continue
    properties[name] = value
  }
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [{ type: 'text', value: child.value }]
    return child.type === 'element' && isAllowed(child) ? [cleaned(child, budget)] : []
  })
  return { type: 'element', tagName: element.tagName, properties, children }
}

function isAllowed(node: RootContent): boolean {
  return node.type === 'element' && ELEMENTS.test(node.tagName)
}
