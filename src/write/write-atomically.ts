import {
  chmodSync,
  closeSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { readBytes } from '../read/files/read-bytes.ts'
import { OWN_PREFIX } from './left-behind.ts'
import { toBytes } from './to-bytes.ts'

/** Name of the temporary file that replaces another file in the same folder. */
export const TEMPORARY_FILE = `.${OWN_PREFIX}.tmp`
/** Name of the temporary file that contains held files. */
export const HELD_FILE = `.${OWN_PREFIX}-held`

/**
 * Writes a file without ever mixing old and new content: writes a new file directly, and replaces an existing
 * one by renaming a temporary file. A file with the same bytes stays untouched, with its modification time; a
 * symbolic link is replaced, not followed. A killed process can leave an incomplete new file, or the
 * temporary file.
 *
 * @returns number of bytes written; `null` if the file already has the content.
 */
export function writeAtomically(path: string, content: string | Uint8Array): number | null {
  const bytes = typeof content === 'string' ? toBytes(content) : content
  // Renaming takes ten times as long as writing, so new files are written directly.
  if (create(path, bytes)) return bytes.length
  if (holds(path, bytes)) return null
  replaceFile(path, bytes)
  return bytes.length
}

/**
 * Replaces a file by pieces of text, which are not in memory together. It follows a symbolic link, keeps the
 * permissions of the file, and writes into what is no regular file, such as a pipe. A killed process can leave
 * the temporary file.
 */
export function writePieces(path: string, pieces: Iterable<string>): void {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats && !stats.isFile()) {
    writeFileSync(path, [...pieces].join(''))
    return
  }
  replaceFile(stats ? realpathSync.native(path) : path, pieces, stats?.mode)
}

/**
 * Replaces a file, or a symbolic link, by renaming a temporary file.
 *
 * @param mode permissions of the new file. Default: the usual ones.
 */
export function replaceFile(path: string, content: Uint8Array | Iterable<string>, mode?: number): void {
  const temporary = join(dirname(path), TEMPORARY_FILE)
  rmSync(temporary, { force: true })
  create(temporary, content)
  try {
    if (mode !== undefined) chmodSync(temporary, mode)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Writes a new file and removes it if that fails; `false` if the name is taken. */
function create(path: string, content: Uint8Array | Iterable<string>): boolean {
  let file: number
  try {
    file = openSync(path, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  try {
    if (content instanceof Uint8Array) writeFileSync(file, content)
    else for (const piece of content) writeFileSync(file, piece)
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
