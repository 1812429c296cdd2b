import { toPosix } from '../util/to-posix.ts'
import { isInside, wayBelow } from './files/inside.ts'

/** A path as messages show it: relative to the working folder where it lies in it, else absolute; with `/`. */
export function pathForPeople(absolute: string, cwd: string): string {
  return toPosix(isInside(cwd, absolute) && absolute !== cwd ? wayBelow(cwd, absolute) : absolute)
}
