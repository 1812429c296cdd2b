import type { Element } from 'hast'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'
import { encodePath } from '../../util/text/encode-path.ts'
import { splitSuffix } from '../../util/text/split-suffix.ts'
import type { RenderContext } from '../context.ts'
import { joinRootUrl } from '../join-root-url.ts'
import { pagePath } from '../page-path.ts'
import { assetOutput, isAsset } from './assets.ts'
import { relativeUrl, resolveLocalUrl } from './local-url.ts'
import type { PageScope } from './page-scope.ts'

/** URL properties by element, and whether they embed a file or link to one. */
const URLS: ReadonlyMap<string, readonly ['image' | 'link', string]> = new Map([
  ['a', ['link', 'href']],
  ['area', ['link', 'href']],
  ['img', ['image', 'src']],
])

/** Points a link or an image to its target in the output; leaves other elements unchanged. */
export function rewriteLink(node: Pick<Element, 'tagName' | 'properties'>, scope: PageScope): void {
  const known = URLS.get(node.tagName)
  if (!known) return
  const [type, property] = known
  const url = node.properties[property]
  if (typeof url !== 'string') return
  const rewritten = rewriteUrl(url, type, scope)
  node.properties[property] = rewritten
  if (type === 'link' && isExternal(rewritten)) addNoopener(node)
}

/**
 * Converts a URL of the input to one of the output. Links to what is not in the build lead to the published site, if its
 * address is known.
 */
export function rewriteUrl(url: string, type: 'image' | 'link', scope: PageScope): string {
  const { context, document } = scope
  if (url.startsWith('/') && !url.startsWith('//')) return rewriteRooted(url, type, scope)
  const target = resolveLocalUrl(document.path, url)
  if (!target) return url
  const page = type === 'link' ? documentUrl(target.path, target.suffix, scope) : undefined
  if (page !== undefined) return page
  if (isAsset(type, target.path, context)) {
    return relativeUrl(scope.output, assetOutput(document, target.path, context)) + target.suffix
  }
  return (type === 'link' ? publishedUrl(target.path, target.suffix, scope) : undefined) ?? url
}

/** Converts a URL that starts with `/`. */
function rewriteRooted(url: string, type: 'image' | 'link', scope: PageScope): string {
  const { context, document } = scope
  if (type === 'link' && context.documentsAt) {
    const { path, suffix } = splitSuffix(url)
    for (const candidate of context.documentsAt(decodeUrlPart(path), document.path)) {
      const page = documentUrl(candidate, suffix, scope)
      if (page !== undefined) return page
    }
  }
  return joinRoot(url, scope) ?? url
}

/** URL of a document’s page, or of what it is redirected to; `undefined` if there is neither. */
function documentUrl(path: string, suffix: string, scope: PageScope): string | undefined {
  const { context } = scope
  const page = pageAt(path, context)
  if (page !== undefined) return pageUrl(page, scope) + suffix
  const target = context.redirectionOf?.(path)
  if (target?.type === 'page') {
    const to = pageAt(target.path, context)
    return to === undefined ? undefined : pageUrl(to, scope) + (target.suffix || suffix)
  }
  if (target?.type === 'elsewhere') return joinRoot(target.url, scope) ?? target.url
  if (target?.type !== 'missing' || target.path === undefined) return undefined
  return publishedUrl(target.path, target.suffix || suffix, scope)
}

/** URL of a file on the published site; `undefined` if it is unknown. */
export function publishedUrl(path: string, suffix: string, scope: PageScope): string | undefined {
  const published = scope.context.rootUrl ? scope.context.publishedAt?.(path) : undefined
  return published && joinRoot(encodePath(published) + suffix, scope)
}

/** Relative URL of a document’s page, in the locale of the link if it is made there. */
function pageUrl(path: string, { context, locale, output }: PageScope): string {
  return relativeUrl(output, pagePath(context.pageLocale?.(path) ?? locale, path, context), context)
}

/** Path of the page at a path: the same path, or one that differs only in letter case. */
export function pageAt(
  path: string,
  context: Pick<RenderContext, 'hasPage' | 'pageLike'>,
): string | undefined {
  return context.hasPage(path) ? path : context.pageLike?.(path)
}

/** Whether a URL leads to another host; browsers read a backslash as a slash (URL Standard, section 4.4). */
function isExternal(url: string): boolean {
  return /^(?:https?:)?[/\\]{2}/i.test(url)
}

/** Prevents the linked page from accessing this one. */
function addNoopener(node: Pick<Element, 'properties'>): void {
  const rel = Array.isArray(node.properties.rel) ? node.properties.rel.map(String) : []
  node.properties.rel = [...new Set([...rel, 'noopener'])]
}

/** Joins the URL of the published site and a root-relative URL; see `joinRootUrl`. */
function joinRoot(url: string, { context, locale }: PageScope): string | undefined {
  return joinRootUrl(context.rootUrl, url, locale)
}
