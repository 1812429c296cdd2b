import type { Element } from 'hast'

/** TeX macros of a docset: names without backslash, and bodies with `#1`, `#2`, … for arguments. */
export type FormulaMacros = Readonly<Record<string, string>>

/** Class of the code elements that are formulas; they contain TeX with its dollar signs, as written. */
export const FORMULA = 'math'

/** Whether an element is a formula. */
export function isFormulaElement({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'code' && Array.isArray(className) && className.includes(FORMULA)
}

/** Maximum length of a formula, in characters. */
const LONGEST = 4000
/** Names of TeX commands, and text in formulas. */
const COMMANDS = /\\(?:text\w*|math(?:rm|bf|it|sf|tt)|operatorname\*?)\s*\{[^{}]*\}|\\[a-z]+/gi
/** Three words in a row. */
const PROSE = /(?:(?<![\p{L}\d])\p{L}{2,}[,;:.]?\s+){2}\p{L}{2,}(?!\p{L})/u
/** A letter of a script that formulas do not use. */
const OTHER_SCRIPT = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}])\p{L}/u

/** Whether a text in dollars is a formula; `next` is the character after it. */
export function isFormula(written: string, next = ''): boolean {
  const size = /^\$+/.exec(written)![0].length
  const tex = written.slice(size, -size)
  if (tex.trim() === '' || written.length > LONGEST) return false
  // `$5 and $10`
  if (size === 1 && /\d/.test(next)) return false
  const bare = tex.replace(COMMANDS, ' ')
  return !OTHER_SCRIPT.test(bare) && !PROSE.test(bare)
}

/** Whether a text can be a part of a formula. */
export function isPartOfFormula(text: string): boolean {
  return !text.includes('$') && (text.trim() === '' || isFormula(`$$${text}$$`))
}
