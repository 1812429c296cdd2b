import { basePath } from '../../model/build/base-path.ts'
import { encodePath } from '../../util/text/encode-path.ts'
import type { OutputFile, RenderContext } from '../context.ts'
import { directionOf } from '../i18n/direction-of.ts'
import { onlineAddress } from '../online.ts'
import { relativeUrl, withoutIndex } from '../page/local-url.ts'

/** A page that leads elsewhere. */
export interface Redirect {
  readonly locale: string
  /** Path of the page, relative to the output folder. */
  readonly output: string
  /** Where it leads: a file of the output folder, or a URL. */
  readonly to: { readonly path: string; readonly suffix: string } | { readonly url: string }
}

/** Data of the template `redirect`. */
interface RedirectView {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  /** URL of the target. */
  readonly url: string
  readonly canonical: string
}

/** Largest configuration that Azure accepts, in bytes. */
const MOST_AZURE = 20_000

/**
 * Renders redirects as pages, for any server, and as `_redirects` (Netlify, Cloudflare Pages) and
 * `staticwebapp.config.json` (Azure Static Web Apps), for those that answer with a redirect themselves.
 *
 * @param locales of the site: `_redirects` and the configuration also lead to their `404.html`.
 */
export function renderRedirects(
  redirects: readonly Redirect[],
  locales: readonly string[],
  context: RenderContext,
): readonly OutputFile[] {
  if (redirects.length === 0) return []
  const base = encodePath(basePath(context))
  const placeOf = (path: string) => base + encodePath(context.cleanUrls ? withoutIndex(path) : path)
  const rules = redirects.map(({ output, to }) => ({
    from: placeOf(output),
    to: 'url' in to ? to.url : placeOf(to.path) + to.suffix,
  }))
  return [
    ...redirects.map((redirect) => renderPage(redirect, context)),
    { path: '_redirects', content: netlify(rules, base, locales) },
    { path: 'staticwebapp.config.json', content: azure(rules, base) },
  ]
}

function renderPage({ locale, output, to }: Redirect, context: RenderContext): OutputFile {
  const url = 'url' in to ? to.url : relativeUrl(output, to.path, context) + to.suffix
  const online = 'url' in to ? null : onlineAddress(to.path, context)
  const view: RedirectView = {
    locale,
    dir: directionOf(locale),
    url,
    canonical: (online ?? url).replace(/#.*/s, ''),
  }
  return { path: output, content: context.template('redirect', view) }
}

/** A redirect from a path of the server. */
interface Rule {
  readonly from: string
  readonly to: string
}

function netlify(rules: readonly Rule[], base: string, locales: readonly string[]): string {
  const lines = rules.map(({ from, to }) => `${from} ${to.replaceAll(' ', '%20')} 301`)
  const missing = locales.map((locale) => `${base}${locale}/* ${base}${locale}/404.html 404`)
  return `${[...lines, ...missing].join('\n')}\n`
}

/** Azure rejects larger configurations, so the pages have to suffice then. */
function azure(rules: readonly Rule[], base: string): string {
  const routes = rules.map(({ from, to }) => ({ route: from, redirect: to, statusCode: 301 }))
  const rest = { responseOverrides: { 404: { rewrite: `${base}404.html` } } }
  const all = `${JSON.stringify({ routes, ...rest }, null, 1)}\n`
  return Buffer.byteLength(all) <= MOST_AZURE ? all : `${JSON.stringify(rest, null, 1)}\n`
}
