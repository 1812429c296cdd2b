const numbers = new Intl.NumberFormat('en-US')

/** A number as people write it in English: `1,234`. */
export function numberOf(number: number): string {
  return numbers.format(number)
}

/** A number with its thing: `1 file`, `2,000 files`. */
export function countOf(number: number, thing: string): string {
  return `${numberOf(number)} ${thing}${number === 1 ? '' : 's'}`
}
