import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Writes a file so that none is ever left half old, half new: a new one in its place, one that is there by way of a file beside it, which
 * then takes its name. A file that holds the same bytes is left alone, so its time of change is kept; a symbolic link is replaced, not
 * followed.
 *
 * @returns whether it had to be written.
 */
export function writeAtomically(path: string, content: string | Uint8Array): boolean {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  // Renaming takes ten times as long as writing, so it is kept for what is there already.
  if (create(path, bytes)) return true
  if (holds(path, bytes)) return false
  const temporary = join(dirname(path), `.lockstep-${process.pid}.tmp`)
  rmSync(temporary, { force: true })
  create(temporary, bytes)
  try {
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  return true
}

/** Writes a new file; `false` where there is something of that name. What cannot be written to its end is removed. */
function create(path: string, bytes: Uint8Array): boolean {
  try {
    writeFileSync(path, bytes, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    rmSync(path, { force: true })
    throw error
  }
}

function holds(path: string, bytes: Uint8Array): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats?.isFile() === true && stats.size === bytes.length && readFileSync(path).equals(bytes)
}
