/** Path of the site on its host: begins and ends with `/`. */
export function basePath({ siteUrl }: { readonly siteUrl?: string }): string {
  return siteUrl === undefined ? '/' : `${new URL(siteUrl).pathname.replace(/\/+$/, '')}/`
}
