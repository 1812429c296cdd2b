import { join, posix } from 'node:path'
import { MOST_BYTES, readBytes } from '../read/files/read-bytes.ts'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'
import { removeLeftBehind } from './left-behind.ts'
import { openOutputFolder } from './output-folder.ts'
import { writeAtomically } from './write-atomically.ts'

/**
 * Copies files into a folder. It replaces files of the same names, removes temporary files of killed runs
 * beside them, and changes nothing else.
 *
 * @param from absolute path of the source folder.
 * @param to absolute path of the target folder, created if necessary.
 * @param paths relative to both, with `/`.
 * @throws {UserError} if a file cannot be written.
 */
export function addFiles(from: string, to: string, paths: readonly string[]): void {
  const folder = openOutputFolder(to)
  for (const parent of new Set(paths.map((path) => posix.dirname(path)))) removeLeftBehind(join(to, parent))
  for (const path of paths) {
    try {
      const { bytes } = readBytes(join(from, path), { most: MOST_BYTES.copy })
      writeAtomically(folder.place(path), bytes)
    } catch (error) {
      throw new UserError(`Cannot write ${path} to ${to}: ${reasonOf(error)}`)
    }
  }
}
