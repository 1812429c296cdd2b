import { posix } from 'node:path'
import { decodeUrlPart } from '../util/decode-url-part.ts'

/** Where a link leads. */
export type LinkTarget =
  /** Somewhere that the files of a run do not tell: another site, an address, the root of the site, another docset. */
  | { readonly type: 'elsewhere' }
  /** The page that it stands in. */
  | { readonly type: 'page'; readonly anchor: string }
  /** A file or folder below the root; `path` has no trailing `/`, the root itself is the empty string. */
  | { readonly type: 'file'; readonly path: string; readonly anchor: string }

const elsewhere: LinkTarget = { type: 'elsewhere' }

/**
 * Finds where a URL leads, seen from the file `from`.
 *
 * Query strings are dropped, percent-encoding is decoded, `\` is read as `/` (as browsers do), and `~/` means the folder of the
 * docset. A link that leaves that folder leads elsewhere: other docsets are not at hand when one is translated.
 */
export function resolveLink(url: string, from: string, docset: string): LinkTarget {
  const written = url.trim()
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(written)) return elsewhere
  const [, file = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(written) ?? []
  const anchor = decodeUrlPart(fragment.replace(/:~:.*$/s, ''))
  if (file === '') return { type: 'page', anchor }
  const path = decodeUrlPart(file).replaceAll('\\', '/')
  const base = path.startsWith('~/') ? docset : posix.dirname(from)
  const full = posix.normalize(posix.join(base || '.', path.replace(/^~\//, ''))).replace(/\/$/, '')
  const inside = full === '.' ? '' : full
  if (inside === '..' || inside.startsWith('../')) return elsewhere
  if (docset !== '' && inside !== docset && !inside.startsWith(`${docset}/`)) return elsewhere
  return { type: 'file', path: inside, anchor }
}
