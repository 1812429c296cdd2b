import { memoize } from '../util/memoize.ts'
import { parseDate } from '../util/parse-date.ts'
import { safeTag } from './locale-chain.ts'

/**
 * A date of the input as a locale writes it (`23 juillet 2014`), in the Gregorian calendar; what is no date is given back
 * as written.
 */
export function formatDate(locale: string, text: string): string {
  const date = parseDate(text)
  if (!date) return text
  return formatOf(locale).format(date)
}

const formatOf = memoize(
  (locale: string) =>
    new Intl.DateTimeFormat(safeTag(locale), { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }),
)

/** A date of the input as HTML’s `datetime` wants it (`2014-07-23`); `null` for what is no date. */
export function machineDate(text: string): string | null {
  return parseDate(text)?.toISOString().slice(0, 10) ?? null
}
