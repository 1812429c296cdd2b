import { createHash } from 'node:crypto'
import { lstatSync, realpathSync, statSync } from 'node:fs'
import { walkFolder } from './walk-folder.ts'

/**
 * A hash of which files there are below some folders, of their sizes and of when they were changed: equal as long as nothing changes.
 *
 * @param roots absolute paths; `node_modules` and `.git` are left out.
 * @param out absolute path of the output folder.
 */
export function stampFolders(roots: Iterable<string>, out: string): string {
  const isSkipped = (absolute: string, name: string) =>
    name === 'node_modules' || name === '.git' || absolute === out
  const hash = createHash('sha256')
  for (const root of roots) {
    const options = { realRoot: realpathSync.native(root), skipFolder: isSkipped }
    for (const path of walkFolder(root, options).files) {
      const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
      hash.update(`${path}\0${stats?.size}\0${stats?.mtimeNs}\0${stats?.ino}\n`)
    }
  }
  return hash.digest('hex')
}

/** The same for single files, symbolic links not followed; `undefined` where one is not there. */
export function stampFiles(paths: Iterable<string>): string | undefined {
  const hash = createHash('sha256')
  for (const path of paths) {
    const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false })
    if (!stats) return undefined
    hash.update(`${path}\0${stats.size}\0${stats.mtimeNs}\n`)
  }
  return hash.digest('hex')
}
