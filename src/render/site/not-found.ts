import { basePath } from '../../model/build/base-path.ts'
import { encodePath } from '../../util/text/encode-path.ts'
import type { OutputFile, RenderContext } from '../context.ts'
import { withoutIndex } from '../page/local-url.ts'
import { buildFrame } from './frame-view.ts'

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
  const root = encodePath(basePath(context))
  const homeOf = (locale: string) => {
    const path = `${locale}/index.html`
    return root + (context.cleanUrls ? withoutIndex(path) : path)
  }
  const render = (locale: string, path: string): OutputFile => {
    const view = buildFrame({ locale, root, home: homeOf(locale), locales, urlOf: homeOf }, context)
    return { path, content: context.template('not-found', view) }
  }
  return [render(main, '404.html'), ...locales.map((locale) => render(locale, `${locale}/404.html`))]
}
