import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OWN_PREFIX, removeLeftBehind } from './left-behind.ts'

/** A folder that is there for a while. */
export interface TemporaryFolder {
  /** Absolute, real path. */
  readonly path: string
  /** Removes it with all that is in it. */
  remove(): void
}

/** Makes a folder, which does not outlive the process, or at least not the next one. @throws where it cannot be made. */
export function openTemporaryFolder(): TemporaryFolder {
  removeLeftBehind(tmpdir())
  const path = realpathSync.native(mkdtempSync(join(tmpdir(), `${OWN_PREFIX}-`)))
  const remove = () => {
    process.off('exit', remove)
    rmSync(path, { recursive: true, force: true })
  }
  // Also where a signal ends it.
  process.once('exit', remove)
  return { path, remove }
}
