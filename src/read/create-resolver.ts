import { dirname, join, posix } from 'node:path'
import type { ResolvedFile, ResolveFile } from '../model/resolve.ts'
import { reasonOf } from '../util/reason-of.ts'
import { toPosix } from '../util/text/to-posix.ts'
import { findDocset } from './config/find-docset.ts'
import { decodeText } from './files/decode-text.ts'
import { type FileState, stateOf } from './files/file-state.ts'
import { RefusedFile } from './files/read-bytes.ts'
import { openRootFiles, type RootSettings } from './files/root-files.ts'
import { locateFile } from './locate-file.ts'

/**
 * Makes the function that reads the includes of documents.
 *
 * A URL is relative to its file; `~/` and `/` mean the docset's folder (the nearest with a `docfx.json`),
 * else the root. Decodes percent-encoding and drops query and fragment. Reads nothing outside the root, not
 * even through a symbolic link, and no hidden files.
 *
 * @param root absolute path.
 * @param states receives the state of each file when it was read, by path.
 */
export function createResolver(
  root: string,
  settings?: RootSettings,
  states?: Map<string, FileState>,
): ResolveFile {
  const files = openRootFiles(root, settings)
  const cache = new Map<string, ResolvedFile>()

  return function resolve(from, url) {
    const path = locateFile(from, url, () => docsetOf(root, from))
    if (path === null) return { status: 'outside', path: null }
    const known = cache.get(path) ?? read(path)
    cache.set(path, known)
    return known
  }

  function read(path: string): ResolvedFile {
    try {
      const file = files.read(path, 'document')
      states?.set(path, stateOf(file))
      const { text } = decodeText(file.bytes)
      return text.includes('\0') ? { status: 'missing', path } : { status: 'found', path, text }
    } catch (error) {
      const kind = error instanceof RefusedFile ? error.kind : undefined
      if (kind === 'outside') return { status: 'outside', path: null }
      if (kind === 'private') return { status: 'private', path }
      if (kind === 'large' || kind === 'special')
        return { status: 'unreadable', path, problem: reasonOf(error) }
      return { status: 'missing', path }
    }
  }
}

/** Path of the docset's folder relative to the root. */
function docsetOf(root: string, from: string): string {
  const docset = findDocset(dirname(join(root, from)), root)
  return docset === undefined ? '.' : toPosix(posix.relative(toPosix(root), toPosix(docset))) || '.'
}
