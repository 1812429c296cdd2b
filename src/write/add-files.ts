import { join, posix } from 'node:path'
import { MOST_BYTES, readBytes } from '../read/files/read-bytes.ts'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'
import { removeLeftBehind } from './left-behind.ts'
import { openOutputFolder } from './output-folder.ts'
import { writeAtomically } from './write-atomically.ts'

/**
 * Copies files into a folder, where nothing else changes; those of the same name are replaced, and what a killed run left beside them is
 * removed.
 *
 * @param from absolute path of the folder that they are in.
 * @param to absolute path of the folder, made if need be.
 * @param paths relative to both, with `/`.
 * @throws {UserError} where one cannot be written.
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
