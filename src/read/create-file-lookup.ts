import { memoize } from '../util/memoize.ts'
import { openRootFiles, type RootSettings } from './files/root-files.ts'

/**
 * Returns a memoized function that checks whether a file (not a folder) exists in the root and may be read;
 * `path` is relative to the root, with `/`.
 *
 * @param root absolute path.
 */
export function createFileLookup(root: string, settings?: RootSettings): (path: string) => boolean {
  return memoize(openRootFiles(root, settings).has)
}
