/** The value of a decimal digit: digits are encoded in runs of ten from zero (Unicode Standard, section 4.6). */
export function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return code - zero
}
