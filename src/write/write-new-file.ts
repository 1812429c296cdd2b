import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'

/**
 * Writes a file where there is none.
 *
 * @param path absolute.
 * @returns whether it was written: `false` if the name is taken.
 * @throws {UserError} if it cannot be written.
 */
export function writeNewFile(path: string, content: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new UserError(`Cannot write ${path}: ${reasonOf(error)}`)
  }
}
