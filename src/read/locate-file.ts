import { posix } from 'node:path'
import { decodeUrlPart } from '../util/text/decode-url-part.ts'

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/**
 * The path, relative to the root, that a URL in the file `from` leads to; `null` if it is outside.
 *
 * @param docset path of the docset's folder relative to the root, for URLs that start with `~/` or `/`.
 */
export function locateFile(from: string, url: string, docset: () => string): string | null {
  const bare = decodeUrlPart(url.trim().replace(/[?#].*$/s, '')).replaceAll('\\', '/')
  if (SCHEME.test(bare)) return null
  const absolute = /^~?\//.exec(bare)
  const base = absolute ? docset() : posix.dirname(from)
  const path = posix.normalize(posix.join(base, absolute ? bare.slice(absolute[0].length) : bare))
  return path === '..' || path.startsWith('../') || path.startsWith('/') ? null : path
}
