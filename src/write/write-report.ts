import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'
import { writePieces } from './write-atomically.ts'

/**
 * Writes a file that somebody named; it comes in pieces.
 *
 * @param path absolute.
 * @throws {UserError} if it cannot be written.
 */
export function writeReport(path: string, pieces: Iterable<string>): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writePieces(path, pieces)
  } catch (error) {
    throw new UserError(`Cannot write ${path}: ${reasonOf(error)}`)
  }
}
