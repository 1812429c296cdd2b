import { join } from 'node:path'
import { statsOf } from './inside.ts'
import { RefusedFile } from './read-bytes.ts'
import { openRootFiles, type RootSettings } from './root-files.ts'

/**
 * The bytes of a file inside the root that is to be copied; `null` where there is none, it lies outside or is not to be read.
 *
 * @param root absolute path.
 * @param path relative to the root, with `/`.
 * @throws where the file cannot be read, or is too large.
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
