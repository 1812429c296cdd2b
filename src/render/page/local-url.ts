import { posix } from 'node:path'
import { decodeUrlPart } from '../../util/text/decode-url-part.ts'
import { encodePath } from '../../util/text/encode-path.ts'
import { splitSuffix } from '../../util/text/split-suffix.ts'

/** A relative URL of the input, resolved. */
export interface LocalUrl {
  /** Path relative to the root, with `/`, percent-decoded. */
  readonly path: string
  /** Query and fragment as written, with `?` and `#`; empty if there is none. */
  readonly suffix: string
}

/** A plain file name at the start of a URL, which needs no decoding or normalizing. */
const PLAIN_NAME = /^[\w-]+(?:\.[\w-]+)*(?=[#?]|$)/
/** A path that needs no encoding. */
const PLAIN_PATH = /^[\w./-]*$/
/** A path with empty, `.` or `..` parts. */
const ODD_PATH = /(?:^|\/)\.{0,2}(?:\/|$)/
const SLASH = 47

/**
 * Resolves a relative URL in the file `from` inside the root; `~/` means the root (DocFX).
 *
 * Returns `null` for URLs that do not name a file inside the root: another host or scheme, an absolute path, a
 * bare fragment, or a path out of the root.
 */
export function resolveLocalUrl(from: string, url: string): LocalUrl | null {
  const name = PLAIN_NAME.exec(url)?.[0]
  if (name !== undefined && !ODD_PATH.test(from))
    return { path: from.slice(0, from.lastIndexOf('/') + 1) + name, suffix: url.slice(name.length).trimEnd() }
  const { path: written, suffix } = splitSuffix(url.trim())
  const plain = written.replaceAll('\\', '/')
  if (!plain || plain.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(plain)) return null
  const decoded = decodeUrlPart(plain)
  const joined = decoded.startsWith('~/') ? decoded.slice(2) : posix.join(posix.dirname(from), decoded)
  const path = posix.normalize(joined)
  return path === '..' || path.startsWith('../') || path.startsWith('/') ? null : { path, suffix }
}

/**
 * Returns the relative URL from one file to another; both paths are relative to the output folder.
 *
 * @param options with clean URLs, an `index.html` is the URL of its folder.
 */
export function relativeUrl(
  from: string,
  to: string,
  { cleanUrls }: { readonly cleanUrls?: boolean } = {},
): string {
  const written = relativePath(from, to)
  const path = cleanUrls ? withoutIndex(written) || './' : written
  return PLAIN_PATH.test(path) ? path : encodePath(path)
}

/** Relative URL of the output folder from a file in it: ends in `/`, or is empty. */
export function outputRoot(from: string): string {
  return '../'.repeat(from.split('/').length - 1)
}

/** The path without `index.html` at its end, which servers add to the URL of a folder. */
export function withoutIndex(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1')
}

/** Returns the path from one file to another, without `node:path` for normalized paths. */
function relativePath(from: string, to: string): string {
  if (ODD_PATH.test(from) || ODD_PATH.test(to) || from.startsWith(`${to}/`))
    return posix.relative(`/${posix.dirname(from)}`, `/${to}`)
  let common = 0
  for (let at = 0; at < from.length && from.charCodeAt(at) === to.charCodeAt(at); at++)
    if (from.charCodeAt(at) === SLASH) common = at + 1
  let up = ''
  for (let at = from.indexOf('/', common); at >= 0; at = from.indexOf('/', at + 1)) up += '../'
  return up + to.slice(common)
}
