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
 * @throws if it cannot be created.
 */
export function openTemporaryFolder(): TemporaryFolder {
  removeLeftBehind(tmpdir())
  const path = realpathSync.native(mkdtempSync(join(tmpdir(), `${OWN_PREFIX}-`)))
  const remove = () => {
    process.off('exit', remove)
    // A program that was ended just now may still finish a file in it.
    rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  }
  // Also runs if a signal ends the process.
  process.once('exit', remove)
  return { path, remove }
}
