import { lstatSync } from 'node:fs'
import { MOST_BYTES, readBytes } from '../read/files/read-bytes.ts'
import { hashOf } from '../util/data/hash-of.ts'
import { UserError } from '../util/user-error.ts'
import type { WrittenFiles } from './manifest.ts'
import type { OutputFolder } from './output-folder.ts'

/** Most files that a message names. */
const NAMED = 5

/**
 * Ensures that nobody has edited the files that an earlier build wrote.
 *
 * @param out the folder, for people.
 * @throws {UserError} if somebody has.
 */
export function assertUnedited(folder: OutputFolder, out: string, written: WrittenFiles): void {
  const edited = [...written].flatMap(([path, hash]) =>
    hash !== '' && isOther(folder.existing(path), hash) ? path : [],
  )
  if (edited.length === 0) return
  const more = edited.length > NAMED ? ` and ${edited.length - NAMED} more` : ''
  throw new UserError(
    `Cannot export to ${out}: files in it were edited after their export: ${edited.slice(0, NAMED).join(', ')}${more}`,
    'Import them first, and export again with --force, which replaces them; or choose another folder with --out.',
  )
}

/** Whether a file exists and has another content. */
export function isOther(place: string | null, hash: string): boolean {
  if (place === null || lstatSync(place, { throwIfNoEntry: false })?.isFile() !== true) return false
  return hashOf(readBytes(place, { most: MOST_BYTES.state }).bytes) !== hash
}
