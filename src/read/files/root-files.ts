/**
 * The files of a root that documents can refer to.
 *
 * They lie inside the root, have no hidden name on their path, and are judged by both the path as written and the real path. Files that a
 * person names (configuration, baseline, glossary, …) can be anywhere.
 */

import { realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { matchGlobs } from '../../util/match-globs.ts'
import { memoize } from '../../util/memoize.ts'
import { toPosix } from '../../util/to-posix.ts'
import { readDocsetGroups } from '../config/docset-config.ts'
import { findDocset } from '../config/find-docset.ts'
import { isInside, realPathInside, statsOf } from './inside.ts'
import { type FileBytes, MOST_BYTES, RefusedFile, readBytes, realFolder } from './read-bytes.ts'

const MB = 2 ** 20
const DOCUMENT = /\.(?:md|markdown|html?)$/i

/** What the settings say of the files that documents name. */
export interface RootSettings {
  /** Globs of paths relative to the root: files that are read although they are hidden or excluded. */
  readonly allow?: readonly string[] | undefined
  /** Largest document, include or file of code, in MB; 64 unless told. */
  readonly maxFileSize?: number | undefined
}

/** Why a file of the root is not read, going by its path: its name or a folder’s is that of hidden things, or the docset excludes it. */
export type Closed = 'hidden' | 'excluded'

/** The files of a root, as far as what is in it may name them; paths are relative to the root, with `/`. */
export interface RootFiles {
  /**
   * Reads a file.
   *
   * @param kind what it is read as: the limit of its size depends on it.
   * @throws {RefusedFile} for what is not to be read; errors of Node.js for what cannot be.
   */
  read(path: string, kind: 'settings' | 'document' | 'copy'): FileBytes
  /** Whether there is a file (not a folder) that may be read. */
  has(path: string): boolean
  /** Why a path is not read, whether or not there is a file; `undefined` where it may be. */
  closed(path: string): Closed | undefined
}

/**
 * Opens the files of a root: nothing outside of it is read, also through symbolic links; nor is what is hidden (a name that begins with a
 * dot, `node_modules`), nor resources that the docset excludes, unless the settings allow it.
 *
 * @param root absolute path.
 * @throws where there is no such folder.
 */
export function openRootFiles(root: string, { allow = [], maxFileSize }: RootSettings = {}): RootFiles {
  const [realRoot, nativeRoot] = [realFolder(root), realpathSync.native(root)]
  const isAllowed = matchGlobs(allow)
  const resourcesOf = memoize((docset: string) => {
    try {
      return readDocsetGroups(docset, 'resource')
    } catch {
      // It is reported where documents are looked for.
      return { excludes: () => false }
    }
  })
  const docsetOf = memoize((folder: string) => findDocset(join(root, folder), root))

  function closed(path: string): Closed | undefined {
    if (isHidden(path)) return isAllowed(path) ? undefined : 'hidden'
    return isExcluded(path) && !isAllowed(path) ? 'excluded' : undefined
  }

  /** Whether the docset leaves a resource out; what it includes is often left out of the content, and included all the same. */
  function isExcluded(path: string): boolean {
    if (DOCUMENT.test(path)) return false
    const docset = docsetOf(dirname(path))
    if (docset === undefined) return false
    return resourcesOf(docset).excludes(toPosix(relative(docset, join(root, path))))
  }

  /** Throws where what was really found at a path is not to be read. */
  function accept(path: string, isOpen: (path: string) => boolean): (real: string) => void {
    return (real) => {
      if (!isInside(realRoot, real)) throw new RefusedFile('outside', 'it leads out of the root')
      const way = toPosix(relative(realRoot, real))
      // What was named itself is judged by its name; elsewhere links may lead to what may be read only.
      if (way !== path && !isOpen(way))
        throw new RefusedFile('private', `it leads to ${way}, which is not read`)
    }
  }

  function read(path: string, kind: 'settings' | 'document' | 'copy'): FileBytes {
    const isOpen = (way: string) => isAllowed(way) || !(isHidden(way) || (kind === 'copy' && isExcluded(way)))
    if (!isOpen(path)) throw new RefusedFile('private', 'files of this name are not read')
    return readBytes(join(root, path), { most: mostOf(kind, maxFileSize), accept: accept(path, isOpen) })
  }

  function has(path: string): boolean {
    try {
      const absolute = join(root, path)
      // Most questions are about what is not there, which this tells in a tenth of the time.
      if (!statsOf(absolute)?.isFile() || closed(path) !== undefined) return false
      const real = realPathInside(nativeRoot, absolute)
      if (real === null) return false
      const way = toPosix(relative(nativeRoot, real))
      return way === path || closed(way) === undefined
    } catch {
      return false
    }
  }

  return { read, has, closed }
}

/**
 * Makes what looks at the real path of an input once it is open: it has to lie in the root, and where a link leads to it, not among
 * hidden files.
 *
 * @param root absolute path.
 * @param path relative to the root, with `/`: what the person named, or what was found.
 * @param realRoot real path of the root, told in the same way as that of the file.
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

/** Most bytes of a kind of file. */
export function mostOf(kind: 'settings' | 'document' | 'copy', maxFileSize: number | undefined): number {
  if (kind === 'settings' || maxFileSize === undefined) return MOST_BYTES[kind]
  const told = maxFileSize * MB
  return kind === 'copy' ? Math.max(told, MOST_BYTES.copy) : told
}

/** Whether a file or a folder on the way to it is one that programs keep for themselves, as passwords and histories are. */
function isHidden(path: string): boolean {
  return path.split('/').some((name) => isHiddenName(name))
}

/** The same for one name. */
export function isHiddenName(name: string): boolean {
  return name === 'node_modules' || (name.startsWith('.') && name !== '.' && name !== '..')
}
