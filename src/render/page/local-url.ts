import { posix } from 'node:path'

/** What a relative URL of the input names. */
export interface LocalUrl {
  /** Path relative to the root, with `/`, percent-decoded. */
  readonly path: string
  /** Query and fragment as written, with `?` and `#`; empty if there is none. */
  readonly suffix: string
}

/**
 * Resolves a relative URL of the file `from` inside the root; `~/` stands for the root (DocFX).
 *
 * `null` for what does not name a file inside the root: another host, another scheme, an absolute path, a fragment alone, a
 * path that leaves the root.
 */
export function resolveLocalUrl(from: string, url: string): LocalUrl | null {
  const [, written = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(url.trim()) ?? []
  const plain = written.replaceAll('\\', '/')
  if (!plain || plain.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(plain)) return null
  const decoded = decode(plain)
  const joined = decoded.startsWith('~/') ? decoded.slice(2) : posix.join(posix.dirname(from), decoded)
  const path = posix.normalize(joined)
  return path === '..' || path.startsWith('../') || path.startsWith('/') ? null : { path, suffix }
}

/** The relative URL that leads from one file to another, both relative to the output folder. */
export function relativeUrl(from: string, to: string): string {
  const path = posix.relative(`/${posix.dirname(from)}`, `/${to}`)
  return path.split('/').map(encodeURIComponent).join('/')
}

/** Percent-decodes a path; what is not percent-encoded right stays as written. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
