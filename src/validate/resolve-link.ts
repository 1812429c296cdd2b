import { posix } from 'node:path'
import { decodeUrlPart } from '../util/text/decode-url-part.ts'

/** Destination of a link. */
export type LinkTarget =
  /** Outside the files of a run: another site, a mail address, the root of the site, another docset. */
  | { readonly type: 'elsewhere' }
  /** The page that contains the link. */
  | { readonly type: 'page'; readonly anchor: string }
  /** A file or folder below the root; `path` has no trailing `/`, the root itself is the empty string. */
  | { readonly type: 'file'; readonly path: string; readonly anchor: string }

const elsewhere: LinkTarget = { type: 'elsewhere' }

/**
 * Resolves a URL in the file `from`.
 *
 * Drops query strings, decodes percent-encoding, reads `\` as `/` (like browsers) and `~/` as the docset's
 * folder. Links out of that folder lead elsewhere, since other docsets are not available when one is
 * translated.
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
