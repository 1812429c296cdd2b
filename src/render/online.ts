import { addressBelow } from '../util/web-address.ts'
import type { RenderContext } from './context.ts'
import type { PageScope } from './page/page-scope.ts'
import { qrCode } from './qr-code.ts'

/** Where an output is on the web. */
export interface Online {
  readonly url: string
  /** That as a QR code (SVG). */
  readonly qr: string
}

/** Where an output is on the web; `null` where that is not known. */
export function onlineOf(
  { context, label }: Pick<PageScope, 'context' | 'label'>,
  path: string,
): Online | null {
  const url = onlineAddress(path, context)
  return url === null ? null : { url, qr: qrCode(url, label('runbook.qrCode')) }
}

/** Address of an output where the output folder is published; `null` where it is not. */
export function onlineAddress(path: string, { siteUrl }: Pick<RenderContext, 'siteUrl'>): string | null {
  return siteUrl === undefined ? null : addressBelow(siteUrl, path)
}
