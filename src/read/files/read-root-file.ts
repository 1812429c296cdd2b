import { join } from 'node:path'
import { statsOf } from './inside.ts'
import { RefusedFile } from './read-bytes.ts'
import { openRootFiles, type RootSettings } from './root-files.ts'

/**
 * Reads a file inside the root for copying; `null` if it does not exist, is outside or must not be read.
 *
 * @param root absolute path.
 * @param path relative to the root, with `/`.
 * @throws if the file cannot be read or is too large.
 */
export function readRootFile(root: string, path: string, settings?: RootSettings): Buffer | null {
  if (!statsOf(join(root, path))?.isFile()) return null
  try {
    return openRootFiles(root, settings).read(path, 'copy').bytes
  } catch (error) {
    if (error instanceof RefusedFile && error.kind !== 'large') return null
    throw error
  }
}
