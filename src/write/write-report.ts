import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { reasonOf } from '../util/reason-of.ts'
import { UserError } from '../util/user-error.ts'
import { writeAtomically } from './write-atomically.ts'

/**
 * Writes a report that comes in pieces.
 *
 * @param path absolute.
 * @throws {UserError} if it cannot be written.
 */
export function writeReport(path: string, pieces: Iterable<string>): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeAtomically(path, bytesOf(pieces))
  } catch (error) {
    throw new UserError(`Cannot write the report ${path}: ${reasonOf(error)}`)
  }
}

/** The pieces as UTF-8: neither all of them nor a string of their length are in memory beside it. */
function bytesOf(pieces: Iterable<string>): Uint8Array {
  let bytes = Buffer.alloc(1 << 20)
  let length = 0
  for (const piece of pieces) {
    const end = length + Buffer.byteLength(piece)
    if (end > bytes.length) bytes = Buffer.concat([bytes.subarray(0, length)], Math.max(end, bytes.length * 2))
    length += bytes.write(piece, length)
  }
  return bytes.subarray(0, length)
}
