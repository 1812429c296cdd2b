import { lstatSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { MOST_BYTES, readBytes } from '../read/files/read-bytes.ts'
import { removeLeftBehind } from './left-behind.ts'
import { replaceFile } from './write-atomically.ts'

/**
 * Atomically replaces an input file. It keeps the file's permissions, follows a symbolic link, and removes
 * temporary files of killed runs beside the file.
 *
 * @param path absolute.
 * @param before content when the file was read; if it has changed since, the file stays as it is.
 * @returns whether the file has the new content.
 * @throws if it cannot be written.
 */
export function rewriteInput(path: string, before: string, after: string): boolean {
  const real = realpathSync.native(path)
  const now = readBytes(real, { most: MOST_BYTES.copy }).bytes
  // The file may already be repaired through another link to it.
  if (now.equals(Buffer.from(after))) return true
  if (!now.equals(Buffer.from(before))) return false
  removeLeftBehind(dirname(real))
  replaceFile(real, Buffer.from(after), lstatSync(real).mode)
  return true
}
