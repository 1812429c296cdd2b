import { lstatSync } from 'node:fs'

/** Whether there is something at a path, also a symbolic link that leads nowhere. */
export function isTaken(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
