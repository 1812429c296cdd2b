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
  const path = data.map(lineOf).join('')
  return `<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeMarkup(label)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path stroke="#000" d="${path}"/></svg>`
}

/** The dark modules of a row as strokes along its middle, each run as one: a quarter of the size of a square for each. */
function lineOf(row: readonly boolean[], y: number): string {
  const modules = row.map((isDark) => (isDark ? '1' : '0')).join('')
  let line = ''
  let end = 0
  for (const { index, 0: run } of modules.matchAll(/1+/g)) {
    line += line === '' ? `M${index} ${y}.5h${run.length}` : `m${index - end} 0h${run.length}`
    end = index + run.length
  }
  return line
}
