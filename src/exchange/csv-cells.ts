import { isFormula } from '../util/text/is-formula.ts'

/** Keeps spreadsheet programs from reading a text as anything else. */
const PREFIX = "'"

/** Programs whose list separator is not a comma split at these, even within quotes that do not start a cell. */
const SEPARATORS = /([;\t\n])/

/**
 * A text as a cell that spreadsheet programs show and save unchanged: texts that they would run as a formula (OWASP, “CSV Injection”),
 * or read as a number, a date, a time or a truth value, get an apostrophe, as do texts that consist of apostrophes and such a text.
 * {@link fromCell} removes it.
 */
export function toCell(text: string): string {
  const parts = partsOf(text)
  return parts.map((part) => (isAtRisk(part, parts) ? PREFIX + part : part)).join('')
}

/** The text of a cell. An apostrophe before any other text belongs to the text. */
export function fromCell(cell: string): string {
  const parts = partsOf(cell)
  return parts
    .map((part) => (part.startsWith(PREFIX) && isAtRisk(part, parts) ? part.slice(1) : part))
    .join('')
}

/** Texts that programs may read as cells, and the separators between them. */
function partsOf(text: string): readonly string[] {
  return text.split(SEPARATORS)
}

/** Does not depend on the number of apostrophes, so that one more can be removed again. */
function isAtRisk(part: string, { length }: readonly string[]): boolean {
  if (part === '\t') return false
  const bare = part.replace(/^'+/, '')
  return isFormula(bare) || (length === 1 && isValue(bare))
}

/** Numbers, dates and times, perhaps with signs, units and a half of the day: “1.0”, “01/02”, “3 %”, “10:30 PM”, “1E5”. */
const NUMBER = /^[\s(\p{Sc}+-]*[.,]?\d[\d\s.,:/'’%()\p{Sc}-]*(?:e[+-]?\d+|[ap]\.?m\.?)?\s*$/iu

/** Names of months in languages of spreadsheet programs, or their beginnings. */
const MONTH =
  /^(?:jan|ene|gen|f[eé][bv]|m[aäe]r|abr|a[pv]r|ma[iyg]|mei|ju[ln]|juil|juin|giu|lug|a[ou][gû]|ago|set|sep|ou?[ck]t|out|ott|nov|d[eéi][czs])/i

const TRUTH_VALUES = /^(?:true|false|wahr|falsch|vrai|faux|verdadero|verdadeiro|falso|vero|waar|onwaar)$/i

/** Whether programs read a text as a value and save it in another form. */
function isValue(text: string): boolean {
  const bare = text.trim()
  if (bare.length > 32) return false
  if (NUMBER.test(bare) || TRUTH_VALUES.test(bare)) return true
  const words = bare.match(/\p{L}{3,}/gu) ?? []
  return words.length === 1 && MONTH.test(words[0]!) && /\d/.test(bare)
}
