import { join } from 'node:path'
import { wayBelow } from '../files/inside.ts'
import { isUsualLocale, localeOfFolder, localeOfLanguage } from './locale-of-path.ts'

/**
 * Finds the folders directly below a root that each hold one locale, by absolute path, with the locale.
 *
 * Recognizes names with language and region (`fr-FR`, `de-de`). Languages alone (`fr`, `de`) count only if
 * all documents are in such folders, because `it` or `id` can mean something else.
 *
 * A single folder counts too, so that addresses stay when a second locale arrives. But `to-do` alone is not
 * Tongan: the folder must have the usual letter case (`fr-FR`) and no other folder with documents beside it, or the
 * front matter of its documents must name its locale.
 *
 * @param files absolute paths of the documents below the root.
 * @param localeIn returns the locale that the front matter of documents in a folder names.
 */
export function localeFolders(
  root: string,
  files: readonly string[],
  localeIn: (folder: string, files: readonly string[]) => string | undefined,
): ReadonlyMap<string, string> {
  const below = files.map((file) => wayBelow(root, file).split(/[\\/]/))
  const names = [...new Set(below.filter((path) => path.length > 1).map(([name]) => name!))]
  const locales = new Map(names.flatMap((name) => pairWith(name, localeOfFolder(name))))
  const isOnlyFolders = below.every((path) => path.length > 1)
  const languages = new Map(
    names.flatMap((name) => pairWith(name, localeOfFolder(name) ?? localeOfLanguage(name))),
  )
  if (isOnlyFolders && languages.size === names.length)
    for (const [name, locale] of languages) locales.set(name, locale)
  const [only] = locales
  if (only && locales.size === 1 && !isSure(...only)) return new Map()
  return new Map([...locales].map(([name, locale]) => [join(root, name), locale]))

  /** Whether a single folder holds a locale. */
  function isSure(name: string, locale: string): boolean {
    if (names.length === 1 && isUsualLocale(name)) return true
    const own = files.filter((_, at) => below[at]![0] === name)
    const named = localeIn(join(root, name), own)
    return named !== undefined && (named === locale || new Intl.Locale(named).language === locale)
  }
}

function pairWith(name: string, locale: string | undefined): [string, string][] {
  return locale === undefined ? [] : [[name, locale]]
}
