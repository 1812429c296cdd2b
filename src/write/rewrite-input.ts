import { chmodSync, lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { MOST_BYTES, readBytes } from '../read/files/read-bytes.ts'
import { removeLeftBehind } from './left-behind.ts'
import { TEMPORARY_FILE } from './write-atomically.ts'

/**
 * Replaces an input by a new version of it, as a whole or not at all; its permissions are kept, and where it is a symbolic link the file
 * that it leads to is replaced. What a killed run left beside it is removed.
 *
 * @param path absolute.
 * @param before what it held when it was read: where it holds something else by now, it is left alone.
 * @returns whether it was replaced.
 * @throws where it cannot be written.
 */
export function rewriteInput(path: string, before: string, after: string): boolean {
  const real = realpathSync.native(path)
  const now = readBytes(real, { most: MOST_BYTES.copy }).bytes
  // Another link to the same file may have led here already.
  if (now.equals(Buffer.from(after))) return true
  if (!now.equals(Buffer.from(before))) return false
  const folder = dirname(real)
  const temporary = join(folder, TEMPORARY_FILE)
  removeLeftBehind(folder)
  rmSync(temporary, { force: true })
  try {
    writeFileSync(temporary, after, { flag: 'wx' })
    chmodSync(temporary, lstatSync(real).mode)
    renameSync(temporary, real)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  return true
}
