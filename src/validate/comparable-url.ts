import { decodeUrlPart } from '../util/decode-url-part.ts'

/** The locales of the two sides, which URLs may name. */
export interface Locales {
  readonly sourceLocale: string
  readonly targetLocale: string
}

/**
 * A URL in a form that is equal for links that lead to the same page in either locale: without the locale in its path, with
 * locale, language and region alike in its query, percent-encoding and the letter case of hosts and mail addresses made
 * uniform.
 */
export function comparableUrl(url: string, locales: Locales): string {
  // No mail server in use tells `Bob@` from `bob@`.
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
