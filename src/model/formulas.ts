import type { Element } from 'hast'

/** TeX macros of a docset: names without backslash, and bodies with `#1`, `#2`, … for arguments. */
export type FormulaMacros = Readonly<Record<string, string>>

/** Class of the code elements that are formulas; they contain TeX with its dollar signs, as written. */
export const FORMULA = 'math'

/** Whether an element is a formula. */
export function isFormulaElement({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'code' && Array.isArray(className) && className.includes(FORMULA)
}
