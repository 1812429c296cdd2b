import { decodeUrlPart } from '../../util/text/decode-url-part.ts'

/** Where a site is published. */
export interface SiteAddress {
  /** Path of the output folder on its server. */
  readonly base?: string
  /** Public URL of the output folder. */
  readonly siteUrl?: string
}

/** Path of a site on its server, decoded, with `/` at both ends: as configured, else that of its URL. */
export function basePath({ base, siteUrl }: SiteAddress): string {
  const path = base ?? (siteUrl === undefined ? '/' : decodeUrlPart(new URL(siteUrl).pathname))
  return `/${path.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/')
}
