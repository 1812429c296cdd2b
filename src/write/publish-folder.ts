import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'

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
 * Removes a folder. Nobody sees half of it, as it loses its name first.
 *
 * @param temporary absolute path on the same disk that is free.
 */
export function withdrawFolder(path: string, temporary: string): void {
  if (!existsSync(path)) return
  publishFolder(path, temporary)
  rmSync(temporary, { recursive: true, force: true })
}
