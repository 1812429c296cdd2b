import { decodeUrlPart } from '../util/text/decode-url-part.ts'

/** The locales of the two sides. */
export interface Locales {
  readonly sourceLocale: string
  readonly targetLocale: string
}

/**
 * Normalizes a URL so that links to the same page in either locale are equal: removes the locale from the
 * path, masks locale, language and region in the query, and normalizes percent-encoding and the case of hosts
 * and mail addresses.
 */
export function comparableUrl(url: string, locales: Locales): string {
  // In practice, mail servers do not distinguish `Bob@` from `bob@`.
  if (/^mailto:/i.test(url)) return decodeUrlPart(url).toLowerCase()
  const [, scheme = '', path = '', query = '', fragment = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(url.trim()) ?? []
  const names = localeNames(locales)
  const folders = path
    .split('/')
    .filter((folder, index) => !(index > 0 && names.tags.has(folder.toLowerCase())))
  const rest = folders.join('/').replace(/\/+$/, '')
  return scheme.toLowerCase() + decodeUrlPart(rest) + comparableQuery(query, names) + decodeUrlPart(fragment)
}

function comparableQuery(query: string, names: LocaleNames): string {
  return decodeUrlPart(query).replace(/=([^&;]*)/g, (assignment, value: string) =>
    names.values.has(value.toLowerCase()) ? '=*' : assignment,
  )
}

interface LocaleNames {
  /** Tags, in lower case. */
  readonly tags: ReadonlySet<string>
  /** Tags, languages and regions, in lower case. */
  readonly values: ReadonlySet<string>
}

function localeNames({ sourceLocale, targetLocale }: Locales): LocaleNames {
  const tags = [sourceLocale, targetLocale].map((tag) => tag.toLowerCase())
  return { tags: new Set(tags), values: new Set(tags.flatMap((tag) => [tag, ...tag.split('-')])) }
}
