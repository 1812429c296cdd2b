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
import { groupBy } from '../../util/data/group-by.ts'
import { encodePath } from '../../util/text/encode-path.ts'
import type { InputDocset } from '../document/document-inputs.ts'
import { createPublishedLinks } from '../document/published-links.ts'
import type { BuildOptions } from '../options.ts'
import { createRedirections } from '../redirections.ts'
import type { SiteDocument } from './site-document.ts'

/** Settings of the files about addresses. */
export interface AddressOptions extends Pick<BuildOptions, 'publishedPath'> {
  readonly context: RenderContext
  /** Whether another output uses a path. */
  readonly isTaken: (path: string) => boolean
}

/** Makes the files about the addresses of a site: `sitemap.xml`, `robots.txt`, redirects, and pages for missing ones. */
export function makeAddressFiles(
  documents: readonly Pick<SiteDocument, 'group'>[],
  pages: readonly SitePage[],
  options: AddressOptions,
): readonly OutputFile[] {
  const [first] = pages
  if (!first) return []
  const { context, isTaken } = options
  const locales = [...new Set(pages.map(({ locale }) => locale))].sort(compare)
  const main = locales.includes(first.sourceLocale) ? first.sourceLocale : locales[0]!
  const redirects = redirectsOf(documents, pages, options)
  const files = [
    ...renderNotFound(locales, main, context),
    ...renderRedirects(redirects, locales, context),
    ...(context.siteUrl === undefined ? [] : indexFiles(pages, locales, context)),
  ]
  return files.filter(({ path }) => !isTaken(path))
}

function indexFiles(
  pages: readonly SitePage[],
  locales: readonly string[],
  context: RenderContext,
): readonly OutputFile[] {
  const urlOf = (path: string) => onlineAddress(path, context)!
  const sitemap = renderSitemap([startPages(locales, urlOf), ...pageEntries(pages, urlOf)], urlOf)
  // Robots read only the file at the root of a host (RFC 9309, section 2.3).
  if (new URL(context.siteUrl!).pathname !== '/' || basePath(context) !== '/') return sitemap
  const robots = `User-agent: *\nAllow: /\n\nSitemap: ${urlOf('sitemap.xml')}\n`
  return [...sitemap, { path: 'robots.txt', content: robots }]
}

function startPages(locales: readonly string[], urlOf: (path: string) => string): SitemapEntry {
  const urls = locales.map((locale): [string, string] => [locale, urlOf(`${locale}/index.html`)])
  return { urls: new Map([...urls, [X_DEFAULT, urlOf('index.html')]]), dates: new Map() }
}

/** One entry for each document, with its translated pages. */
function pageEntries(pages: readonly SitePage[], urlOf: (path: string) => string): readonly SitemapEntry[] {
  // The start page of a locale is listed already.
  const listed = pages.filter(
    ({ isUntranslated, output, locale }) => !isUntranslated && output !== `${locale}/index.html`,
  )
  return [...groupBy(listed, ({ path }) => path).values()].map((own) => {
    const source = own.find(({ locale, sourceLocale }) => locale === sourceLocale)
    const urls = own.map(({ locale, output }): [string, string] => [locale, urlOf(output)])
    const dates = own.flatMap(({ locale, date }): [string, string][] => {
      const written = date === null ? null : machineDate(date)
      return written === null ? [] : [[locale, written]]
    })
    return {
      urls: new Map(source && own.length > 1 ? [...urls, [X_DEFAULT, urlOf(source.output)]] : urls),
      dates: new Map(dates),
    }
  })
}

function redirectsOf(
  documents: readonly Pick<SiteDocument, 'group'>[],
  pages: readonly SitePage[],
  { context, isTaken, publishedPath }: AddressOptions,
): readonly Redirect[] {
  const redirections = createRedirections()
  const publishedLinksOf = createPublishedLinks(publishedPath)
  const docsetOf = new Map(documents.map(({ group: { path, docset } }) => [path, docset]))
  const taken = new Set<string>()
  return [...new Set(docsetOf.values())].flatMap((docset) => {
    const all = redirections.of(docset)
    if (all.size === 0) return []
    const own = pages.filter(({ path }) => docsetOf.get(path) === docset)
    const locales = [...new Set(own.map(({ locale }) => locale))].sort(compare)
    const links = publishedLinksOf(firstRoot(docset))
    const paths = new Map(own.map(({ path }) => [path.toLowerCase(), path]))
    const sources = new Map(own.map(({ path, sourceLocale }) => [path, sourceLocale]))
    const outputs = new Map(own.map(({ locale, path, output }) => [`${locale} ${path}`, output]))
    const space = {
      pageAt: (path: string) => paths.get(path.toLowerCase()),
      documentsAt: links.documentsAt,
    }
    const toOf = (target: RedirectionTarget, locale: string): Redirect['to'] | undefined => {
      if (target.type === 'loop') return undefined
      if (target.type === 'page') {
        const path =
          outputs.get(`${locale} ${target.path}`) ?? outputs.get(`${sources.get(target.path)} ${target.path}`)
        return path === undefined ? undefined : { path, suffix: encodeSpace(target.suffix) }
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
