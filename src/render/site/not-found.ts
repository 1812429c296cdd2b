import { encodeUrlPart } from '../../util/text/encode-url-part.ts'
import type { OutputFile, RenderContext } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { ownLanguageName } from '../i18n/language-name.ts'
import { withoutIndex } from '../page/local-url.ts'
import { basePath } from './base-path.ts'
import { buildSiteView, type SiteView } from './site-view.ts'
import type { StartLanguage } from './start-pages.ts'

/** Data of the template `not-found`. */
interface NotFoundView {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly version: string
  /** Path of the output folder on the server: servers show the page at any depth. */
  readonly root: string
  readonly home: string
  readonly site: SiteView
  readonly languages: readonly StartLanguage[]
}

/**
 * Renders the pages for addresses where nothing is: `404.html` in each locale, and one for the whole site in the source
 * locale. Their URLs begin at the root of the server, because the address can have any depth.
 *
 * @param locales of the site.
 * @param main locale of the page for the whole site.
 */
export function renderNotFound(
  locales: readonly string[],
  main: string,
  context: RenderContext,
): readonly OutputFile[] {
  const root = basePath(context).split('/').map(encodeUrlPart).join('/')
  const homeOf = (locale: string) => {
    const path = `${locale}/index.html`
    return root + (context.cleanUrls ? withoutIndex(path) : path)
  }
  const render = (locale: string, path: string): OutputFile => {
    const view: NotFoundView = {
      locale,
      dir: directionOf(locale),
      version: context.version,
      root,
      home: homeOf(locale),
      site: buildSiteView(context, locale, root),
      languages: locales.map((tag) => ({
        locale: tag,
        dir: directionOf(tag),
        name: ownLanguageName(tag, locales),
        url: homeOf(tag),
        current: tag === locale,
        translated: true,
      })),
    }
    return { path, content: context.template('not-found', view) }
  }
  return [render(main, '404.html'), ...locales.map((locale) => render(locale, `${locale}/404.html`))]
}
