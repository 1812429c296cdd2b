import { memoize } from '../util/memoize.ts'
import { openRootFiles, type RootSettings } from './files/root-files.ts'

/**
 * Makes the function that tells whether a file (not a folder) may be read in the root; `path` is relative to it, with `/`. Answers are
 * kept.
 *
 * @param root absolute path.
 */
export function createFileLookup(root: string, settings?: RootSettings): (path: string) => boolean {
  return memoize(openRootFiles(root, settings).has)
}
