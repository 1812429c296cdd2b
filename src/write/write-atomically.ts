import { closeSync, lstatSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readBytes } from '../read/files/read-bytes.ts'
import { OWN_PREFIX } from './left-behind.ts'
import { toBytes } from './to-bytes.ts'

/** Name of the file beside another one that is to take its place. */
export const TEMPORARY_FILE = `.${OWN_PREFIX}.tmp`

/**
 * Writes a file so that none is ever left half old, half new: a new one in its place, one that is there by way of a file beside it, which
 * then takes its name. A file that holds the same bytes is left alone, so its time of change is kept; a symbolic link is replaced, not
 * followed. A process that is killed meanwhile leaves a new file half written, or the one beside it.
 *
 * @returns the number of bytes that had to be written; `null` where the file is there already as it should be.
 */
export function writeAtomically(path: string, content: string | Uint8Array): number | null {
  const bytes = typeof content === 'string' ? toBytes(content) : content
  // Renaming takes ten times as long as writing, so it is kept for what is there already.
  if (create(path, bytes)) return bytes.length
  if (holds(path, bytes)) return null
  const temporary = join(dirname(path), TEMPORARY_FILE)
  rmSync(temporary, { force: true })
  create(temporary, bytes)
  try {
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  return bytes.length
}

/** Writes a new file; `false` where there is something of that name. What cannot be written to its end is removed. */
function create(path: string, bytes: Uint8Array): boolean {
  let file: number
  try {
    file = openSync(path, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    closeSync(file)
    rmSync(path, { force: true })
    throw error
  }
  closeSync(file)
  return true
}

function holds(path: string, bytes: Uint8Array): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats?.isFile() !== true || stats.size !== bytes.length) return false
  return readBytes(path, { most: bytes.length }).bytes.equals(bytes)
}
