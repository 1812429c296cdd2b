import type { BilingualDocument } from '../../model/document.ts'
import type { RenderContext } from '../context.ts'
import { onlineAddress } from '../online.ts'
import { pagePath } from '../page-path.ts'
import { X_DEFAULT } from './sitemap.ts'

/** A link to the page for readers of a language. */
export interface Alternate {
  /** BCP 47 tag, or `x-default`. */
  readonly hreflang: string
  readonly url: string
}

/** Metadata of a page for search engines and social networks. */
export interface PageAddress {
  /** URL of the page, or of the original if the page only repeats it. */
  readonly canonical: string | null
  /** The page in all locales that have it, if there are several; empty for a page that only repeats the original. */
  readonly alternates: readonly Alternate[]
  /** Open Graph (ogp.me); `null` if the URL of the site is unknown. */
  readonly openGraph: OpenGraph | null
}

interface OpenGraph {
  readonly url: string
  /** URL of the output folder, ending in `/`. */
  readonly root: string
  readonly locale: string
  readonly alternates: readonly string[]
}

/** The page whose address is wanted. */
export interface AddressedPage {
  readonly document: BilingualDocument
  readonly locale: string
  readonly context: RenderContext
  /** Relative URL of the page in a locale. */
  readonly urlOf: (locale: string) => string
  /** Locale of the original, if the page only repeats it and it is made. */
  readonly original: string | null
  readonly isUntranslated: boolean
}

/** Collects the addresses of a page: absolute if the URL of the site is known. */
export function buildAddress(page: AddressedPage): PageAddress {
  const { document, locale, context, urlOf, original, isUntranslated } = page
  const { siteUrl, locales, untranslated } = context
  const addressOf = (tag: string) =>
    onlineAddress(pagePath(tag, document.path, context), context) ?? urlOf(tag)
  const translated = [...new Set([locale, ...locales])].filter((tag) => !untranslated?.has(tag))
  const alternates = translated.map((tag) => ({ hreflang: tag, url: addressOf(tag) }))
  const hasDefault = siteUrl !== undefined && translated.includes(document.sourceLocale)
  const fallback = hasDefault ? [{ hreflang: X_DEFAULT, url: addressOf(document.sourceLocale) }] : []
  const own = siteUrl === undefined ? null : addressOf(locale)
  return {
    canonical: isUntranslated && original !== null ? addressOf(original) : own,
    alternates: isUntranslated || translated.length < 2 ? [] : [...alternates, ...fallback],
    openGraph:
      siteUrl === undefined
        ? null
        : {
            url: addressOf(isUntranslated && original !== null ? original : locale),
            root: `${siteUrl.replace(/\/+$/, '')}/`,
            locale: toOpenGraph(locale),
            alternates: translated.filter((tag) => tag !== locale).map(toOpenGraph),
          },
  }
}

/** A locale as Open Graph writes it: `fr_FR`. */
function toOpenGraph(locale: string): string {
  return locale.replaceAll('-', '_')
}
