import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { hashOf } from '../util/data/hash-of.ts'
import { isAlive } from './is-alive.ts'

/** Prefix of this machine's temporary files; other machines, whose processes are unknown, can share the disk. */
const PREFIX = `lockstep-${hashOf(hostname()).slice(0, 8)}-`
/** Name of a temporary file with the id of its process. */
const NAME = new RegExp(`^\\.?${PREFIX}(\\d+)(?:-\\w+|\\.tmp)$`)

/** Prefix of this process's temporary files. */
export const OWN_PREFIX = `${PREFIX}${process.pid}`

/** Removes temporary files of killed processes from a folder, as far as possible. */
export function removeLeftBehind(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, pid] = NAME.exec(name) ?? []
    if (pid === undefined || isAlive(Number(pid))) continue
    const path = join(folder, name)
    try {
      // In the system's temporary folder, it may belong to another user.
      if (lstatSync(path).uid === (process.getuid?.() ?? 0)) rmSync(path, { recursive: true, force: true })
    } catch {
      // A leftover does no harm.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
