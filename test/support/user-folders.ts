import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Keeps the caches of tests out of the folders of whoever runs them. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-user-'))
  process.env.XDG_CACHE_HOME = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
