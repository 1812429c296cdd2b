import type { LocalizedText, SiteFiles, SiteLink } from '../../model/build/site.ts'
import type { RenderContext } from '../context.ts'
import { localeChain } from '../i18n/locale-chain.ts'

/** Data of the site for the head, header and footer of every page. */
export interface SiteView {
  /** Name of the site; without one, a label. */
  readonly title: string
  /** Whether the site has a name, which titles of pages then end with. */
  readonly isNamed: boolean
  /** Whether its pages can be searched. */
  readonly search: boolean
  /** Files by their names for `{{asset}}`; `null` if there is none. */
  readonly logo: SiteFiles['logo'] | null
  /** The logo of the dark theme; `null` if it is the same. */
  readonly darkLogo: SiteFiles['darkLogo'] | null
  readonly favicon: string
  readonly styles: readonly string[]
  readonly links: readonly LinkView[]
  readonly footer: string | null
  readonly license: LinkView | null
}

/** A link, or a text if it has no URL. */
interface LinkView {
  readonly text: string
  readonly url: string | null
}

/** A document that links of its page name. */
export interface LinkedDocument {
  /** Path relative to its root. */
  readonly path: string
  /** Locale whose text it shows. */
  readonly locale: string
  readonly title: string
}

/**
 * Collects the data of the site for a page.
 *
 * @param root relative URL of the output folder from the page, ending in `/`, or empty.
 */
export function buildSiteView(context: RenderContext, locale: string, root: string): SiteView {
  const { site, outputs, translate } = context
  const { options = {}, files = { styles: [] } } = site ?? {}
  const title = textIn(locale, options.title)
  const link = ({ text, url }: SiteLink): LinkView => ({
    text: textIn(locale, text) ?? '',
    url: addressOf(url.replaceAll('{locale}', locale), root),
  })
  const { license } = options
  return {
    title: title ?? translate(locale, 'index.title'),
    isNamed: title !== undefined,
    search: outputs.has('search'),
    logo: files.logo ?? null,
    darkLogo: files.darkLogo ?? null,
    favicon: faviconOf(context),
    styles: files.styles,
    links: (options.links ?? []).map(link).filter(({ text }) => text !== ''),
    footer: textIn(locale, options.footer) ?? null,
    license: isLink(license) ? link(license) : textOnly(textIn(locale, license)),
  }
}

/** Name of the icon in the tabs of browsers, for `{{asset}}`: the site’s own, else that of the look. */
export function faviconOf({ site }: Pick<RenderContext, 'site'>): string {
  return site?.files.favicon ?? 'favicon.svg'
}

/** URL for a document by a pattern with `{path}`, `{locale}` and `{title}`; `null` if there is no pattern. */
export function documentUrl(
  pattern: string | undefined,
  { path, locale, title }: LinkedDocument,
): string | null {
  if (pattern === undefined) return null
  const values: Record<string, string> = {
    path: path.split('/').map(encodeURIComponent).join('/'),
    locale: encodeURIComponent(locale),
    title: encodeURIComponent(title),
  }
  return pattern.replace(/\{(path|locale|title)\}/g, (_, name: string) => values[name]!)
}

/** The text for a locale; of several texts, that of the nearest locale, of `en-US`, or the first. */
function textIn(locale: string, text: LocalizedText | undefined): string | undefined {
  if (typeof text !== 'object') return text
  const tags = Object.keys(text)
  return text[localeChain(locale, tags)[0] ?? tags[0] ?? '']
}

function isLink(license: LocalizedText | SiteLink | undefined): license is SiteLink {
  return typeof license === 'object' && typeof license.url === 'string'
}

function textOnly(text: string | undefined): LinkView | null {
  return text === undefined ? null : { text, url: null }
}

/** A path from the output folder becomes relative to the page. */
function addressOf(url: string, root: string): string {
  return url.startsWith('/') ? `${root}${url.slice(1)}` : url
}
