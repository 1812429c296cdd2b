import { isFormula } from '../util/text/is-formula.ts'

/** Keeps spreadsheet programs from reading a text as anything else. */
const PREFIX = "'"

/** Programs whose list separator is not a comma split at these, even within quotes that do not start a cell. */
const SEPARATORS = /([;\t\n])/

/**
 * A text as a cell that spreadsheet programs show and save unchanged, with LF for line breaks. These texts get an apostrophe, which
 * {@link fromCell} removes:
 *
 * - those that programs run as a formula (OWASP, “CSV Injection”), also after a separator within the text;
 * - those that programs read as a number, a date, a time or a truth value, and save in another form;
 * - apostrophes before such a text.
 */
export function toCell(text: string): string {
  const parts = partsOf(text.replace(/\r\n?/g, '\n'))
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

/** Numbers with five digits before a hyphen or a slash are no dates; ids of units are such. */
const NO_DATE = /\d{5}[-/]\d/

/** A month with a day or a year: “May 2013”, “1er mars”, “14. Dez 2020”. */
const DATE =
  /^(?:\d{1,4}(?:er|st|nd|rd|th)?[\s./-]*)?(\p{L}{3,10})[\s.,/-]*(?:\d{1,4}(?:[\s.,/-]+\d{2,4})?)?$/iu

/** Months in English, French, German, Spanish, Italian, Portuguese and Dutch. */
const MONTH = new RegExp(
  `^(?:${[
    'jan(?:uary|uar|uari|v|vier|eiro)?|jänner|ene(?:ro)?|gen(?:naio)?',
    'feb(?:ruary|ruar|ruari|rero|braio)?|fev(?:ereiro)?|févr(?:ier)?',
    'mar(?:ch|s|z|zo)?|märz|mär|março|maart|mrt',
    'apr(?:il|ile)?|avr(?:il)?|abr(?:il)?',
    'may(?:o)?|mai(?:o)?|mag(?:gio)?|mei',
    'jun(?:e|i|io|ho)?|juin|giu(?:gno)?',
    'jul(?:y|i|io|ho)?|juil(?:let)?|lug(?:lio)?',
    'aug(?:ust|ustus)?|ago(?:sto)?|août',
    'sept?|sep(?:tember|tembre|tiembre)|set(?:tembre|embro)?',
    'oct(?:ober|obre|ubre)?|okt(?:ober)?|ott(?:obre)?|out(?:ubro)?',
    'nov(?:ember|embre|iembre|embro)?',
    'dec(?:ember)?|déc(?:embre)?|dez(?:ember|embro)?|dic(?:iembre|embre)?',
  ].join('|')})$`,
  'i',
)

const TRUTH_VALUES = /^(?:true|false|wahr|falsch|vrai|faux|verdadero|verdadeiro|falso|vero|waar|onwaar)$/i

/** Whether programs read a text as a value and save it in another form. */
function isValue(text: string): boolean {
  const bare = text.trim()
  if (bare.length > 32) return false
  if (TRUTH_VALUES.test(bare) || (NUMBER.test(bare) && !NO_DATE.test(bare))) return true
  return /\d/.test(bare) && MONTH.test(DATE.exec(bare)?.[1] ?? '')
}
