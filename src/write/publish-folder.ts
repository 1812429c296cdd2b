import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'
import { openTemporaryFolder } from './temporary-folder.ts'

/**
 * Makes sure that a folder is there.
 *
 * @param path absolute.
 * @throws {UserError} if it cannot be written.
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.W_OK)
  } catch (error) {
    throw new UserError(
      `Cannot write to ${path}: ${reasonOf(error)}`,
      'Name a folder that all machines can write to.',
    )
  }
}

/**
 * Moves a complete folder to its place, where others see all of it or nothing. If there is one already, that one stays.
 *
 * @param from absolute path on the same disk.
 */
export function publishFolder(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!existsSync(to)) throw error
    rmSync(from, { recursive: true, force: true })
  }
}

/**
 * Removes a folder, if it is there. Nobody sees half of it, as it loses its name first.
 *
 * @param path absolute; a temporary folder beside it takes it.
 */
export function withdrawFolder(path: string): void {
  if (!existsSync(path)) return
  const temporary = openTemporaryFolder(dirname(path))
  try {
    renameSync(path, join(temporary.path, basename(path)))
  } finally {
    temporary.remove()
  }
}
