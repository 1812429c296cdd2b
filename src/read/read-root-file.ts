import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { realPathInside, statsOf } from './inside.ts'

/**
 * The bytes of a file inside the root; `null` where there is none or it lies outside.
 *
 * @param root absolute path.
 * @param path relative to the root, with `/`.
 * @throws where the file cannot be read.
 */
export function readRootFile(root: string, path: string): Buffer | null {
  const absolute = join(root, path)
  if (!statsOf(absolute)?.isFile()) return null
  const real = realPathInside(realpathSync.native(root), absolute)
  return real === null ? null : readFileSync(real)
}
