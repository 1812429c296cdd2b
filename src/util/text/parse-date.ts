/** `month/day/year`, as Microsoft's front matter writes dates. */
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
/** ISO 8601 calendar date; a time after it is ignored. */
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s].*)?$/

/** Parses a date from an input as midnight UTC; `null` if the text is not a date. */
export function parseDate(text: string): Date | null {
  const trimmed = text.trim()
  const american = AMERICAN.exec(trimmed)
  if (american) return toDate(american[3], american[1], american[2])
  const iso = ISO.exec(trimmed)
  if (iso) return toDate(iso[1], iso[2], iso[3])
  return null
}

/** Midnight UTC of a day, or `null` if the calendar has no such day. */
function toDate(year?: string, month?: string, day?: string): Date | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return exists ? date : null
}
