import { memoize } from '../../util/memoize.ts'
import { safeTag, toLocale } from './locale-chain.ts'

/**
 * Name of a locale in its own language, capitalized as a title (`Français (France)`), or in another language, as
 * within a sentence; the tag if it has no name.
 */
export function languageName(locale: string, inLocale = ''): string {
  return nameOf(`${locale}\0${inLocale}`)
}

/**
 * Name of a locale in its own language, as people write it among these: without the region if it
 * adds nothing (`français`, `português (Brasil)`, `简体中文`).
 *
 * @param others all locales of the list, also the locale itself.
 */
export function ownLanguageName(locale: string, others: Iterable<string>): string {
  const wanted = toLocale(locale)
  if (!wanted || wanted.language === 'und') return locale
  const { language, script } = wanted.maximize()
  const same = [...others]
    .map((tag) => toLocale(tag)?.maximize())
    .filter((other) => other?.language === language)
  // Chinese is named after its scripts, and both are written in more than one region.
  const hasScript = language === 'zh' || new Set(same.map((other) => other?.script)).size > 1
  const regions = same.filter((other) => !hasScript || other?.script === script)
  const hasRegion = NAMED_WITH_REGION.has(language) || regions.length > 1
  const tag = new Intl.Locale(language, {
    ...(hasScript && script && { script }),
    ...(hasRegion && wanted.region && { region: wanted.region }),
  }).toString()
  const names = language === 'zh' ? scriptNamesIn(tag) : namesIn(safeTag(locale))
  return OWN_NAMES.get(tag) ?? names.of(tag) ?? locale
}

/** Languages whose regional forms differ so much that people always name the region. */
const NAMED_WITH_REGION: ReadonlySet<string> = new Set(['pt'])
/** Names that people write differently from ICU. */
const OWN_NAMES: ReadonlyMap<string, string> = new Map([
  ['id', 'Bahasa Indonesia'],
  ['ms', 'Bahasa Melayu'],
  ['zh-Hant-HK', '繁體中文（香港）'],
  ['zh-Hant-MO', '繁體中文（澳門）'],
])

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

const scriptNamesIn = memoize(
  (locale: string) => new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'dialect' }),
)
