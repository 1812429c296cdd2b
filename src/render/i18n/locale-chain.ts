import { compare } from '../../util/data/compare.ts'
import { memoize } from '../../util/memoize.ts'

/** The locale with a complete set of labels, which ends every chain. */
export const FALLBACK_LOCALE = 'en-US'

/**
 * Lists the locales to search for labels, in order: the locale itself, its language alone, other locales of the
 * same language and script (`fr-CA` → `fr-FR`, `zh-HK` → `zh-TW`), then {@link FALLBACK_LOCALE}.
 *
 * @param available locales with labels.
 */
export function localeChain(locale: string, available: readonly string[]): readonly string[] {
  const wanted = toLocale(locale)
  const kin = wanted
    ? available.filter((tag) => isKin(wanted, tag)).sort((a, b) => compareKin(wanted, a, b))
    : []
  const exact = available.filter((tag) => tag.toLowerCase() === locale.toLowerCase())
  const chain = [...exact, ...kin, FALLBACK_LOCALE]
  return [...new Set(chain)].filter((tag) => available.includes(tag))
}

/** Parses a BCP 47 tag; `undefined` if it is invalid. */
export const toLocale: (tag: string) => Intl.Locale | undefined = memoize((tag: string) => {
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
})

/** Returns a tag that every `Intl` constructor accepts: {@link FALLBACK_LOCALE} in place of an invalid one. */
export function safeTag(tag: string): string {
  return toLocale(tag)?.toString() ?? FALLBACK_LOCALE
}

/** Whether two tags have the same language and script, so that the same people can read both. */
function isKin(wanted: Intl.Locale, tag: string): boolean {
  const other = toLocale(tag)?.maximize()
  const full = wanted.maximize()
  return other?.language === full.language && other.script === full.script
}

/** Sorts the language alone before its regional forms, and those alphabetically. */
function compareKin(wanted: Intl.Locale, a: string, b: string): number {
  const rank = (tag: string) => (tag === wanted.language ? 0 : 1)
  return rank(a) - rank(b) || compare(a, b)
}
