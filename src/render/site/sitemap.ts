import { escapeMarkup } from '../../util/text/escape-markup.ts'
import type { OutputFile } from '../context.ts'

/** A page of the sitemap in all locales that have it. */
export interface SitemapEntry {
  /** URL of the page in each locale, by tag; `x-default` for everyone else. */
  readonly urls: ReadonlyMap<string, string>
  /** Date of the last change (`2014-07-23`) by tag. */
  readonly dates: ReadonlyMap<string, string>
}

/** Limits of one file (sitemaps.org, “Using Sitemap index files”). */
export interface SitemapLimits {
  readonly urls: number
  readonly bytes: number
}

const LIMITS: SitemapLimits = { urls: 50_000, bytes: 50 * 2 ** 20 }

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const OPEN =
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
const CLOSE = '</urlset>\n'

/**
 * Renders `sitemap.xml`. If one file would exceed the limits, it is an index of `sitemap-1.xml`, `sitemap-2.xml`, …, and comes after these.
 *
 * @param urlOf returns the URL of a file of the output folder.
 */
export function* renderSitemap(
  entries: Iterable<SitemapEntry>,
  urlOf: (path: string) => string,
  limits: SitemapLimits = LIMITS,
): Generator<OutputFile> {
  const files: string[] = []
  let last: string | undefined
  const numbered = (urls: string): OutputFile => {
    const path = `sitemap-${files.length + 1}.xml`
    files.push(path)
    return { path, content: HEAD + OPEN + urls + CLOSE }
  }
  for (const urls of split(entries, limits)) {
    if (last !== undefined) yield numbered(last)
    last = urls
  }
  if (files.length === 0) return yield { path: 'sitemap.xml', content: HEAD + OPEN + (last ?? '') + CLOSE }
  yield numbered(last!)
  const list = files.map((path) => `<sitemap><loc>${escapeMarkup(urlOf(path))}</loc></sitemap>\n`).join('')
  const content = `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${list}</sitemapindex>\n`
  yield { path: 'sitemap.xml', content }
}

/** The `url` elements of a page, one for each locale; each lists all locales (Google, “Localized versions”). */
function urlElements({ urls, dates }: SitemapEntry): readonly string[] {
  const alternates =
    urls.size < 2
      ? ''
      : [...urls]
          .map(
            ([tag, url]) =>
              `<xhtml:link rel="alternate" hreflang="${escapeMarkup(tag)}" href="${escapeMarkup(url)}"/>\n`,
          )
          .join('')
  return [...urls].flatMap(([tag, url]) => {
    if (tag === X_DEFAULT) return []
    const date = dates.get(tag)
    const modified = date === undefined ? '' : `<lastmod>${escapeMarkup(date)}</lastmod>\n`
    return `<url>\n<loc>${escapeMarkup(url)}</loc>\n${modified}${alternates}</url>\n`
  })
}

/** Name of the page for readers of all other languages. */
export const X_DEFAULT = 'x-default'

/** Yields the `url` elements of each file. */
function* split(entries: Iterable<SitemapEntry>, limits: SitemapLimits): Generator<string> {
  let [part, count, bytes] = ['', 0, 0]
  const most = limits.bytes - Buffer.byteLength(HEAD + OPEN + CLOSE)
  for (const entry of entries)
    for (const element of urlElements(entry)) {
      const size = Buffer.byteLength(element)
      if (count > 0 && (count === limits.urls || bytes + size > most)) {
        yield part
        ;[part, count, bytes] = ['', 0, 0]
      }
      part += element
      count++
      bytes += size
    }
  if (count > 0) yield part
}
