import type { RenderContext } from '../context.ts'

/** Path of the site on its server, with `/` at both ends: as configured, else that of its URL. */
export function basePath({ base, siteUrl }: Pick<RenderContext, 'base' | 'siteUrl'>): string {
  const path = base ?? (siteUrl === undefined ? '/' : new URL(siteUrl).pathname)
  return `/${path.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/')
}
