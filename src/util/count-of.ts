/** Formats a whole number in English: `1,234`. `Intl.NumberFormat` would take ten milliseconds to load. */
export function numberOf(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** Formats a count with its noun: `1 file`, `2,000 files`. */
export function countOf(number: number, thing: string): string {
  return `${numberOf(number)} ${thing}${number === 1 ? '' : 's'}`
}
