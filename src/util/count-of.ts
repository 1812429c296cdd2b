/** A whole number as people write it in English: `1,234`. What formats numbers takes ten milliseconds to get ready. */
export function numberOf(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** A number with its thing: `1 file`, `2,000 files`. */
export function countOf(number: number, thing: string): string {
  return `${numberOf(number)} ${thing}${number === 1 ? '' : 's'}`
}
