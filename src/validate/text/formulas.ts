import type { Nodes } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { isFormula, isFormulaElement } from '../../model/formulas.ts'
import type { Segment } from '../../model/unit.ts'
import { visit } from '../../util/tree/visit.ts'

/**
 * A text between dollar signs. Those of `US$5`, `\$` and most of variables (`$a = $b`) do not open or close one, and no formula contains
 * code.
 */
const IN_DOLLARS = /(?<![\\$A-Za-z\d])(\$\$?)([^$\uFFFC]+)(?<!\\)\1(?![\d$])/g

/** What only formulas have. */
const SIGN = /\\[a-z]|[\^_{}|<>=+]/i
const WORD = /\p{L}{3}/u
/** “the $n$th qubit” */
const ORDINAL = /^(?:th|st|nd|rd|s)(?!\w)/

/**
 * Replaces the formulas of a text or its markup, also in documents whose settings do not announce any: for rules, a formula is code.
 * Prices (`$5 and $10`) are none.
 */
export function replaceFormulas(text: string, replace: (formula: string) => string): string {
  const inDollars = text.includes('$') ? replaceInDollars(text, replace) : text
  return inDollars.includes('\\begin') ? replaceEnvironments(inDollars, replace) : inDollars
}

function replaceInDollars(text: string, replace: (formula: string) => string): string {
  return text.replace(IN_DOLLARS, (written, dollars: string, tex: string, at: number) => {
    const after = text.slice(at + written.length, at + written.length + 4)
    return isFormula(written, after[0]) && (dollars === '$$' || isShort(tex, after))
      ? replace(written)
      : written
  })
}

/** Whether a text in single dollars, of which there are many that mean money or variables, looks like a formula. */
function isShort(tex: string, after: string): boolean {
  const isSpaced = /^\s/.test(tex)
  if (isSpaced !== /\s$/.test(tex)) return false
  if (/^[\w({[]/.test(after)) return /\\[a-z]/i.test(tex) || (tex.length === 1 && ORDINAL.test(after))
  // “5 $ et 10 $”
  return SIGN.test(tex) || (!isSpaced && !WORD.test(tex))
}

/** Replaces TeX's environments without dollars: `\begin{align} … \end{align}`. A sentence can end before its environment does. */
function replaceEnvironments(text: string, replace: (formula: string) => string): string {
  let [result, end, depth, start] = ['', 0, 0, 0]
  for (const { 0: mark, 1: name, index } of text.matchAll(/\\(begin|end)\s?\{[a-z]+\*?\}/gi)) {
    if (name === 'begin' && depth++ === 0) start = index
    if (name !== 'end' || depth === 0 || --depth > 0) continue
    result += text.slice(end, start) + replace(text.slice(start, index + mark.length))
    end = index + mark.length
  }
  return depth > 0 ? result + text.slice(end, start) + replace(text.slice(start)) : result + text.slice(end)
}

/** The formulas that the model has in a segment, as written. */
export function formulasOfModel({ content, text }: Pick<Segment, 'content' | 'text'>): readonly string[] {
  const formulas: string[] = []
  if (!content || !text.includes('$')) return formulas
  const root: Nodes = { type: 'root', children: content }
  visit(root, 'element', (node) => {
    if (isFormulaElement(node)) formulas.push(hastToString(node))
  })
  return formulas
}
