import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { ResolvedFile, ResolveFile } from '../model/resolve.ts'
import { hashOf } from '../util/hash-of.ts'
import { toPosix } from '../util/to-posix.ts'
import { decodeText } from './decode-text.ts'
import { type FileState, presentStamp } from './file-state.ts'
import { findDocset } from './find-docset.ts'
import { realPathInside } from './inside.ts'

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/**
 * Makes the function that reads what documents include.
 *
 * A URL is relative to the file it stands in; `~/` and `/` mean the docset's folder (the nearest with a `docfx.json`), else the root.
 * Percent-encoding is decoded; a query and a fragment are dropped. What lies outside the root, by its path or through a symbolic
 * link, is not read.
 *
 * @param root absolute path.
 * @param states takes what each file was like when it was read, by its path.
 */
export function createResolver(root: string, states?: Map<string, FileState>): ResolveFile {
  const realRoot = realpathSync.native(root)
  const cache = new Map<string, ResolvedFile>()

  return function resolve(from, url) {
    const path = locate(root, from, url)
    if (path === null) return { status: 'outside', path: null }
    const known = cache.get(path) ?? read(path)
    cache.set(path, known)
    return known
  }

  function read(path: string): ResolvedFile {
    try {
      const real = realPathInside(realRoot, join(root, path))
      if (real === null) return { status: 'outside', path: null }
      if (!statSync(real).isFile()) return { status: 'missing', path }
      const stamp = presentStamp(real) ?? ''
      const bytes = readFileSync(real)
      states?.set(path, { stamp, hash: hashOf(bytes) })
      const { text } = decodeText(bytes)
      return text.includes('\0') ? { status: 'missing', path } : { status: 'found', path, text }
    } catch {
      return { status: 'missing', path }
    }
  }
}

/** The path, relative to the root, that a URL in the file `from` names; `null` if it lies outside. */
function locate(root: string, from: string, url: string): string | null {
  const bare = decode(url.trim().replace(/[?#].*$/s, '')).replaceAll('\\', '/')
  if (SCHEME.test(bare)) return null
  const absolute = /^~?\//.exec(bare)
  const base = absolute ? docsetOf(root, from) : posix.dirname(from)
  const path = posix.normalize(posix.join(base, absolute ? bare.slice(absolute[0].length) : bare))
  return path === '..' || path.startsWith('../') || path.startsWith('/') ? null : path
}

/** Path of the docset's folder relative to the root. */
function docsetOf(root: string, from: string): string {
  const docset = findDocset(dirname(join(root, from)), root)
  return docset === undefined ? '.' : toPosix(posix.relative(toPosix(root), toPosix(docset))) || '.'
}

/** Decodes percent-encoding where it is valid. */
function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
