/**
 * The files of a root that documents can refer to.
 *
 * They lie inside the root, have no hidden name on their path, and are judged by both the path as written and the real path. Files that a
 * person names (configuration, baseline, glossary, …) can be anywhere.
 */

import { realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { memoize } from '../../util/memoize.ts'
import { isDocumentPath } from '../../util/text/is-document-path.ts'
import { matchGlobs } from '../../util/text/match-globs.ts'
import { toPosix } from '../../util/text/to-posix.ts'
import { readDocsetGroups } from '../config/docset-config.ts'
import { findDocset } from '../config/find-docset.ts'
import { isInside, realPathInside, statsOf } from './inside.ts'
import { type FileBytes, MOST_BYTES, RefusedFile, readBytes, readHead, realFolder } from './read-bytes.ts'

const MB = 2 ** 20

/** Settings that decide which files documents may refer to. */
export interface RootSettings {
  /** Globs, relative to the root, of files to read although they are hidden or excluded. */
  readonly allow?: readonly string[] | undefined
  /** Largest document, include or code file, in MB. Default: 64. */
  readonly maxFileSize?: number | undefined
}

/**
 * Why a path in the root is not read: it, or a folder in it, has a hidden name, or the docset excludes it.
 */
export type Closed = 'hidden' | 'excluded'

/** The files that documents in a root may refer to; paths are relative to the root, with `/`. */
export interface RootFiles {
  /**
   * Reads a file.
   *
   * @param kind decides the size limit.
   * @throws {RefusedFile} if the file must not be read; errors of Node.js if it cannot be.
   */
  read(path: string, kind: 'settings' | 'document' | 'copy'): FileBytes
  /** Reads the beginning of a file to copy, at most `most` bytes; otherwise like `read`. */
  head(path: string, most: number): Uint8Array
  /** Whether a file (not a folder) exists and may be read. */
  has(path: string): boolean
  /** Why a path is not read, whether or not the file exists; `undefined` if it may be read. */
  closed(path: string): Closed | undefined
}

/**
 * Opens the files of a root. Reads nothing outside it, not even through symbolic links, no hidden files
 * (names that begin with a dot, `node_modules`) and no resources that the docset excludes, unless the
 * settings allow them.
 *
 * @param root absolute path.
 * @throws if the folder does not exist.
 */
export function openRootFiles(root: string, { allow = [], maxFileSize }: RootSettings = {}): RootFiles {
  const [realRoot, nativeRoot] = [realFolder(root), realpathSync.native(root)]
  const isAllowed = matchGlobs(allow)
  const resourcesOf = memoize((docset: string) => {
    try {
      return readDocsetGroups(docset, 'resource')
    } catch {
      // Finding the documents reports it.
      return { excludes: () => false }
    }
  })
  const docsetOf = memoize((folder: string) => findDocset(join(root, folder), root))

  function closed(path: string): Closed | undefined {
    if (isHidden(path)) return isAllowed(path) ? undefined : 'hidden'
    return isExcluded(path) && !isAllowed(path) ? 'excluded' : undefined
  }

  /**
   * Whether the docset excludes a resource. Excluded documents do not count: includes are often excluded from
   * the content.
   */
  function isExcluded(path: string): boolean {
    if (isDocumentPath(path)) return false
    const docset = docsetOf(dirname(path))
    if (docset === undefined) return false
    return resourcesOf(docset).excludes(toPosix(relative(docset, join(root, path))))
  }

  /** Returns a function that throws if the real path behind a path must not be read. */
  function accept(path: string, isOpen: (path: string) => boolean): (real: string) => void {
    return (real) => {
      if (!isInside(realRoot, real)) throw new RefusedFile('outside', 'it leads out of the root')
      const way = toPosix(relative(realRoot, real))
      // A path that is not a link was checked by its name; a link must lead to a readable path.
      if (way !== path && !isOpen(way))
        throw new RefusedFile('private', `it leads to ${way}, which is not read`)
    }
  }

  function read(path: string, kind: 'settings' | 'document' | 'copy'): FileBytes {
    return readBytes(join(root, path), { most: mostOf(kind, maxFileSize), accept: acceptAs(kind, path) })
  }

  function head(path: string, most: number): Uint8Array {
    return readHead(join(root, path), { most, accept: acceptAs('copy', path) })
  }

  /** Like {@link accept}; throws at once if the path itself must not be read. */
  function acceptAs(kind: 'settings' | 'document' | 'copy', path: string): (real: string) => void {
    const isOpen = (way: string) => isAllowed(way) || !(isHidden(way) || (kind === 'copy' && isExcluded(way)))
    if (!isOpen(path)) throw new RefusedFile('private', 'files of this name are not read')
    return accept(path, isOpen)
  }

  function has(path: string): boolean {
    try {
      const absolute = join(root, path)
      // Most questions are about missing files, which this answers in a tenth of the time.
      if (!statsOf(absolute)?.isFile() || closed(path) !== undefined) return false
      const real = realPathInside(nativeRoot, absolute)
      if (real === null) return false
      const way = toPosix(relative(nativeRoot, real))
      return way === path || closed(way) === undefined
    } catch {
      return false
    }
  }

  return { read, head, has, closed }
}

/**
 * Returns a function that checks the real path of an open input: it must be in the root and, if a link leads
 * to it, not hidden.
 *
 * @param root absolute path.
 * @param path relative to the root, with `/`, as named or found.
 * @param realRoot real path of the root, determined in the same way as that of the file.
 */
export function acceptInput(root: string, path: string, realRoot = realFolder(root)): (real: string) => void {
  return (real) => {
    if (!isInside(realRoot, real))
      throw new RefusedFile('outside', 'it is a symbolic link that leads out of the root')
    const way = toPosix(relative(realRoot, real))
    if (way !== path && isHidden(way))
      throw new RefusedFile('private', 'it is a symbolic link that leads to a hidden file')
  }
}

/** Maximum bytes to read from a kind of file. */
export function mostOf(kind: 'settings' | 'document' | 'copy', maxFileSize: number | undefined): number {
  if (kind === 'settings' || maxFileSize === undefined) return MOST_BYTES[kind]
  const limit = maxFileSize * MB
  return kind === 'copy' ? Math.max(limit, MOST_BYTES.copy) : limit
}

/** Whether a path contains a name that programs use for private data, such as passwords and histories. */
function isHidden(path: string): boolean {
  return path.split('/').some((name) => isHiddenName(name))
}

/** Whether a single name is hidden. */
export function isHiddenName(name: string): boolean {
  return name === 'node_modules' || (name.startsWith('.') && name !== '.' && name !== '..')
}
