import type { Element } from 'hast'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'
import { encodeUrlPart } from '../../util/text/encode-url-part.ts'
import type { RenderContext } from '../context.ts'
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
  const page = type === 'link' ? pageAt(target.path, context) : undefined
  if (page !== undefined) return pageUrl(page, scope) + target.suffix
  if (isAsset(type, target.path, context)) {
    return relativeUrl(scope.output, assetOutput(document, target.path, context)) + target.suffix
  }
  const published = type === 'link' && context.rootUrl ? context.publishedAt?.(target.path) : undefined
  if (published === undefined) return url
  return joinRoot(context.rootUrl!, published.split('/').map(encodeUrlPart).join('/'), scope) + target.suffix
}

/** Converts a URL that starts with `/`. */
function rewriteRooted(url: string, type: 'image' | 'link', scope: PageScope): string {
  const { context, document } = scope
  if (type === 'link' && context.documentsAt) {
    const [, path = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? []
    for (const candidate of context.documentsAt(decodeUrlPart(path), document.path)) {
      const page = pageAt(candidate, context)
      if (page !== undefined) return pageUrl(page, scope) + suffix
    }
  }
  return context.rootUrl ? joinRoot(context.rootUrl, url, scope) : url
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

/**
 * Joins the URL of a site's root and a root-relative path. `{locale}` is the locale that the path begins with, else that
 * of the page, in lower case as on Microsoft's site.
 */
function joinRoot(rootUrl: string, path: string, { locale }: PageScope): string {
  const [own] = rootUrl.includes('{locale}') ? (/^\/[a-z]{2,3}-[a-z]{2}(?=\/)/i.exec(path) ?? []) : []
  const root = rootUrl.replaceAll('{locale}', own?.slice(1) ?? locale.toLowerCase())
  return root.replace(/\/+$/, '') + path.slice(own?.length ?? 0)
}
