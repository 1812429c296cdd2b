import { memoize } from '../../util/memoize.ts'
import { parseDate } from '../../util/parse-date.ts'
import { safeTag } from './locale-chain.ts'

/**
 * A date of the input as a locale writes it (`23 juillet 2014`), in the Gregorian calendar; what is no date is given back
 * as written.
 */
export function formatDate(locale: string, text: string): string {
  return formatted(`${locale}\0${text}`)
}

/** Documents of a docset tell few different dates. */
const formatted = memoize((name: string) => {
  const end = name.indexOf('\0')
  const text = name.slice(end + 1)
  const date = parseDate(text)
  return date ? formatOf(name.slice(0, end)).format(date) : text
})

const formatOf = memoize(
  (locale: string) =>
    new Intl.DateTimeFormat(safeTag(locale), { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }),
)

/** A date of the input as HTML’s `datetime` wants it (`2014-07-23`); `null` for what is no date. */
export function machineDate(text: string): string | null {
  return isoOf(`\0${text}`)
}

/** The key is a copy, because a part of the input's text would keep all of it in memory. */
const isoOf = memoize((name: string) => parseDate(name.slice(1))?.toISOString().slice(0, 10) ?? null)
