import { memoize } from '../../util/memoize.ts'

const LANGUAGE_REGION = /^[a-z]{2,3}(?:-[a-z]{4})?-(?:[a-z]{2}|\d{3})$/i
const WRITTEN_AS_USUAL = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-(?:[A-Z]{2}|\d{3})$/

/** Display names of languages or regions; created on first use, because it is slow. */
const namesOf = memoize(
  (type: 'language' | 'region') => new Intl.DisplayNames('en', { type, fallback: 'none' }),
)

/**
 * The locale of an absolute path, as a canonical BCP 47 tag: that of the nearest folder named by language and
 * region.
 *
 * Folders with the usual letter case (`fr-FR`) come before others (`fr-fr`), because words such as `to-do`
 * look like the latter.
 */
export function localeOfPath(absolute: string): string | undefined {
  return localeOfFolders(absolute.replace(/[^\\/]*$/, ''))
}

const localeOfFolders = memoize((path: string): string | undefined => {
  const folders = path.split(/[\\/]/).reverse()
  const found = folders.find(isUsualLocale)
  return canonical(found ?? folders.find((folder) => LANGUAGE_REGION.test(folder) && isKnown(folder)))
})

/** The locale of a folder named by language and region, as a canonical BCP 47 tag. */
export function localeOfFolder(name: string): string | undefined {
  return LANGUAGE_REGION.test(name) && isKnown(name) ? canonical(name) : undefined
}

/** Whether a folder is named by language and region in the usual letter case (`fr-FR`). */
export function isUsualLocale(name: string): boolean {
  return WRITTEN_AS_USUAL.test(name) && isKnown(name)
}

/** The locale of a folder named by a language alone, as a canonical BCP 47 tag. */
export function localeOfLanguage(name: string): string | undefined {
  return /^[a-z]{2,3}$/.test(name) && namesOf('language').of(name) !== undefined ? canonical(name) : undefined
}

function isKnown(tag: string): boolean {
  const { language, region } = new Intl.Locale(tag)
  const isLanguage = namesOf('language').of(language) !== undefined
  return isLanguage && region !== undefined && namesOf('region').of(region) !== undefined
}

function canonical(tag: string | undefined): string | undefined {
  return tag === undefined ? undefined : new Intl.Locale(tag).toString()
}
