import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OWN_PREFIX, removeLeftBehind } from './left-behind.ts'

/** A temporary folder. */
export interface TemporaryFolder {
  /** Absolute, real path. */
  readonly path: string
  /** Removes the folder with its content. */
  remove(): void
}

/**
 * Creates a temporary folder and removes it when the process exits; if the process is killed, a later one
 * removes it.
 *
 * @param parent absolute path of the folder to create it in. Default: the system's.
 * @throws if it cannot be created.
 */
export function openTemporaryFolder(parent = tmpdir()): TemporaryFolder {
  removeLeftBehind(parent)
  const path = realpathSync.native(mkdtempSync(join(parent, `${OWN_PREFIX}-`)))
  const remove = () => {
    process.off('exit', remove)
    // A program that was ended just now may still finish a file in it.
    rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  }
  // Also runs if a signal ends the process.
  process.once('exit', remove)
  return { path, remove }
}
