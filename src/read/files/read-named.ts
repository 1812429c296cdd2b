import { reasonOf } from '../../util/reason-of.ts'
import { UserError } from '../../util/user-error.ts'
import { MOST_BYTES, readBytes } from './read-bytes.ts'

/**
 * Reads a file that the settings name, or that is in a folder that they name.
 *
 * @param path absolute.
 * @throws {UserError} if it cannot be read.
 */
export function readNamed(path: string, kind: keyof typeof MOST_BYTES): Buffer {
  try {
    return readBytes(path, { most: MOST_BYTES[kind] }).bytes
  } catch (error) {
    throw new UserError(`Cannot read ${path}: ${reasonOf(error)}`)
  }
}
