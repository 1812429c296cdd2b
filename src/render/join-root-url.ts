/**
 * Joins the URL of the published site and a root-relative URL. `{locale}` is the locale that the path begins with, else
 * that of the page, in lower case as on Microsoft’s site. Other URLs stay.
 *
 * @returns `undefined` if the site is unknown.
 */
export function joinRootUrl(rootUrl: string | undefined, url: string, locale: string): string | undefined {
  if (!url.startsWith('/') || url.startsWith('//')) return url
  if (rootUrl === undefined) return undefined
  const [own] = rootUrl.includes('{locale}') ? (/^\/[a-z]{2,3}-[a-z]{2}(?=\/)/i.exec(url) ?? []) : []
  const root = rootUrl.replaceAll('{locale}', own?.slice(1) ?? locale.toLowerCase())
  return root.replace(/\/+$/, '') + url.slice(own?.length ?? 0)
}
