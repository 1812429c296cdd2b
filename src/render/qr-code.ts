import { encode } from 'uqr'
import { escapeMarkup } from '../util/text/escape-markup.ts'

/** White modules that scanners need around the code (ISO/IEC 18004, section 6.3.8: quiet zone). */
const QUIET = 4

/**
 * Encodes a text as a QR code: a self-contained SVG image, black on white, that scales with its container.
 *
 * @param label text alternative of the image.
 */
export function qrCode(text: string, label: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('')
  return `<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeMarkup(label)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
}
