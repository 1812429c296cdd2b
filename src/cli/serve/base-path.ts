/**
 * Path of the site on its host, decoded: begins and ends with `/`.
 *
 * @param settings `base` is that path, in any form; `siteUrl` is used without it.
 */
export function basePath(settings: { readonly base?: string; readonly siteUrl?: string }): string {
  const { siteUrl } = settings
  const path = settings.base ?? (siteUrl === undefined ? '' : decodeURI(new URL(siteUrl).pathname))
  const parts = path.split('/').filter((part) => part !== '')
  return `/${parts.map((part) => `${part}/`).join('')}`
}
