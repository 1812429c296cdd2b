/**
 * Reads images and downloads for builds and `dev`.
 *
 * They are published in the origin of the pages, where each can also be opened by itself:
 *
 * | kind | in a browser | handling |
 * |---|---|---|
 * | `.svg` | runs scripts | parsed as XML and rewritten from known elements and attributes (`clean-svg.ts`); else not published |
 * | raster images, audio, video, `.pdf`, `.txt`, `.csv`, Office, archives | has its own type, does not run in the origin | copied |
 * | `.ps1`, `.psm1`, `.psd1`, `.pbix`, `.pbit` | usual servers have no type, so a browser sniffs the content | not published if it begins like a page |
 * | `.html`, `.xhtml`, `.xml`, `.js`, `.svgz` and all others | can run | not copied; links to it stay as written |
 */

import { readRootFile } from '../read/files/read-root-file.ts'
import type { RootSettings } from '../read/files/root-files.ts'
import { cleanSvg } from '../render/clean-svg.ts'
import { UserError } from '../util/user-error.ts'
import type { AssetFile } from './document/document-result.ts'

/**
 * Downloads whose type servers do not know. Browsers then look at the content, so one that begins like a page
 * would run as a page (MIME Sniffing Standard, section 7.1).
 */
const UNTYPED = /\.(?:ps[dm]?1|pbi[tx])$/i
const PAGE =
  /^\s*<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s>]|^\s*<(?:!--|\?xml)/i

/**
 * Reads an image or download of a document and makes it safe to publish: nothing in it runs in the origin of
 * the pages, even if it is opened by itself.
 *
 * @returns `null` if it does not exist, is outside the root or must not be read.
 * @throws if it cannot be read or published.
 */
export function readAsset(
  { root, path }: Pick<AssetFile, 'root' | 'path'>,
  settings: RootSettings,
): Uint8Array | null {
  const content = readRootFile(root, path, settings)
  if (content === null) return null
  if (/\.svg$/i.test(path)) {
    const clean = cleanSvg(content)
    if (clean === null)
      throw new UserError(
        'it is not an SVG image that browsers can show',
        'Save it as SVG again or use another image: pages that refer to it show none.',
      )
    return Buffer.from(clean)
  }
  if (
    UNTYPED.test(path) &&
    PAGE.test(
      content
        .subarray(0, 1024)
        .toString('latin1')
        .replace(/^(?:\xEF\xBB\xBF|\xFE\xFF|\xFF\xFE)/, ''),
    )
  )
    throw new UserError(
      'it begins like a page, which a browser may run',
      'Pack it into an archive, or remove the markup at its beginning: links to it lead nowhere.',
    )
  return content
}
