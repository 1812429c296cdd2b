import { addressBelow } from '../util/text/web-address.ts'
import type { RenderContext } from './context.ts'
import { withoutIndex } from './page/local-url.ts'
import type { PageScope } from './page/page-scope.ts'
import { qrCode } from './qr-code.ts'

/** Address of an output on the web. */
export interface Online {
  readonly url: string
  /** The URL as a QR code (SVG). */
  readonly qr: string
}

/** Returns the URL and QR code of an output; `null` if its URL is unknown. */
export function onlineOf(
  { context, label }: Pick<PageScope, 'context' | 'label'>,
  path: string,
): Online | null {
  const url = onlineAddress(path, context)
  return url === null ? null : { url, qr: qrCode(url, label('runbook.qrCode')) }
}

/** Returns the public URL of an output; `null` without a configured site URL. */
export function onlineAddress(
  path: string,
  { siteUrl, cleanUrls }: Pick<RenderContext, 'siteUrl' | 'cleanUrls'>,
): string | null {
  return siteUrl === undefined ? null : addressBelow(siteUrl, cleanUrls ? withoutIndex(path) : path)
}
