import { memoize } from '../../util/memoize.ts'
import { safeTag, toLocale } from './locale-chain.ts'

/**
 * Name of a locale in its own language, capitalized as a title (`Français (France)`), or in another language, as
 * within a sentence; the tag if it has no name.
 */
export function languageName(locale: string, inLocale = ''): string {
  return nameOf(`${locale}\0${inLocale}`)
}

const nameOf = memoize((locales: string) => {
  const [locale = '', inLocale] = locales.split('\0')
  const tag = toLocale(locale)?.toString()
  // The undetermined language has no name of its own.
  if (!tag || tag === 'und') return locale
  const name = namesIn(safeTag(inLocale || tag)).of(tag) ?? tag
  if (inLocale) return name
  const [first = '', ...rest] = name
  return first.toLocaleUpperCase(tag) + rest.join('')
})

const namesIn = memoize(
  (locale: string) => new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }),
)
