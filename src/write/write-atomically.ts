import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes a file as a whole or not at all: into a new file beside it, which then takes its name. A file that holds the same bytes
 * is left alone, so its time of change is kept; a symbolic link is replaced, not followed.
 *
 * @returns whether it had to be written.
 */
export function writeAtomically(path: string, content: string | Uint8Array): boolean {
  const bytes = Buffer.from(content)
  if (holds(path, bytes)) return false
  const temporary = join(dirname(path), `.lockstep-${process.pid}.tmp`)
  try {
    rmSync(temporary, { force: true })
    writeFileSync(temporary, bytes, { flag: 'wx' })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  return true
}

function holds(path: string, bytes: Buffer): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats?.isFile() === true && stats.size === bytes.length && readFileSync(path).equals(bytes)
}
