import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that is there for a while. */
export interface TemporaryFolder {
  /** Absolute, real path. */
  readonly path: string
  /** Removes it with all that is in it. */
  remove(): void
}

/** Makes a folder, which does not outlive the process. @throws where it cannot be made. */
export function openTemporaryFolder(): TemporaryFolder {
  const path = realpathSync.native(mkdtempSync(join(tmpdir(), 'lockstep-')))
  const remove = () => {
    process.off('exit', remove)
    rmSync(path, { recursive: true, force: true })
  }
  // Also where a signal ends it.
  process.once('exit', remove)
  return { path, remove }
}
