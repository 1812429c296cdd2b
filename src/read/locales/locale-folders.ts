import { join } from 'node:path'
import { wayBelow } from '../files/inside.ts'
import { localeOfFolder, localeOfLanguage } from './locale-of-path.ts'

/**
 * Finds the folders directly below a root that each hold one locale, by absolute path, with the locale; empty
 * if there are fewer than two.
 *
 * Recognizes names with language and region (`fr-FR`, `de-de`). Languages alone (`fr`, `de`) count only if
 * all documents are in such folders, because `it` or `id` can mean something else.
 *
 * @param files absolute paths of the documents below the root.
 */
export function localeFolders(root: string, files: readonly string[]): ReadonlyMap<string, string> {
  const below = files.map((file) => wayBelow(root, file).split(/[\\/]/))
  const names = [...new Set(below.filter((path) => path.length > 1).map(([name]) => name!))]
  const locales = new Map(names.flatMap((name) => pairWith(name, localeOfFolder(name))))
  const isOnlyFolders = below.every((path) => path.length > 1)
  const languages = new Map(
    names.flatMap((name) => pairWith(name, localeOfFolder(name) ?? localeOfLanguage(name))),
  )
  if (isOnlyFolders && languages.size === names.length)
    for (const [name, locale] of languages) locales.set(name, locale)
  if (locales.size < 2) return new Map()
  return new Map([...locales].map(([name, locale]) => [join(root, name), locale]))
}

function pairWith(name: string, locale: string | undefined): [string, string][] {
  return locale === undefined ? [] : [[name, locale]]
}
