import { mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Milliseconds between two attempts to take a lock. */
const PAUSE = 20
/** Attempts after which a lock belongs to a killed process: what it protects takes much less than ten seconds. */
const MOST = 500

/**
 * Runs an action while no other process runs one for the same file, so that both can read, change and write it.
 * Creates the folder of the file.
 *
 * @param path absolute.
 * @throws if the file's folder cannot be written to.
 */
export function withLock<Result>(path: string, action: () => Result): Result {
  mkdirSync(dirname(path), { recursive: true })
  const lock = join(dirname(path), `.${basename(path)}.lock`)
  for (let attempt = 1; !take(lock); attempt++) {
    if (attempt % MOST === 0) rmSync(lock, { recursive: true, force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
  }
  try {
    return action()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** Takes a lock, a folder; `false` if another process has it. */
function take(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
