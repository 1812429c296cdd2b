import { memoize } from '../../util/memoize.ts'
import { parseDate } from '../../util/text/parse-date.ts'
import { safeTag } from './locale-chain.ts'

/**
 * Formats a date of the input for a locale (`23 juillet 2014`), in the Gregorian calendar; returns other text
 * unchanged.
 */
export function formatDate(locale: string, text: string): string {
  return formatted(`${locale}\0${text}`)
}

/** Cached, because the documents of a docset have few different dates. */
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

/** Formats a date of the input for HTML’s `datetime` (`2014-07-23`); `null` for other text. */
export function machineDate(text: string): string | null {
  return isoOf(`\0${text}`)
}

/** The key is a copy, because a part of the input's text would keep all of it in memory. */
const isoOf = memoize((name: string) => parseDate(name.slice(1))?.toISOString().slice(0, 10) ?? null)
