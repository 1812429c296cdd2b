import type { RenderContext } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { ownLanguageName } from '../i18n/language-name.ts'
import { buildSiteView, type SiteView } from './site-view.ts'

/** Data that all pages without a document share. */
export interface FrameView {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly version: string
  /** URL of the output folder, ending in `/`, or empty. */
  readonly root: string
  /** URL of the start page. */
  readonly home: string
  readonly site: SiteView
  /** The same page in all locales. */
  readonly languages: readonly FrameLanguage[]
}

/** A locale to choose. */
export interface FrameLanguage {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  /** Name of the language in that language, as people write it. */
  readonly name: string
  readonly url: string
  readonly current: boolean
  /** These pages are always in their own language. */
  readonly translated: true
}

/** A page that shows no document. */
export interface Frame extends Pick<FrameView, 'locale' | 'root' | 'home'> {
  /** Locales to choose from, in order. */
  readonly locales: readonly string[]
  /** Returns the URL of the page in a locale. */
  urlOf(locale: string): string
  /** Whether the page is the one of a locale. Default: that of its own locale. */
  isCurrent?(locale: string): boolean
}

/** Collects the frame of a page that shows no document. */
export function buildFrame(frame: Frame, context: RenderContext): FrameView {
  const { locale, root, home, locales, isCurrent = (tag: string) => tag === locale } = frame
  return {
    locale,
    dir: directionOf(locale),
    version: context.version,
    root,
    home,
    site: buildSiteView(context, locale, root),
    languages: locales.map((tag) => ({
      locale: tag,
      dir: directionOf(tag),
      name: ownLanguageName(tag, locales),
      url: frame.urlOf(tag),
      current: isCurrent(tag),
      translated: true,
    })),
  }
}
