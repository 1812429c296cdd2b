import { memoize } from '../../util/memoize.ts'
import { canonicalLocale } from '../../util/text/canonical-locale.ts'

/** Returns the language of a BCP 47 tag, such as `fr` for `fr-FR`; empty if the tag is invalid. */
export const languageOf: (tag: string | undefined) => string = memoize(
  (tag: string | undefined) => canonicalLocale(tag)?.split('-')[0] ?? '',
)

/** Returns the usual script (ISO 15924) of a BCP 47 tag; empty if the tag is invalid. */
export const scriptOf: (tag: string) => string = memoize((tag: string) => {
  const canonical = canonicalLocale(tag)
  return (canonical && new Intl.Locale(canonical).maximize().script) ?? ''
})

/** Looks up the data of a locale by its tag, else by its language. */
export function forLocale<T>(data: Readonly<Record<string, T>>, tag: string): T | undefined {
  const canonical = canonicalLocale(tag) ?? ''
  for (const key of [canonical, languageOf(canonical)]) if (Object.hasOwn(data, key)) return data[key]
  return undefined
}
