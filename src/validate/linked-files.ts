/**
 * Which linked files a docset should have.
 *
 * A hand-off is often a part of a docset: its images, or most of the documents that it links to, are elsewhere. A dead link then says nothing
 * about the translation. In a whole docset, it is a fault of the source that its publisher wants to know. No setting tells the two apart, but
 * the share of linked files that are there does, separately for each extension: all documents can be there, and no image.
 */

import { posix } from 'node:path'
import { memoize } from '../util/memoize.ts'
import type { DocsetPaths } from './engine/docset-paths.ts'

/** The files that links lead to, by set. */
export interface LinkedFiles {
  /** Adds a file, missing or not. */
  add(path: string, isMissing: boolean): void
  /**
   * The set of files to which a missing one belongs, if the set is not a part of the docset: a folder, or the files with an extension
   * (`.md`).
   */
  missingSetOf(path: string): MissingSet | undefined
  /** Number of linked files that exist and have the extension of a path. */
  countHere(path: string): number
}

/** Files that are not a part of a docset: those with an extension (`.md`), or those of a folder. */
export interface MissingSet {
  /** Folder of the docset. */
  readonly docset: string
  readonly extension?: string
  readonly folder?: string
}

/** More missing files than this are no oversight. */
const FEW = 3

/** Whether files that are linked are missing because the docset is a part of a larger one. */
export function isPartOfDocset(missing: number, here: number): boolean {
  return missing > FEW && missing * 5 > missing + here
}

/** Collects the files that links lead to. */
export function linkedFiles(paths: DocsetPaths): LinkedFiles {
  const sets = new Map<string, { readonly here: Set<string>; readonly missing: Set<string> }>()
  const setOf = memoize((path: string) => {
    const key = JSON.stringify([paths.docsetOf(path), extensionOf(path)])
    const known = sets.get(key) ?? { here: new Set<string>(), missing: new Set<string>() }
    sets.set(key, known)
    return known
  })
  const folders = new Map<string, Set<string>>()
  const folderOf = memoize((path: string) => missingFolder(path, paths))
  return {
    add(path, isMissing) {
      setOf(path)[isMissing ? 'missing' : 'here'].add(path)
      const folder = isMissing ? folderOf(path) : undefined
      if (folder !== undefined) folders.set(folder, (folders.get(folder) ?? new Set()).add(path))
    },
    missingSetOf(path) {
      const { here, missing } = setOf(path)
      const [docset, extension] = [paths.docsetOf(path), extensionOf(path)]
      if (isPartOfDocset(missing.size, here.size)) return { docset, extension }
      const folder = folderOf(path)
      return folder !== undefined && folders.get(folder)!.size >= FEW ? { docset, folder } : undefined
    },
    countHere: (path) => setOf(path).here.size,
  }
}

/** The extension of a path, in lower case; links to documents can lack it. */
function extensionOf(path: string): string {
  const extension = posix.extname(path).toLowerCase()
  return /^\.[a-z\d]{1,8}$/.test(extension) && !/^\.(?:html?|markdown)$/.test(extension) ? extension : '.md'
}

/** The outermost folder of a path that does not exist. */
function missingFolder(path: string, paths: DocsetPaths): string | undefined {
  const parts = path.split('/').slice(0, -1)
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/')
    if (!paths.exists(folder)) return folder
  }
  return undefined
}
