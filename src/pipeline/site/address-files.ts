import { basePath } from '../../model/build/base-path.ts'
import { followRedirection, type RedirectionTarget } from '../../model/build/redirection.ts'
import type { OutputFile, RenderContext } from '../../render/context.ts'
import { machineDate } from '../../render/i18n/format-date.ts'
import { joinRootUrl } from '../../render/join-root-url.ts'
import { onlineAddress } from '../../render/online.ts'
import { pagePath } from '../../render/page-path.ts'
import { renderNotFound } from '../../render/site/not-found.ts'
import { type Redirect, renderRedirects } from '../../render/site/redirects.ts'
import type { SitePage } from '../../render/site/site-page.ts'
import { renderSitemap, type SitemapEntry, X_DEFAULT } from '../../render/site/sitemap.ts'
import { compare } from '../../util/data/compare.ts'
import { memoize } from '../../util/memoize.ts'
import { encodePath } from '../../util/text/encode-path.ts'
import type { InputDocset } from '../document/document-inputs.ts'
import { createPublishedLinks } from '../document/published-links.ts'
import type { BuildOptions } from '../options.ts'
import { createRedirections } from '../redirections.ts'
import type { Catalog } from './catalog.ts'
import { pagesOf } from './site-pages.ts'

/** Settings of the files about addresses. */
export interface AddressOptions extends Pick<BuildOptions, 'publishedPath'> {
  readonly context: RenderContext
  /** Whether another output uses a path. */
  readonly isTaken: (path: string) => boolean
}

/**
 * Makes the files about the addresses of a site: `sitemap.xml`, `robots.txt`, redirects, and pages for missing ones.
 *
 * @param sources the locales that have pages, in the order of these, with the source locale of their first page.
 */
export function* makeAddressFiles(
  catalog: Catalog,
  sources: ReadonlyMap<string, string>,
  options: AddressOptions,
): Generator<OutputFile> {
  const [source] = sources.values()
  if (source === undefined) return
  const { context, isTaken } = options
  const locales = [...sources.keys()].sort(compare)
  const main = locales.includes(source) ? source : locales[0]!
  const redirects = redirectsOf(catalog, options)
  const files = [...renderNotFound(locales, main, context), ...renderRedirects(redirects, locales, context)]
  yield* files.filter(({ path }) => !isTaken(path))
  if (context.siteUrl === undefined) return
  for (const file of indexFiles(catalog, locales, context)) if (!isTaken(file.path)) yield file
}

function* indexFiles(
  catalog: Catalog,
  locales: readonly string[],
  context: RenderContext,
): Generator<OutputFile> {
  const urlOf = (path: string) => onlineAddress(path, context)!
  yield* renderSitemap(entries(), urlOf)
  // Robots read only the file at the root of a host (RFC 9309, section 2.3).
  if (new URL(context.siteUrl!).pathname !== '/' || basePath(context) !== '/') return
  yield { path: 'robots.txt', content: `User-agent: *\nAllow: /\n\nSitemap: ${urlOf('sitemap.xml')}\n` }

  function* entries(): Generator<SitemapEntry> {
    yield startPages(locales, urlOf)
    for (const document of catalog.documents()) yield* pageEntry(pagesOf(document, context), urlOf)
  }
}

function startPages(locales: readonly string[], urlOf: (path: string) => string): SitemapEntry {
  const urls = locales.map((locale): [string, string] => [locale, urlOf(`${locale}/index.html`)])
  return { urls: new Map([...urls, [X_DEFAULT, urlOf('index.html')]]), dates: new Map() }
}

/** The entry of a document with its translated pages, if there are any. */
function pageEntry(pages: readonly SitePage[], urlOf: (path: string) => string): readonly SitemapEntry[] {
  // The start page of a locale is listed already.
  const own = pages.filter(
    ({ isUntranslated, output, locale }) => !isUntranslated && output !== `${locale}/index.html`,
  )
  if (own.length === 0) return []
  const source = own.find(({ locale, sourceLocale }) => locale === sourceLocale)
  const urls = own.map(({ locale, output }): [string, string] => [locale, urlOf(output)])
  const dates = own.flatMap(({ locale, date }): [string, string][] => {
    const written = date === null ? null : machineDate(date)
    return written === null ? [] : [[locale, written]]
  })
  return [
    {
      urls: new Map(source && own.length > 1 ? [...urls, [X_DEFAULT, urlOf(source.output)]] : urls),
      dates: new Map(dates),
    },
  ]
}

/** The pages of a document, without what redirects do not need. */
interface RedirectPages {
  readonly path: string
  readonly sourceLocale: string
  readonly locales: ReadonlySet<string>
}

/** The pages of the docsets that have redirections, by docset and by the path of their document in lower case. */
function pagesToRedirectTo(
  catalog: Catalog,
  context: RenderContext,
  isWanted: (docset: InputDocset) => boolean,
): ReadonlyMap<InputDocset, ReadonlyMap<string, RedirectPages>> {
  const found = new Map<InputDocset, Map<string, RedirectPages>>()
  // Nearly all documents have the same ones.
  const localesIn = memoize((tags: string): ReadonlySet<string> => new Set(tags.split(' ')))
  for (const document of catalog.documents()) {
    const { path, docset } = document.group
    const pages = isWanted(docset) ? pagesOf(document, context) : []
    const [first] = pages
    if (!first) continue
    const own = found.get(docset) ?? new Map<string, RedirectPages>()
    found.set(docset, own)
    const locales = localesIn(pages.map(({ locale }) => locale).join(' '))
    own.set(path.toLowerCase(), { path, sourceLocale: first.sourceLocale, locales })
  }
  return found
}

function redirectsOf(
  catalog: Catalog,
  { context, isTaken, publishedPath }: AddressOptions,
): readonly Redirect[] {
  const redirections = createRedirections()
  const publishedLinksOf = createPublishedLinks(publishedPath)
  const taken = new Set<string>()
  const targets = pagesToRedirectTo(catalog, context, (docset) => redirections.of(docset).size > 0)
  return [...targets].flatMap(([docset, pages]) => {
    const all = redirections.of(docset)
    const locales = [...new Set([...pages.values()].flatMap((own) => [...own.locales]))].sort(compare)
    const links = publishedLinksOf(firstRoot(docset))
    const space = {
      pageAt: (path: string) => pages.get(path.toLowerCase())?.path,
      documentsAt: links.documentsAt,
    }
    const toOf = (target: RedirectionTarget, locale: string): Redirect['to'] | undefined => {
      if (target.type === 'loop') return undefined
      if (target.type === 'page') {
        const page = pages.get(target.path.toLowerCase())
        const shown = page && [locale, page.sourceLocale].find((each) => page.locales.has(each))
        if (shown === undefined) return undefined
        return { path: pagePath(shown, page!.path, context), suffix: encodeSpace(target.suffix) }
      }
      if (target.type === 'elsewhere') return toWebAddress(target.url, locale, context)
      const published = target.path === undefined ? undefined : links.publishedAt(target.path)
      if (published === undefined || context.rootUrl === undefined) return undefined
      const url = encodePath(published) + target.suffix
      return toWebAddress(url, locale, context)
    }
    return [...all.values()].flatMap(({ source }) => {
      const target = space.pageAt(source) === undefined ? followRedirection(source, all, space) : undefined
      if (!target) return []
      return locales.flatMap((locale): Redirect | [] => {
        const output = pagePath(locale, source.replace(/\.yml$/i, '.md'), context)
        const to = toOf(target, locale)
        if (!to || isTaken(output) || taken.has(output)) return []
        taken.add(output)
        return { locale, output, to }
      })
    })
  })
}

/** A URL of another site; other schemes could run scripts. */
function toWebAddress(
  written: string,
  locale: string,
  { rootUrl }: RenderContext,
): Redirect['to'] | undefined {
  const url = joinRootUrl(rootUrl, written, locale)
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined
  return { url: new URL(url).href }
}

function encodeSpace(suffix: string): string {
  return suffix.replace(/\s/g, encodeURIComponent)
}

function firstRoot({ roots }: InputDocset): string {
  return roots.keys().next().value!
}
