/**
 * Whether spreadsheet programs run a text as a formula: it starts like one (OWASP, “CSV Injection”: `=`, `+`, `-`, `@`, tab, carriage return;
 * also full-width forms), even after spaces, quotation marks or invisible characters. Negative numbers are none; `+1 425 555 0100`
 * would lose its sign, so it counts as one.
 */
export function isFormula(text: string): boolean {
  if (/^[\t\r]/.test(text)) return true
  const bare = text.replace(/^[\s\p{Cf}"']+/u, '')
  return /^[=+\-@＝＋－＠]/.test(bare) && !isNumber(bare) && !/^[-+]$/.test(bare)
}

/** Whether a text is a number, optionally with a minus sign, separators, an exponent or a percent sign. */
function isNumber(text: string): boolean {
  return /^-?\d+(?:[.,\u00A0\u202F' ]\d+)*(?:e[-+]?\d+)?\s?%?$/i.test(text.trim())
}
