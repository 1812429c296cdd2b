import { type Dirent, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from '../../util/data/compare.ts'
import { reasonOf } from '../../util/reason-of.ts'
import { isInside, statsOf } from './inside.ts'

/** Options for walking a folder. */
export interface WalkOptions {
  /** Real path of the folder that symbolic links must not lead out of. */
  readonly realRoot: string
  /** Whether to skip a folder, given its absolute path and its name. */
  readonly skipFolder: (absolute: string, name: string) => boolean
}

/** Result of walking a folder. */
export interface WalkResult {
  /** Absolute paths of everything except folders and symbolic links to folders, sorted. */
  readonly files: string[]
  /** Those of them that are symbolic links or not regular files, or were reached through a link. */
  readonly linked: Set<string>
  /** Folders that could not be read and links to folders that were not followed: absolute path and reason. */
  readonly refused: { readonly path: string; readonly reason: string }[]
}

/**
 * Lists the files below a folder.
 *
 * Visits each real folder once, whichever links lead there, so cycles of links end; links come after real
 * folders.
 */
export function walkFolder(folder: string, options: WalkOptions): WalkResult {
  const result: WalkResult = { files: [], linked: new Set(), refused: [] }
  const visited = new Set<string>()
  const links: string[] = []
  const pending = [folder]
  /** Links come last, so everything from the first one on is reached through a link. */
  let isLinked = false

  for (let current = pending.pop(); current !== undefined; current = pending.pop() ?? nextLink()) {
    const refusal = visit(current)
    if (refusal) result.refused.push({ path: current, reason: refusal })
  }
  result.files.sort(compare)
  result.refused.sort((a, b) => compare(a.path, b.path))
  return result

  function nextLink(): string | undefined {
    isLinked = true
    return links.shift()
  }

  /** Lists one folder; returns the reason if it cannot. */
  function visit(current: string): string | undefined {
    try {
      const real = realpathSync.native(current)
      if (!isInside(options.realRoot, real)) return 'it is a symbolic link that leads out of the root'
      if (visited.has(real)) return undefined
      visited.add(real)
      for (const entry of readdirSync(current, { withFileTypes: true }).sort(byName)) list(current, entry)
      return undefined
    } catch (error) {
      return reasonOf(error)
    }
  }

  function list(current: string, entry: Dirent): void {
    const path = join(current, entry.name)
    const linked = entry.isSymbolicLink()
    if (entry.isDirectory() || (linked && statsOf(path)?.isDirectory())) {
      if (!options.skipFolder(path, entry.name)) (linked ? links : pending).push(path)
    } else {
      result.files.push(path)
      // Callers check special files again, as they do links.
      if (!entry.isFile() || isLinked) result.linked.add(path)
    }
  }
}

function byName(a: Dirent, b: Dirent): number {
  return compare(a.name, b.name)
}
