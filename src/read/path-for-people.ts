import { toPosix } from '../util/text/to-posix.ts'
import { isInside, wayBelow } from './files/inside.ts'

/** A path as messages show it, with `/`: relative to the working folder if it is inside, else absolute. */
export function pathForPeople(absolute: string, cwd: string): string {
  return toPosix(isInside(cwd, absolute) && absolute !== cwd ? wayBelow(cwd, absolute) : absolute)
}
