import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { hashOf } from '../util/hash-of.ts'
import { isAlive } from './is-alive.ts'

/** Begins the names of what this machine keeps for a while: another one may write to the same disk, and its processes are not known here. */
const PREFIX = `lockstep-${hashOf(hostname()).slice(0, 8)}-`
/** The process that a name tells, and how the name goes on. */
const NAME = new RegExp(`^\\.?${PREFIX}(\\d+)(?:-\\w+|\\.tmp)$`)

/** Begins the names of what this process keeps for a while; the others of its name are of a process that was killed. */
export const OWN_PREFIX = `${PREFIX}${process.pid}`

/** Removes from a folder what processes that were killed have left in it; what cannot be removed stays. */
export function removeLeftBehind(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, pid] = NAME.exec(name) ?? []
    if (pid === undefined || isAlive(Number(pid))) continue
    const path = join(folder, name)
    try {
      // In the system's folder anyone may have made it.
      if (lstatSync(path).uid === (process.getuid?.() ?? 0)) rmSync(path, { recursive: true, force: true })
    } catch {
      // It harms nobody.
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
