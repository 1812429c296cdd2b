import { compare } from '../../util/compare.ts'
import { memoize } from '../../util/memoize.ts'

/** The locale whose labels are complete, so that it ends every chain. */
export const FALLBACK_LOCALE = 'en-US'

/**
 * Where labels of a locale are looked for, in order: the locale itself, its language alone, another locale of the same
 * language and script (`fr-CA` → `fr-FR`, `zh-HK` → `zh-TW`), then {@link FALLBACK_LOCALE}.
 *
 * @param available the locales that have labels.
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

/** The locale as `Intl` knows it, or `undefined` for what is no BCP 47 tag. */
export const toLocale: (tag: string) => Intl.Locale | undefined = memoize((tag: string) => {
  try {
    return new Intl.Locale(tag)
  } catch {
    return undefined
  }
})

/** A tag that every `Intl` constructor takes: the given one, or {@link FALLBACK_LOCALE} for what is no BCP 47 tag. */
export function safeTag(tag: string): string {
  return toLocale(tag)?.toString() ?? FALLBACK_LOCALE
}

/** Whether two tags are read by the same readers: same language, same script. */
function isKin(wanted: Intl.Locale, tag: string): boolean {
  const other = toLocale(tag)?.maximize()
  const full = wanted.maximize()
  return other?.language === full.language && other.script === full.script
}

/** The language alone before its regional forms, those in alphabetical order. */
function compareKin(wanted: Intl.Locale, a: string, b: string): number {
  const rank = (tag: string) => (tag === wanted.language ? 0 : 1)
  return rank(a) - rank(b) || compare(a, b)
}
