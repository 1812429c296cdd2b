import { encode } from 'uqr'
import { escapeMarkup } from '../util/escape-markup.ts'

/** White modules around the code that readers want (ISO/IEC 18004, section 6.3.8: quiet zone). */
const QUIET = 4

/**
 * A text as a QR code: an SVG image that is as large as its container wants, black on white, without anything to load.
 *
 * @param label what the image is, for those who do not see it.
 */
export function qrCode(text: string, label: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('')
  return `<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeMarkup(label)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
}
