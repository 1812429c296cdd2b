import { canonicalLocale } from '../../util/canonical-locale.ts'
import { memoize } from '../../util/memoize.ts'

/** The language of a BCP 47 tag, as `fr` of `fr-FR`; empty for what is no tag. */
export const languageOf: (tag: string | undefined) => string = memoize(
  (tag: string | undefined) => canonicalLocale(tag)?.split('-')[0] ?? '',
)

/** What is told of a locale: by its tag, else by its language. */
export function forLocale<T>(data: Readonly<Record<string, T>>, tag: string): T | undefined {
  const canonical = canonicalLocale(tag) ?? ''
  for (const key of [canonical, languageOf(canonical)]) if (Object.hasOwn(data, key)) return data[key]
  return undefined
}
